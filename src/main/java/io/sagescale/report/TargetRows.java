package io.sagescale.report;

import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Scalable targets for people. */
public final class TargetRows {
  private TargetRows() {}

  public static Sheet sheet(List<ScalableTarget> targets) {
    return Sheet.titled("no scalable targets", List.of("TARGET", "#MIN", "#MAX", "SUSPENDED", "REGISTERED", "+ARN"),
        targets.stream().map(target -> {
          String name = AwsWords.target(target.resourceId());
          return new Sheet.Row(name, List.of(name, AwsWords.dash(target.minCapacity()), AwsWords.dash(target.maxCapacity()),
              AwsWords.dash(AwsWords.suspended(target.suspendedState())), AwsWords.time(target.creationTime()),
              AwsWords.dash(target.scalableTargetARN())));
        }).toList());
  }

  /** One target, and what its policies do. */
  public static Card card(ScalableTarget target, List<ScalingPolicy> policies) {
    String suspended = AwsWords.suspended(target.suspendedState());
    return new Card()
        .with("Target", AwsWords.target(target.resourceId()))
        .with("Capacity", target.minCapacity() + " to " + AwsWords.capacity(target.resourceId(), target.maxCapacity()))
        .with("Suspended", suspended.isEmpty() ? "nothing" : suspended)
        .with("Registered", AwsWords.time(target.creationTime()))
        .with("Policies", policies.isEmpty() ? List.of("none")
            : policies.stream().map(policy -> policy.policyName() + ": " + PolicyRows.rule(policy)).toList())
        .with("ARN", target.scalableTargetARN());
  }
}
