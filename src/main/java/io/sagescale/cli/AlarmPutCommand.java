package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** {@code alarm put}: one PutMetricAlarm. */
@Command(
    name = "put",
    customSynopsis = "sagescale alarm put ALARM TARGET --metric METRIC --at-least V [OPTIONS]",
    header = "Make an alarm on a metric of a target, or change it.",
    footer = {
      "  sagescale alarm put busy llama3-8b/AllTraffic --above 20 \\",
      "      --metric ConcurrentRequestsPerModel --period 10s --points 2/3"
    })
final class AlarmPutCommand implements Task {
  @Parameters(index = "0", paramLabel = "ALARM", description = "Name of the alarm; see: sagescale alarm list -o name.")
  private String alarm = "";

  @Parameters(index = "1", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Mixin private ConditionOptions condition = new ConditionOptions();

  @Option(names = "--action", paramLabel = "ARN", description = "Whom to tell on alarm: the ARN of a policy or a topic; any number.")
  private List<String> actions = List.of();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  AlarmPutCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    PutMetricAlarmRequest request = condition.alarm(alarm, target).alarmActions(actions).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    return aws.answer(around, clients -> Answer.said(clients.cloudWatch().putMetricAlarm(request), alarm,
        "alarm " + alarm + " goes off when " + condition.sentence()));
  }
}
