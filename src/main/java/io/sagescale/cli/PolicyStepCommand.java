package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code policy step}: PutScalingPolicy and PutMetricAlarm. */
@Command(
    name = "step",
    customSynopsis = "sagescale policy step TARGET --at-least V --step FROM:TO=BY... [OPTIONS]",
    header = "Add or take capacity in steps: a step policy and its alarm in one.",
    footer = {
      "  sagescale policy step llama3-8b/AllTraffic --name burst \\",
      "      --metric ConcurrentRequestsPerModel --at-least 20 \\",
      "      --step 20:40=+1 --step 40:=+2 --period 10s --points 2/3"
    })
final class PolicyStepCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Mixin private ConditionOptions condition = new ConditionOptions();

  @Option(names = "--step", paramLabel = "FROM:TO=BY", required = true, converter = StepWord.class,
      description = "Values of the metric and what to do: +1, -1, +50%%, or 4 for exactly four; any number.")
  private List<StepWord.Step> steps = List.of();

  @Option(names = "--cooldown", paramLabel = "TIME", converter = DurationWord.class,
      description = "Rest after scaling; AWS's default is 300s.")
  private @Nullable Duration cooldown;

  @Option(names = "--name", paramLabel = "POLICY", description = "Name of the policy; the metric's when left out.")
  private @Nullable String name;

  @Option(names = "--alarm", paramLabel = "NAME", description = "Name of the alarm; made of target and policy when left out.")
  private @Nullable String alarm;

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  PolicyStepCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    String policy = name == null ? condition.metric() : name;
    BigDecimal threshold = condition.threshold();
    PutScalingPolicyRequest request = PutScalingPolicyRequest.builder()
        .policyName(policy)
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .policyType(PolicyType.STEP_SCALING)
        .stepScalingPolicyConfiguration(step -> step
            .adjustmentType(StepWord.adjustmentType(steps))
            .metricAggregationType(condition.aggregation())
            .cooldown(cooldown == null ? null : (int) cooldown.toSeconds())
            .stepAdjustments(steps.stream().map(one -> one.relativeTo(threshold)).toList()))
        .build();
    String alarmName = alarm == null ? alarmName(target, policy) : alarm;
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request),
          Call.of(condition.alarm(alarmName, target).alarmActions("ARN-OF-THE-POLICY").build())));
    }
    return aws.answer(around, clients -> {
      Steps steps = new Steps(aws.engine(around), "The policy does nothing without its alarm: mend that and run it again, or take "
          + "it back with: sagescale policy delete " + target.shortName() + " " + policy);
      PutScalingPolicyResponse put = steps.make("policy " + policy, () -> clients.scaling().putScalingPolicy(request));
      steps.make("alarm " + alarmName, () -> clients.cloudWatch().putMetricAlarm(
          condition.alarm(alarmName, target).alarmActions(put.policyARN()).build()));
      return Answer.said(put, policy, "policy " + policy + " of " + target.shortName() + " steps when " + condition.sentence()
          + "\nalarm: " + alarmName);
    });
  }

  /** The name that a step policy's alarm has unless it is given another. */
  static String alarmName(ResourceId target, String policy) {
    return "StepScaling-" + target.text() + "-" + policy;
  }
}
