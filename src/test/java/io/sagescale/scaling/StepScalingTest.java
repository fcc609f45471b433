package io.sagescale.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class StepScalingTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/vectors/step-scaling.csv", numLinesToSkip = 1)
  void agreesWithAwsExamples(
      String name, double threshold, String type, String steps, Integer minMagnitude, int capacity, double metric, int expected) {
    AdjustmentType adjustmentType = AdjustmentType.ofText(type).orElseThrow();
    StepScalingPolicy policy =
        new StepScalingPolicy("step", adjustmentType, steps(steps), null, Aggregation.AVERAGE, minMagnitude);
    AlarmSignal signal = signal(threshold, metric >= threshold, List.of(metric));
    // The documented examples where no step applies leave the capacity as it is.
    int result = StepScaling.propose(policy, signal, capacity) instanceof Proposal.To(int to) ? to : capacity;
    assertEquals(expected, result);
  }

  @ParameterizedTest(name = "distance {0} of an alarm above={1}: adjustment {2}")
  @CsvSource(nullValues = "none", value = {
    // [0;10) 1, [10;inf) 2, (-10;0] -1, (-inf;-10] -2
    "0, true, 1",
    "0, false, -1",
    "9.99, true, 1",
    "10, true, 2",
    "-9.99, false, -1",
    "-10, false, -2",
    "-11, true, -2",
  })
  void closesEachStepTowardsTheThreshold(double distance, boolean isAbove, int adjustment) {
    StepAdjustment step = StepScaling.stepAt(steps("0:10:1|10::2|-10:0:-1|:-10:-2"), distance, isAbove);
    assertEquals(adjustment, step.adjustment());
  }

  @Test
  void findsNoStepOutsideAll() {
    assertNull(StepScaling.stepAt(steps("5::1"), 4, true));
    assertNull(StepScaling.stepAt(steps(":-5:-1"), -4, false));
  }

  @ParameterizedTest(name = "{0} of 10, 20, 60 over 0 takes {1} from 1")
  @CsvSource({"AVERAGE, 31", "MINIMUM, 11", "MAXIMUM, 61"})
  void aggregatesTheRecentPoints(Aggregation aggregation, int expected) {
    StepScalingPolicy policy = new StepScalingPolicy("step", AdjustmentType.CHANGE_IN_CAPACITY,
        steps("0:20:10|20:40:30|40::60"), null, aggregation, null);
    assertEquals(
        new Proposal.To(expected), StepScaling.propose(policy, signal(0, true, List.of(10.0, 20.0, 60.0)), 1));
  }

  @ParameterizedTest(name = "{1} % of {0}, at least {2}: {3}")
  @CsvSource(nullValues = "none", value = {
    "10, 10, none, 11",
    "10, -10, none, 9",
    "0, 50, none, 0",
    "0, 50, 2, 2",
    "4, -25, 2, 2",
    "4, 0, 2, 4",
    "1, -100, none, 0",
    "1, -100, 5, 0",
    "2000000000, 100, none, 2147483647",
  })
  void changesByPercent(int capacity, int percent, Integer minMagnitude, int expected) {
    StepScalingPolicy policy = new StepScalingPolicy("step", AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
        steps("0::1"), null, Aggregation.AVERAGE, minMagnitude);
    assertEquals(expected, StepScaling.adjusted(policy, percent, capacity));
  }

  private static AlarmSignal signal(double threshold, boolean isAbove, List<Double> points) {
    return new AlarmSignal(new ResourceId.Variant("e", "v"), "step", "alarm", AlarmState.ALARM, threshold, isAbove, points,
        Instant.EPOCH);
  }

  /** lower:upper:adjustment, divided by bars; an empty bound is infinite. */
  private static List<StepAdjustment> steps(String text) {
    List<StepAdjustment> steps = new ArrayList<>();
    for (String step : text.split("\\|")) {
      List<String> parts = Arrays.asList(step.split(":", -1));
      steps.add(new StepAdjustment(bound(parts.get(0)), bound(parts.get(1)), Integer.parseInt(parts.get(2))));
    }
    return steps;
  }

  private static Double bound(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }
}
