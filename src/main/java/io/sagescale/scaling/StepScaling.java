package io.sagescale.scaling;

import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of step scaling: the distance from the threshold selects a step, the step changes the capacity.
 *
 * <p>Source: AAS user guide, step scaling policy overview.
 */
public final class StepScaling {

  private StepScaling() {}

  /** What the policy asks for when its alarm calls with the capacity given. */
  static Proposal propose(StepScalingPolicy policy, AlarmSignal signal, int capacity) {
    if (signal.recentDatapoints().isEmpty()) {
      return new Proposal.None(Why.NO_DATA);
    }
    double distance = valueOf(policy, signal.recentDatapoints()) - signal.threshold();
    StepAdjustment step = stepAt(policy.steps(), distance, signal.isAbove());
    return step == null ? new Proposal.None(Why.NO_STEP) : new Proposal.To(adjusted(policy, step.adjustment(), capacity));
  }

  /**
   * The step that covers a distance from the threshold, or null. Above the threshold the lower bound belongs to a step,
   * below it the upper bound does; on the threshold itself the alarm's direction decides.
   */
  public static @Nullable StepAdjustment stepAt(List<StepAdjustment> steps, double distance, boolean isAboveAlarm) {
    boolean isAbove = distance > 0 || (distance == 0 && isAboveAlarm);
    for (StepAdjustment step : steps) {
      if (isAbove ? isInLowerClosed(step, distance) : isInUpperClosed(step, distance)) {
        return step;
      }
    }
    return null;
  }

  /** The capacity after one adjustment, 0 or more. */
  public static int adjusted(StepScalingPolicy policy, int adjustment, int capacity) {
    long wanted = switch (policy.adjustmentType()) {
      case CHANGE_IN_CAPACITY -> (long) capacity + adjustment;
      case EXACT_CAPACITY -> adjustment;
      case PERCENT_CHANGE_IN_CAPACITY -> capacity + percentChange(capacity, adjustment, policy.minAdjustmentMagnitude());
    };
    return (int) Math.clamp(wanted, 0L, Integer.MAX_VALUE);
  }

  /** The change in units: parts beyond one unit fall away, a part of a single unit counts as one whole unit. */
  private static long percentChange(int capacity, int percent, @Nullable Integer minMagnitude) {
    long hundredths = (long) capacity * percent;
    if (hundredths == 0) {
      return percent == 0 ? 0 : withMagnitude(0, percent, minMagnitude);
    }
    long units = Math.abs(hundredths) < 100 ? Long.signum(hundredths) : hundredths / 100;
    return withMagnitude(units, percent, minMagnitude);
  }

  private static long withMagnitude(long units, int percent, @Nullable Integer minMagnitude) {
    if (minMagnitude == null || Math.abs(units) >= minMagnitude) {
      return units;
    }
    return percent > 0 ? minMagnitude : -(long) minMagnitude;
  }

  private static double valueOf(StepScalingPolicy policy, List<Double> points) {
    return switch (policy.aggregation()) {
      case AVERAGE -> TargetTracking.average(points);
      case MAXIMUM -> TargetTracking.maximum(points);
      case MINIMUM -> {
        double least = Double.POSITIVE_INFINITY;
        for (double point : points) {
          least = Math.min(least, point);
        }
        yield least;
      }
    };
  }

  private static boolean isInLowerClosed(StepAdjustment step, double distance) {
    return (step.lower() == null || distance >= step.lower()) && (step.upper() == null || distance < step.upper());
  }

  private static boolean isInUpperClosed(StepAdjustment step, double distance) {
    return (step.lower() == null || distance > step.lower()) && (step.upper() == null || distance <= step.upper());
  }
}
