package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;

/** {@code alarm delete}: one DeleteAlarms. */
@Command(
    name = "delete",
    customSynopsis = "sagescale alarm delete ALARM... --yes [OPTIONS]",
    header = "Delete alarms.",
    footer = {
      "  sagescale alarm delete burst-alarm busy --yes"
    })
final class AlarmDeleteCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "ALARM", description = "Names of alarms, at most 100.")
  private List<String> alarms = List.of();

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmDeleteCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeleteAlarmsRequest request = DeleteAlarmsRequest.builder().alarmNames(alarms).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    sure.check(around, "what waits for " + String.join(", ", alarms) + " will wait in vain",
        "sagescale alarm list -o name");
    return aws.answer(around, clients -> Answer.said(clients.cloudWatch().deleteAlarms(request),
        String.join("\n", alarms), String.join(", ", alarms) + (alarms.size() == 1 ? " is" : " are") + " deleted"));
  }
}
