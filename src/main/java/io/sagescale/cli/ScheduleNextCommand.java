package io.sagescale.cli;

import io.sagescale.report.ScheduleRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** {@code schedule next}: DescribeScheduledActions, and their calendar. */
@Command(
    name = "next",
    customSynopsis = "sagescale schedule next [TARGET] [OPTIONS]",
    header = "Show when scheduled actions fire next.",
    footer = {
      "  sagescale schedule next llama3-8b/AllTraffic --count 20"
    })
final class ScheduleNextCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "How many firings, ${DEFAULT-VALUE} unless told.")
  private int count;

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ScheduleNextCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (count < 1 || count > 1000) {
      throw Refusal.usage("--count must be from 1 to 1000, here it is " + count, "Try --count 20");
    }
    return aws.answer(around, clients -> {
      List<ScheduledAction> actions = SchedulePages.of(clients, only.target());
      return Answer.rows(DescribeScheduledActionsResponse.builder().scheduledActions(actions).build(),
          ScheduleRows.firings(SchedulePages.firings(actions, around.clock().instant(), count)));
    });
  }
}
