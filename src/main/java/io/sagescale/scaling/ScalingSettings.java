package io.sagescale.scaling;

import java.time.Duration;

/**
 * The points where AWS does not tell how Application Auto Scaling works, each as one named choice.
 *
 * @param formulaValue which value of the alarm's recent points enters the target tracking formula; AWS does not say
 * @param flapping when scale-in is held because it would soon be undone
 * @param capacityBase the capacity from which the formulas count
 * @param lowAlarmFactor threshold of the scale-in alarm as a part of the target, above 0 and at most 1. Source: SageMaker
 *     sample notebooks, 4.5 for a target of 5
 * @param signalLifetime how long a policy's last call counts when another policy of the target scales out; an alarm
 *     repeats its call every minute
 */
public record ScalingSettings(
    FormulaValue formulaValue,
    FlappingRule flapping,
    CapacityBase capacityBase,
    double lowAlarmFactor,
    Duration signalLifetime) {

  /** Source: our choice where AWS is silent; the average is what another emulator found by comparison. */
  public static final ScalingSettings DEFAULTS = new ScalingSettings(
      FormulaValue.AVERAGE, FlappingRule.VALUE, CapacityBase.DESIRED, 0.9, Duration.ofSeconds(60));

  public ScalingSettings {
    if (!(lowAlarmFactor > 0 && lowAlarmFactor <= 1)) {
      throw new IllegalArgumentException("low alarm factor " + lowAlarmFactor);
    }
    if (signalLifetime.isNegative()) {
      throw new IllegalArgumentException("signal lifetime " + signalLifetime);
    }
  }

  /** Which of the alarm's recent points enters the formula. */
  public enum FormulaValue { AVERAGE, LAST, MAXIMUM }

  /**
   * The predicate of {@code AutoScalingAnticipatedFlapping}: with c units now and a judged value v, scale-in is held when
   * {@code v * c / (c - 1) > target}. Unverified: AWS publishes no predicate.
   */
  public enum FlappingRule {
    /** v is the value of the formula. */
    VALUE,
    /** v is the largest recent point, which also limits how many units go at once. */
    PEAK,
    /** Never held; a proposal of the present capacity is {@code AlreadyAtDesiredCapacity} instead. */
    OFF
  }

  /** From which capacity a proposal counts: what was asked for, or what serves now if that is less. */
  public enum CapacityBase { DESIRED, RUNNING }
}
