package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;

/** {@code policy delete}: DeleteScalingPolicy, and DeleteAlarms if it is asked for. */
@Command(
    name = "delete",
    customSynopsis = "sagescale policy delete TARGET POLICY --yes [OPTIONS]",
    header = "Delete a policy; the alarms of target tracking go with it.",
    footer = {
      "  sagescale policy delete llama3-8b/AllTraffic \\",
      "      ConcurrentRequestsPerModel --yes",
      "  sagescale policy delete llama3-8b/AllTraffic burst --with-alarm --yes"
    })
final class PolicyDeleteCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "POLICY", description = "Name of the policy.")
  private String policy = "";

  @Option(names = "--with-alarm", description = "Also delete the alarm that policy step made for it.")
  private boolean isWithAlarm;

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  PolicyDeleteCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeleteScalingPolicyRequest request = DeleteScalingPolicyRequest.builder()
        .policyName(policy)
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .build();
    String alarmName = PolicyStepCommand.alarmName(target, policy);
    DeleteAlarmsRequest alarm = DeleteAlarmsRequest.builder().alarmNames(alarmName).build();
    if (change.isDry) {
      return aws.showCalls(around, isWithAlarm ? List.of(Call.of(request), Call.of(alarm)) : List.of(Call.of(request)));
    }
    sure.check(around, "deleting policy " + policy + " ends what it does for " + target.shortName(),
        "sagescale policy show " + target.shortName() + " " + policy);
    return aws.answer(around, clients -> {
      Steps steps = new Steps(aws.engine(around), "Finish with: sagescale alarm delete " + alarmName);
      DeleteScalingPolicyResponse deleted =
          steps.make("policy " + policy + " deleted", () -> clients.scaling().deleteScalingPolicy(request));
      if (isWithAlarm) {
        steps.make("alarm " + alarmName + " deleted", () -> clients.cloudWatch().deleteAlarms(alarm));
      }
      return Answer.said(deleted, policy,
          "policy " + policy + " of " + target.shortName() + " is deleted" + (isWithAlarm ? ", and its alarm" : ""));
    });
  }
}
