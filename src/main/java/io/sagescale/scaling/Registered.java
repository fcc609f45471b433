package io.sagescale.scaling;

import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered target with its policies by name, and when its capacity was last changed from here. */
final class Registered {

  ScalableTarget target;
  final Map<String, ScalingPolicy> policies = new LinkedHashMap<>();
  @Nullable Instant lastChange;

  Registered(ScalableTarget target) {
    this.target = target;
  }

  /** The target tracking policies that may scale in. */
  List<TargetTrackingPolicy> shrinkingPolicies() {
    List<TargetTrackingPolicy> shrinking = new ArrayList<>();
    for (ScalingPolicy policy : policies.values()) {
      if (policy instanceof TargetTrackingPolicy tracking && !tracking.isScaleInDisabled()) {
        shrinking.add(tracking);
      }
    }
    return shrinking;
  }

  /** Whose cooldown a scale-in starts: its policy's own, or that of all target tracking policies that agreed to it. */
  List<String> sharersOfScaleIn(String policyName) {
    return policy(policyName) instanceof StepScalingPolicy
        ? List.of(policyName)
        : shrinkingPolicies().stream().map(TargetTrackingPolicy::name).toList();
  }

  Duration outCooldown(String policyName) {
    return switch (policy(policyName)) {
      case TargetTrackingPolicy tracking -> ScalingPolicy.orDefault(tracking.scaleOutCooldown());
      case StepScalingPolicy step -> ScalingPolicy.orDefault(step.cooldown());
    };
  }

  Duration inCooldown(String policyName) {
    return switch (policy(policyName)) {
      case TargetTrackingPolicy tracking -> ScalingPolicy.orDefault(tracking.scaleInCooldown());
      case StepScalingPolicy step -> ScalingPolicy.orDefault(step.cooldown());
    };
  }

  private ScalingPolicy policy(String name) {
    ScalingPolicy policy = policies.get(name);
    if (policy == null) {
      throw new IllegalStateException("no policy " + name + " of " + target.resource().text());
    }
    return policy;
  }
}
