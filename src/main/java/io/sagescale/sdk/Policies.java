package io.sagescale.sdk;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Scaling policies to and from the SDK's types. */
public final class Policies {
  private Policies() {}

  /** The policy as AWS describes it, without ARN, alarms and creation time. */
  public static software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy toSdk(
      ResourceId resource, ScalingPolicy policy) {
    var sdk = software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy.builder()
        .policyName(policy.name())
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(resource.text())
        .scalableDimension(resource.dimension().text())
        .policyType(type(policy));
    return switch (policy) {
      case TargetTrackingPolicy tracking ->
          sdk.targetTrackingScalingPolicyConfiguration(configuration(tracking)).build();
      case StepScalingPolicy step -> sdk.stepScalingPolicyConfiguration(configuration(step)).build();
    };
  }

  /** The request that creates or replaces the policy. */
  public static PutScalingPolicyRequest put(ResourceId resource, ScalingPolicy policy) {
    PutScalingPolicyRequest.Builder request = PutScalingPolicyRequest.builder()
        .policyName(policy.name())
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(resource.text())
        .scalableDimension(resource.dimension().text())
        .policyType(type(policy));
    return switch (policy) {
      case TargetTrackingPolicy tracking ->
          request.targetTrackingScalingPolicyConfiguration(configuration(tracking)).build();
      case StepScalingPolicy step -> request.stepScalingPolicyConfiguration(configuration(step)).build();
    };
  }

  /** What AWS described; empty for a predictive policy and for metrics that we cannot read. */
  public static Optional<ScalingPolicy> ofSdk(
      software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy policy) {
    TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
    StepScalingPolicyConfiguration step = policy.stepScalingPolicyConfiguration();
    if (tracking != null) {
      return tracking(policy.policyName(), tracking).map(found -> found);
    }
    return step == null ? Optional.empty() : step(policy.policyName(), step).map(found -> found);
  }

  /** The policy of a configuration; empty when it does not tell one metric that we can read. */
  public static Optional<TargetTrackingPolicy> tracking(
      String name, TargetTrackingScalingPolicyConfiguration configuration) {
    return TrackedMetrics.ofSdk(configuration).map(metric -> new TargetTrackingPolicy(
        name, metric, configuration.targetValue(), seconds(configuration.scaleOutCooldown()),
        seconds(configuration.scaleInCooldown()), Objects.requireNonNullElse(configuration.disableScaleIn(), false)));
  }

  /** The policy of a configuration; empty when its adjustment type is unknown or its steps are not intervals. */
  public static Optional<StepScalingPolicy> step(String name, StepScalingPolicyConfiguration configuration) {
    Optional<AdjustmentType> type = AdjustmentType.ofText(String.valueOf(configuration.adjustmentTypeAsString()));
    List<StepAdjustment> steps = new ArrayList<>();
    for (var step : configuration.stepAdjustments()) {
      Double lower = step.metricIntervalLowerBound();
      Double upper = step.metricIntervalUpperBound();
      if ((lower == null && upper == null) || (lower != null && upper != null && lower >= upper)) {
        return Optional.empty();
      }
      steps.add(new StepAdjustment(lower, upper, step.scalingAdjustment()));
    }
    return steps.isEmpty() ? Optional.empty() : type.map(adjustment -> new StepScalingPolicy(
        name, adjustment, steps, seconds(configuration.cooldown()),
        aggregation(configuration.metricAggregationTypeAsString()), configuration.minAdjustmentMagnitude()));
  }

  private static PolicyType type(ScalingPolicy policy) {
    return switch (policy) {
      case TargetTrackingPolicy _ -> PolicyType.TARGET_TRACKING_SCALING;
      case StepScalingPolicy _ -> PolicyType.STEP_SCALING;
    };
  }

  private static TargetTrackingScalingPolicyConfiguration configuration(TargetTrackingPolicy policy) {
    return TrackedMetrics.into(TargetTrackingScalingPolicyConfiguration.builder(), policy.metric())
        .targetValue(policy.targetValue())
        .scaleOutCooldown(seconds(policy.scaleOutCooldown()))
        .scaleInCooldown(seconds(policy.scaleInCooldown()))
        .disableScaleIn(policy.isScaleInDisabled())
        .build();
  }

  private static StepScalingPolicyConfiguration configuration(StepScalingPolicy policy) {
    return StepScalingPolicyConfiguration.builder()
        .adjustmentType(policy.adjustmentType().text())
        .stepAdjustments(policy.steps().stream().map(Policies::toSdk).toList())
        .cooldown(seconds(policy.cooldown()))
        .metricAggregationType(policy.aggregation().text())
        .minAdjustmentMagnitude(policy.minAdjustmentMagnitude())
        .build();
  }

  private static software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment toSdk(StepAdjustment step) {
    return software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment.builder()
        .metricIntervalLowerBound(step.lower())
        .metricIntervalUpperBound(step.upper())
        .scalingAdjustment(step.adjustment())
        .build();
  }

  /** Source: AAS API, {@code MetricAggregationType}: Average when none is given. */
  private static StepScalingPolicy.Aggregation aggregation(@Nullable String text) {
    for (StepScalingPolicy.Aggregation aggregation : StepScalingPolicy.Aggregation.values()) {
      if (aggregation.text().equals(text)) {
        return aggregation;
      }
    }
    return StepScalingPolicy.Aggregation.AVERAGE;
  }

  private static @Nullable Duration seconds(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }
}
