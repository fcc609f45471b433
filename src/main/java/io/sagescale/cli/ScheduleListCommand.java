package io.sagescale.cli;

import io.sagescale.report.ScheduleRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** {@code schedule list}: DescribeScheduledActions, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale schedule list [TARGET] [OPTIONS]",
    header = "List scheduled actions.",
    footer = {
      "  sagescale schedule list",
      "  sagescale schedule list llama3-8b/AllTraffic"
    })
final class ScheduleListCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ScheduleListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<ScheduledAction> actions = SchedulePages.of(clients, only.target());
      return Answer.rows(
          DescribeScheduledActionsResponse.builder().scheduledActions(actions).build(), ScheduleRows.sheet(actions));
    });
  }
}
