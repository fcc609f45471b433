package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** {@code alarm set-state}: one SetAlarmState. */
@Command(
    name = "set-state",
    customSynopsis = "sagescale alarm set-state ALARM STATE [OPTIONS]",
    header = "Put an alarm into a state until it is evaluated next, to try its actions.",
    footer = {
      "  sagescale alarm set-state burst-alarm ALARM --reason drill"
    })
final class AlarmSetStateCommand implements Task {
  @Parameters(index = "0", paramLabel = "ALARM", description = "Name of the alarm; see: sagescale alarm list -o name.")
  private String alarm = "";

  @Parameters(index = "1", paramLabel = "STATE", completionCandidates = AlarmStateWord.All.class, converter = AlarmStateWord.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private StateValue state;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "set by hand", description = "Kept in the history.")
  private String reason = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmSetStateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    SetAlarmStateRequest request =
        SetAlarmStateRequest.builder().alarmName(alarm).stateValue(state).stateReason(reason).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(clients.cloudWatch().setAlarmState(request), alarm,
        "alarm " + alarm + " is in " + state + ", until it is evaluated next"));
  }
}
