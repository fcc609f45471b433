package io.sagescale.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AlarmState;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import io.sagescale.scaling.ScalingSettings.CapacityBase;
import io.sagescale.scaling.ScalingSettings.FlappingRule;
import io.sagescale.scaling.ScalingSettings.FormulaValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTrackingTest {

  @ParameterizedTest(name = "{0} units at {1} over {2}: {3}")
  @CsvSource({
    "1, 100, 5, 20", // acceptance A5
    "2, 8.75, 5, 4", // 3.5: to add 1.5 adds 2
    "5, 3.5, 5, 4", // 3.5: to remove 1.5 removes 1
    "1, 5.01, 5, 2",
    "1, 5, 5, 1",
    "3, 7, 2.1, 10", // 10.000000000000002 in doubles
    "7, 0.3, 0.7, 3",
    "4, 0, 5, 0",
    "0, 7, 5, 0",
    "1, 1e300, 1e-300, 2147483647",
    "2000000000, 10, 5, 2147483647",
    "3, 0.000000001, 5, 1",
  })
  void countsInProportionAndRoundsUp(int capacity, double value, double target, int expected) {
    assertEquals(expected, TargetTracking.capacityFor(capacity, value, target));
  }

  @Test
  void wakesFromZeroWithOneUnit() {
    assertEquals(new Proposal.To(1), propose(0, true, ScalingSettings.DEFAULTS, 7.0, 7.0, 7.0));
  }

  @ParameterizedTest(name = "{0} of 6, 12, 9 on one unit: {1}")
  @CsvSource({"AVERAGE, 2", "LAST, 2", "MAXIMUM, 3"})
  void judgesTheValueOfTheSettings(FormulaValue value, int expected) {
    assertEquals(new Proposal.To(expected), propose(1, true, settings(value, FlappingRule.VALUE), 6.0, 12.0, 9.0));
  }

  @ParameterizedTest(name = "{0}: from 4 with points {1}, {2}: {3}")
  @CsvSource({
    // target 5: three units carry 15, two carry 10
    "VALUE, 2, 2, 2",
    "VALUE, 2, 4.4, 3",
    "PEAK, 2, 2, 2",
    "PEAK, 1, 3.75, 3",
    "PEAK, 2, 4.4, ANTICIPATED_FLAPPING",
    "VALUE, 3.7, 3.8, 3",
    "VALUE, 3.8, 3.8, ANTICIPATED_FLAPPING",
    "VALUE, 4.4, 4.4, ANTICIPATED_FLAPPING",
    "OFF, 4.4, 4.4, 4",
    "OFF, 0, 0, 0",
  })
  void removesOnlyWhatWouldNotComeBack(FlappingRule rule, double first, double second, String expected) {
    assertEquals(proposal(expected), propose(4, false, settings(FormulaValue.AVERAGE, rule), first, second));
  }

  @ParameterizedTest(name = "alarm above={0} with {1}: {2}")
  @CsvSource({
    "true, 5, NOT_BREACHING", // not over the target
    "true, 4, NOT_BREACHING",
    "false, 4.5, NOT_BREACHING", // not under 0.9 of it
    "false, 6, NOT_BREACHING",
  })
  void asksForNothingWithoutABreach(boolean isAbove, double value, Why why) {
    assertEquals(new Proposal.None(why), propose(2, isAbove, ScalingSettings.DEFAULTS, value));
  }

  @Test
  void asksForNothingWithoutPoints() {
    assertEquals(new Proposal.None(Why.NO_DATA), propose(2, true, ScalingSettings.DEFAULTS));
  }

  @Test
  void neverScalesInWhenDisabled() {
    TargetTrackingPolicy policy = Given.tracking("tt", 5, null, null, true);
    AlarmSignal signal = Given.signal(policy, AlarmState.ALARM, false, Given.T0, 0.0);
    assertEquals(
        new Proposal.None(Why.SCALE_IN_DISABLED), TargetTracking.propose(policy, signal, 4, ScalingSettings.DEFAULTS));
  }

  private static Proposal propose(int capacity, boolean isAbove, ScalingSettings settings, Double... points) {
    TargetTrackingPolicy policy = Given.tracking("tt", 5);
    AlarmSignal signal = Given.signal(policy, AlarmState.ALARM, isAbove, Given.T0, points);
    return TargetTracking.propose(policy, signal, capacity, settings);
  }

  private static Proposal proposal(String text) {
    return Character.isDigit(text.charAt(0))
        ? new Proposal.To(Integer.parseInt(text))
        : new Proposal.None(Why.valueOf(text));
  }

  private static ScalingSettings settings(FormulaValue value, FlappingRule rule) {
    return new ScalingSettings(value, rule, CapacityBase.DESIRED, 0.9, Duration.ofSeconds(60));
  }
}
