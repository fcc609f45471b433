package io.sagescale.api;

import io.sagescale.model.StepScalingPolicy;
import io.sagescale.sdk.Policies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;

/**
 * What Application Auto Scaling refuses in a step scaling policy.
 *
 * <p>Source: texts seen on AWS. Unverified: which of several problems AWS tells, and the texts about negative cooldowns and
 * magnitudes, which no one has quoted.
 */
final class StepRules {
  /** Source: AAS user guide, quotas. */
  static final int STEPS_MAX = 20;

  private StepRules() {}

  static StepScalingPolicy policy(String name, StepScalingPolicyConfiguration configuration) {
    List<StepAdjustment> steps = configuration.stepAdjustments();
    refuse(steps.isEmpty(), "There must be at least one step adjustment");
    refuse(configuration.adjustmentType() == null, "Adjustment type must be specified");
    refuse(steps.size() > STEPS_MAX, "There can be at most 20 step adjustments per scaling policy");
    judgeBounds(steps);
    judgeIntervals(steps);
    judgeNumbers(configuration);
    return Policies.step(name, configuration)
        .orElseThrow(() -> new IllegalStateException("a step policy that passed the rules: " + configuration));
  }

  private static void judgeBounds(List<StepAdjustment> steps) {
    int openBelow = 0;
    int openAbove = 0;
    boolean isNegative = false;
    boolean isPositive = false;
    for (StepAdjustment step : steps) {
      Double lower = step.metricIntervalLowerBound();
      Double upper = step.metricIntervalUpperBound();
      refuse(lower == null && upper == null, "Both lower and upper bounds of a step adjustment cannot be left unspecified");
      refuse(lower != null && upper != null && !(lower < upper),
          "Lower bound must be less than upper bound for a step adjustment");
      openBelow += lower == null ? 1 : 0;
      openAbove += upper == null ? 1 : 0;
      isNegative |= lower != null && lower < 0;
      isPositive |= upper != null && upper > 0;
    }
    refuse(openBelow > 1, "At most one step adjustment may have an unspecified lower bound");
    refuse(openAbove > 1, "At most one step adjustment may have an unspecified upper bound");
    refuse(isNegative && openBelow == 0, "There must be a step adjustment with an unspecified lower bound "
        + "when one step adjustment has a negative lower bound");
    refuse(isPositive && openAbove == 0, "There must be a step adjustment with an unspecified upper bound "
        + "when one step adjustment has a positive upper bound");
  }

  private static void judgeIntervals(List<StepAdjustment> steps) {
    List<StepAdjustment> ascending = new ArrayList<>(steps);
    ascending.sort(Comparator.comparing(
        StepAdjustment::metricIntervalLowerBound, Comparator.nullsFirst(Comparator.naturalOrder())));
    for (int i = 1; i < ascending.size(); i++) {
      Double end = ascending.get(i - 1).metricIntervalUpperBound();
      Double start = ascending.get(i).metricIntervalLowerBound();
      refuse(end == null || end > start, "Step adjustment intervals cannot overlap");
      refuse(end < start, "Step adjustment intervals cannot have gaps between them");
    }
  }

  private static void judgeNumbers(StepScalingPolicyConfiguration configuration) {
    AdjustmentType type = configuration.adjustmentType();
    refuse(type == AdjustmentType.EXACT_CAPACITY
            && configuration.stepAdjustments().stream().anyMatch(step -> step.scalingAdjustment() < 0),
        "Scaling adjustment cannot be less than 0 when adjustment type is ExactCapacity");
    Integer magnitude = configuration.minAdjustmentMagnitude();
    refuse(magnitude != null && type != AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
        "Minimum adjustment magnitude is only allowed for adjustment type PercentChangeInCapacity");
    refuse(magnitude != null && magnitude < 0, "Minimum adjustment magnitude cannot be less than 0");
    refuse(configuration.cooldown() != null && configuration.cooldown() < 0, "Cooldown cannot be less than 0");
  }

  private static void refuse(boolean isWrong, String message) {
    if (isWrong) {
      throw Refusal.invalid(message);
    }
  }
}
