package io.sagescale.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps a metric near a target value; AWS makes and owns the alarm pair. A cooldown that is null takes AWS's default. */
public record TargetTrackingPolicy(
    String name,
    TrackedMetric metric,
    double targetValue,
    @Nullable Duration scaleOutCooldown,
    @Nullable Duration scaleInCooldown,
    boolean isScaleInDisabled)
    implements ScalingPolicy {
  public TargetTrackingPolicy {
    Check.named("policy name", name);
    Check.that(Double.isFinite(targetValue), "target value %s is not finite", targetValue);
  }
}
