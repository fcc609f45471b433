package io.sagescale.scaling;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmState;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The variant, policies and alarms that this room's tests speak of. */
final class Given {

  static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  static final ResourceId VARIANT = new ResourceId.Variant("llama", "blue");

  private Given() {}

  static ScalableTarget target(int min, int max) {
    return new ScalableTarget(VARIANT, CapacityRange.between(min, max), Suspension.NONE);
  }

  static CapacityView capacity(int units) {
    return new CapacityView(units, units, true);
  }

  static CapacityView updating(int desired, int running) {
    return new CapacityView(desired, running, false);
  }

  static TargetTrackingPolicy tracking(String name, double target) {
    return tracking(name, target, null, null, false);
  }

  static TargetTrackingPolicy tracking(String name, double target, Integer outSeconds, Integer inSeconds, boolean isInDisabled) {
    return new TargetTrackingPolicy(
        name, new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), target,
        outSeconds == null ? null : Duration.ofSeconds(outSeconds), inSeconds == null ? null : Duration.ofSeconds(inSeconds),
        isInDisabled);
  }

  /** Adds or removes {@code units} on any breach. */
  static StepScalingPolicy step(String name, int units) {
    return new StepScalingPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(units > 0 ? new StepAdjustment(0.0, null, units) : new StepAdjustment(null, 0.0, units)),
        null, Aggregation.MAXIMUM, null);
  }

  /** An alarm over the policy's target, or under 0.9 of it; a step policy's alarm has its threshold at 20. */
  static AlarmSignal signal(ScalingPolicy policy, AlarmState state, boolean isAbove, Instant at, Double... points) {
    double threshold = switch (policy) {
      case TargetTrackingPolicy tracking -> isAbove ? tracking.targetValue() : tracking.targetValue() * 0.9;
      case StepScalingPolicy _ -> 20;
    };
    return new AlarmSignal(
        VARIANT, policy.name(), (isAbove ? "high-" : "low-") + policy.name(), state, threshold, isAbove, List.of(points), at);
  }

  static AlarmSignal high(ScalingPolicy policy, Instant at, Double... points) {
    return signal(policy, AlarmState.ALARM, true, at, points);
  }

  static AlarmSignal low(ScalingPolicy policy, Instant at, Double... points) {
    return signal(policy, AlarmState.ALARM, false, at, points);
  }
}
