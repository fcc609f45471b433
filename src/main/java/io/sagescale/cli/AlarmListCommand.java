package io.sagescale.cli;

import io.sagescale.report.AlarmRows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** {@code alarm list}: DescribeAlarms, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale alarm list [TARGET] [OPTIONS]",
    header = "List alarms with their condition and state.",
    footer = {
      "  sagescale alarm list llama3-8b/AllTraffic",
      "  sagescale alarm list --alarm-state ALARM -o name"
    })
final class AlarmListCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Option(names = "--alarm-state", paramLabel = "STATE", completionCandidates = AlarmStateWord.All.class, converter = AlarmStateWord.class,
      description = "Only alarms in this state: ${COMPLETION-CANDIDATES}.")
  private @Nullable StateValue alarmState;

  @Option(names = "--prefix", paramLabel = "TEXT", description = "Only alarms whose name begins so.")
  private @Nullable String prefix;

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      DescribeAlarmsResponse found = AlarmPages.of(
          clients, only.target(), request -> request.stateValue(alarmState).alarmNamePrefix(prefix));
      return Answer.rows(found, AlarmRows.sheet(found.metricAlarms(), found.compositeAlarms(), around.clock().instant()));
    });
  }
}
