package io.sagescale.model;

import java.time.Duration;

/**
 * SageMaker's own scaling of the instances under inference components.
 *
 * @param idleRelease how long an instance without copies is kept. Unverified: AWS does not publish it; seen 10 and 12 minutes
 */
public record ManagedInstanceScaling(CapacityRange instances, Duration idleRelease) {
  /** Source: launch post on scaling to zero, "instances to zero 10 minutes later". */
  public static final Duration DEFAULT_IDLE_RELEASE = Duration.ofMinutes(10);
}
