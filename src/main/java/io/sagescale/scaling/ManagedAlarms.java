package io.sagescale.scaling;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The alarm pair that AWS makes for a target tracking policy: out after 3 points over the target, in after 15 minutes under it.
 *
 * <p>Source: SageMaker sample notebooks and alarms of live accounts. The treatment of missing data and the absent "M of N" are
 * those of the pairs seen for other services.
 */
public final class ManagedAlarms {

  private static final int HIGH_PERIODS = 3;
  private static final Duration LOW_SPAN = Duration.ofMinutes(15);
  /** Custom metrics have no period in Application Auto Scaling. */
  public static final Duration CUSTOM_PERIOD = Duration.ofSeconds(60);

  private ManagedAlarms() {}

  /** High, then low; the high one alone when scale-in is disabled. An edited policy gets other names, as on AWS. */
  public static List<AlarmRule> of(ResourceId resource, TargetTrackingPolicy policy, ScalingSettings settings) {
    AlarmRule high = rule(resource, policy, true, policy.targetValue());
    if (policy.isScaleInDisabled()) {
      return List.of(high);
    }
    return List.of(high, rule(resource, policy, false, lowThreshold(policy, settings)));
  }

  /** Below which the policy scales in, where it may. */
  public static double lowThreshold(TargetTrackingPolicy policy, ScalingSettings settings) {
    return product(policy.targetValue(), settings.lowAlarmFactor());
  }

  private static AlarmRule rule(ResourceId resource, TargetTrackingPolicy policy, boolean isHigh, double threshold) {
    AlarmInput input = input(resource, policy.metric());
    int periods = isHigh ? HIGH_PERIODS : (int) LOW_SPAN.dividedBy(input.period());
    AlarmCondition condition = new AlarmCondition(
        isHigh ? Comparison.GREATER_THAN : Comparison.LESS_THAN, threshold, periods, null, MissingData.MISSING);
    String kind = isHigh ? "AlarmHigh" : "AlarmLow";
    String name = "TargetTracking-" + resource.text() + "-" + kind + "-" + CountedIds.of(kind + resource.text() + policy);
    return new AlarmRule(
        name, input, condition, AlarmActions.onAlarm(new AlarmAction.Scale(resource, policy.name())),
        "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy " + policy.name() + ".");
  }

  /** The product of the two numbers as they are written: 0.9 of 13 is 11.7 and not 11.700000000000001. */
  private static double product(double one, double other) {
    return BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(other)).doubleValue();
  }

  private static AlarmInput input(ResourceId resource, TrackedMetric metric) {
    return switch (metric) {
      case TrackedMetric.Predefined(var type) ->
          new AlarmInput.Metric(type.metricOf(resource), type.statistic(), type.period());
      case TrackedMetric.Single(var id, var statistic) -> new AlarmInput.Metric(id, statistic, CUSTOM_PERIOD);
      case TrackedMetric.Math(var queries) -> new AlarmInput.Math(queries, CUSTOM_PERIOD);
    };
  }
}
