package io.sagescale.report;

import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** Scalable targets for people. */
public final class TargetRows {
  private TargetRows() {}

  public static Sheet sheet(List<ScalableTarget> targets) {
    return Sheet.titled("no scalable targets", List.of("TARGET", "#MIN", "#MAX", "SUSPENDED", "@REGISTERED", "+ARN"),
        targets.stream().map(target -> {
          String name = AwsWords.target(target.resourceId());
          return new Sheet.Row(name, List.of(name, AwsWords.dash(target.minCapacity()), AwsWords.dash(target.maxCapacity()),
              AwsWords.dash(AwsWords.suspended(target.suspendedState())), AwsWords.time(target.creationTime()),
              AwsWords.dash(target.scalableTargetARN())));
        }).toList());
  }
}
