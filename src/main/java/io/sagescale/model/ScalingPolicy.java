package io.sagescale.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a target scales. Its name is unique among the policies of one target. */
public sealed interface ScalingPolicy permits TargetTrackingPolicy, StepScalingPolicy {
  /** The cooldown AWS uses for SageMaker resources when none is given. Source: AAS user guide, target tracking overview. */
  Duration DEFAULT_COOLDOWN = Duration.ofSeconds(300);

  String name();

  /** The cooldown as given, or AWS's default. */
  static Duration orDefault(@Nullable Duration cooldown) {
    return cooldown == null ? DEFAULT_COOLDOWN : cooldown;
  }
}
