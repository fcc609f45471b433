package io.sagescale.cli;

import io.sagescale.report.PolicyRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** {@code policy list}: DescribeScalingPolicies, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale policy list [TARGET] [OPTIONS]",
    header = "List scaling policies.",
    footer = {
      "  sagescale policy list",
      "  sagescale policy list llama3-8b/AllTraffic -o wide"
    })
final class PolicyListCommand implements Task {
  @Mixin private TargetFilter only = new TargetFilter();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  PolicyListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<ScalingPolicy> policies = PolicyPages.of(clients, only.target(), List.of());
      return Answer.rows(
          DescribeScalingPoliciesResponse.builder().scalingPolicies(policies).build(), PolicyRows.sheet(policies));
    });
  }
}
