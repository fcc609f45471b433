package io.sagescale.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Scaling policies for people. */
public final class PolicyRows {
  /** Seconds. Source: AAS user guide, the default cooldown of SageMaker targets. */
  private static final int USUAL_COOLDOWN = 300;

  private PolicyRows() {}

  public static Sheet sheet(List<ScalingPolicy> policies) {
    return Sheet.titled("no scaling policies",
        List.of("TARGET", "POLICY", "RULE", "#COOLDOWN", "+ALARMS", "+@CREATED", "+ARN"),
        policies.stream().map(PolicyRows::row).toList());
  }

  private static Sheet.Row row(ScalingPolicy policy) {
    return new Sheet.Row(policy.policyName(), List.of(AwsWords.target(policy.resourceId()), policy.policyName(),
        rule(policy), cooldowns(policy),
        AwsWords.dash(String.join(" ", policy.alarms().stream().map(Alarm::alarmName).toList())),
        AwsWords.time(policy.creationTime()), AwsWords.dash(policy.policyARN())));
  }

  /** {@code 180/300 s} out and in, or {@code 60 s} for both. */
  private static String cooldowns(ScalingPolicy policy) {
    @Nullable TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
    @Nullable StepScalingPolicyConfiguration step = policy.stepScalingPolicyConfiguration();
    if (tracking != null) {
      return orUsual(tracking.scaleOutCooldown()) + "/" + orUsual(tracking.scaleInCooldown()) + " s";
    }
    return step == null ? "-" : orUsual(step.cooldown()) + " s";
  }

  private static int orUsual(@Nullable Integer seconds) {
    return seconds == null ? USUAL_COOLDOWN : seconds;
  }

  /** What a policy does, {@code keep ConcurrentRequestsPerModel at 5}. */
  static String rule(ScalingPolicy policy) {
    if (policy.targetTrackingScalingPolicyConfiguration() != null) {
      TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
      return "keep " + metric(tracking) + " at " + AwsWords.number(tracking.targetValue())
          + (Boolean.TRUE.equals(tracking.disableScaleIn()) ? ", never in" : "");
    }
    if (policy.stepScalingPolicyConfiguration() != null) {
      StepScalingPolicyConfiguration step = policy.stepScalingPolicyConfiguration();
      return "step " + String.join(", ",
          step.stepAdjustments().stream().map(one -> adjustment(step.adjustmentTypeAsString(), one)).toList());
    }
    return AwsWords.dash(policy.policyTypeAsString());
  }

  private static String metric(TargetTrackingScalingPolicyConfiguration tracking) {
    if (tracking.predefinedMetricSpecification() != null) {
      return AwsWords.predefined(tracking.predefinedMetricSpecification().predefinedMetricTypeAsString());
    }
    @Nullable String name = tracking.customizedMetricSpecification() == null
        ? null : tracking.customizedMetricSpecification().metricName();
    return name == null ? "metric math" : name;
  }

  private static String adjustment(@Nullable String type, StepAdjustment step) {
    int by = step.scalingAdjustment();
    return switch (AwsWords.dash(type)) {
      case "ExactCapacity" -> "to " + by;
      case "PercentChangeInCapacity" -> (by > 0 ? "+" : "") + by + "%";
      default -> (by > 0 ? "+" : "") + by;
    };
  }

  public static Card card(ScalingPolicy policy) {
    Card card = new Card()
        .with("Policy", policy.policyName())
        .with("Target", AwsWords.target(policy.resourceId()))
        .with("Rule", rule(policy));
    if (policy.targetTrackingScalingPolicyConfiguration() != null) {
      TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
      card.with("Cooldowns", "out " + cooldown(tracking.scaleOutCooldown()) + ", in " + cooldown(tracking.scaleInCooldown()));
    }
    if (policy.stepScalingPolicyConfiguration() != null) {
      StepScalingPolicyConfiguration step = policy.stepScalingPolicyConfiguration();
      card.with("Steps", steps(step)).with("Cooldown", cooldown(step.cooldown()))
          .with("Aggregation", step.metricAggregationTypeAsString());
    }
    return card
        .with("Alarms", policy.alarms().isEmpty() ? List.of("none") : policy.alarms().stream().map(Alarm::alarmName).toList())
        .with("Created", AwsWords.time(policy.creationTime()))
        .with("ARN", policy.policyARN());
  }

  private static String cooldown(@Nullable Integer seconds) {
    return seconds == null ? USUAL_COOLDOWN + " s (AWS's default)" : seconds + " s";
  }

  private static List<String> steps(StepScalingPolicyConfiguration step) {
    List<String> lines = new ArrayList<>();
    for (StepAdjustment one : step.stepAdjustments()) {
      @Nullable Double lower = one.metricIntervalLowerBound();
      @Nullable Double upper = one.metricIntervalUpperBound();
      lines.add("from " + (lower == null ? "the lowest" : "threshold " + signed(lower)) + " to "
          + (upper == null ? "the highest" : "threshold " + signed(upper)) + ": "
          + adjustment(step.adjustmentTypeAsString(), one));
    }
    return lines;
  }

  private static String signed(double bound) {
    return bound < 0 ? "- " + AwsWords.number(-bound) : "+ " + AwsWords.number(bound);
  }
}
