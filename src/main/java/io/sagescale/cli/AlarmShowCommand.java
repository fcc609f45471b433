package io.sagescale.cli;

import io.sagescale.report.AlarmRows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** {@code alarm show}: DescribeAlarms of one name, again and again if it is to wait. */
@Command(
    name = "show",
    customSynopsis = "sagescale alarm show ALARM [OPTIONS]",
    header = "Show an alarm, why it is in its state, and whom it tells.",
    footer = {
      "  sagescale alarm show burst-alarm",
      "  sagescale alarm show burst-alarm --until ALARM --wait=5m"
    })
final class AlarmShowCommand implements Task {
  @Parameters(index = "0", paramLabel = "ALARM", description = "Name of the alarm; see: sagescale alarm list -o name.")
  private String alarm = "";

  @Option(names = "--until", paramLabel = "STATE", completionCandidates = AlarmStateWord.All.class, converter = AlarmStateWord.class,
      description = "Wait until it is in this state: ${COMPLETION-CANDIDATES}.")
  private @Nullable StateValue wanted;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (wanted == null && waiting.isWaiting()) {
      throw Refusal.usage("--wait needs a state to wait for", "Add --until ALARM, or another state");
    }
    if (wanted != null) {
      waiting.imply();
    }
    DescribeAlarmsResponse found = waiting.until(around, WaitOption.OF_SCALING, this::ask,
        response -> wanted == state(response), alarm + " is still not in " + wanted);
    Instant now = around.clock().instant();
    aws.show(around, Answer.card(found, found.metricAlarms().isEmpty() ? AlarmRows.card(found.compositeAlarms().getFirst(), now)
        : AlarmRows.card(found.metricAlarms().getFirst(), now), alarm));
    return Exit.DONE;
  }

  private static StateValue state(DescribeAlarmsResponse found) {
    return found.metricAlarms().isEmpty()
        ? found.compositeAlarms().getFirst().stateValue() : found.metricAlarms().getFirst().stateValue();
  }

  private DescribeAlarmsResponse ask() {
    DescribeAlarmsResponse found = aws.ask(around, clients -> clients.cloudWatch().describeAlarms(
        DescribeAlarmsRequest.builder().alarmNames(alarm).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM).build()));
    if (found.metricAlarms().isEmpty() && found.compositeAlarms().isEmpty()) {
      throw Refusal.refused("there is no alarm " + Cli.quoted(alarm), "See: sagescale alarm list -o name");
    }
    return found;
  }
}
