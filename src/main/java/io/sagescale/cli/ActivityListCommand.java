package io.sagescale.cli;

import io.sagescale.report.ActivityRows;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;

/** {@code activity list}: DescribeScalingActivities, all pages, newest first. */
@Command(
    name = "list",
    customSynopsis = "sagescale activity list [TARGET] [OPTIONS]",
    header = "List what scaling did, why, and why it did nothing.",
    footer = {
      "  sagescale activity list llama3-8b/AllTraffic",
      "  sagescale activity list --since 2h -o json"
    })
final class ActivityListCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Option(names = "--since", paramLabel = "TIME", converter = DurationWord.class, description = "How far back, such as 2h; all when left out.")
  private @Nullable Duration since;

  @Option(names = "--scaled-only", description = "Leave out what was not scaled.")
  private boolean isScaledOnly;

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ActivityListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<ScalingActivity> activities = ActivityPages.newestFirst(clients, only.target(), !isScaledOnly).stream()
          .filter(activity -> since == null
              || !activity.startTime().isBefore(around.clock().instant().minus(since)))
          .toList();
      return Answer.rows(DescribeScalingActivitiesResponse.builder().scalingActivities(activities).build(),
          ActivityRows.sheet(activities));
    });
  }
}
