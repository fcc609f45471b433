package io.sagescale.cli;

import io.sagescale.report.ActivityRows;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  private static final Duration EVERY = Duration.ofSeconds(5);

  @Mixin private TargetFilter only = new TargetFilter();

  @Option(names = "--for", paramLabel = "TIME", converter = DurationWord.class, description = "Stop after this time.")
  private @Nullable Duration length;

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
    @Nullable Instant end = length == null ? null : around.clock().instant().plus(length);
    Set<List<Object>> told = new LinkedHashSet<>();
    while (true) {
      for (ScalingActivity activity : aws.ask(around, clients -> ActivityPages.newestFirst(clients, only.target(), true)).reversed()) {
        if (told.add(List.of(activity.activityId(), String.valueOf(activity.statusCodeAsString())))) {
          around.out().print(ActivityRows.line(activity, aws.look(around)));
        }
      }
      around.out().flush();
      if (end != null && !around.clock().instant().plus(EVERY).isBefore(end)) {
        return Exit.DONE;
      }
      around.clock().pause(EVERY);
    }
  }
}
