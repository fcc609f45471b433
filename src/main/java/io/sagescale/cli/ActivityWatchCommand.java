package io.sagescale.cli;

import io.sagescale.report.ActivityRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;

/** {@code activity watch}: DescribeScalingActivities, again and again. */
@Command(
    name = "watch",
    customSynopsis = "sagescale activity watch [TARGET] [OPTIONS]",
    header = "Tell of scaling activities as they come, until interrupted.",
    footer = {
      "  sagescale activity watch llama3-8b/AllTraffic --for 1m"
    })
final class ActivityWatchCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Mixin private Following following = new Following();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ActivityWatchCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!aws.isForPeople()) {
      throw Refusal.usage("activity watch writes lines for people", "Use: sagescale activity list -o " + aws.output().word());
    }
    Set<List<Object>> told = new LinkedHashSet<>();
    return following.follow(around, () -> {
      for (ScalingActivity activity : aws.ask(around, clients -> ActivityPages.newestFirst(clients, only.target(), true)).reversed()) {
        if (told.add(List.of(activity.activityId(), String.valueOf(activity.statusCodeAsString())))) {
          around.out().print(ActivityRows.line(activity, aws.look(around)));
        }
      }
    });
  }
}
