package io.sagescale.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scales by how far an alarm's metric lies from the threshold; the alarm is the user's own. */
public record StepScalingPolicy(
    String name,
    AdjustmentType adjustmentType,
    List<StepAdjustment> steps,
    @Nullable Duration cooldown,
    Aggregation aggregation,
    @Nullable Integer minAdjustmentMagnitude)
    implements ScalingPolicy {
  public StepScalingPolicy {
    Check.named("policy name", name);
    steps = List.copyOf(steps);
    Check.that(!steps.isEmpty(), "There must be at least one step adjustment");
  }

  /** How the recent data points of the alarm become the one value that selects a step. */
  public enum Aggregation {
    AVERAGE("Average"), MINIMUM("Minimum"), MAXIMUM("Maximum");

    private final String text;

    Aggregation(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
