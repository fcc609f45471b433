package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.report.PolicyRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** {@code policy show}: DescribeScalingPolicies of one name. */
@Command(
    name = "show",
    customSynopsis = "sagescale policy show TARGET POLICY [OPTIONS]",
    header = "Show a policy, its steps and its alarms.",
    footer = {
      "  sagescale policy show llama3-8b/AllTraffic ConcurrentRequestsPerModel"
    })
final class PolicyShowCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "POLICY", description = "Name of the policy.")
  private String policy = "";

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  PolicyShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<ScalingPolicy> found = PolicyPages.of(clients, target, List.of(policy));
      if (found.isEmpty()) {
        throw Refusal.refused(target.shortName() + " has no policy " + Cli.quoted(policy),
            "See: sagescale policy list " + target.shortName());
      }
      return Answer.card(DescribeScalingPoliciesResponse.builder().scalingPolicies(found).build(),
          PolicyRows.card(found.getFirst()), policy);
    });
  }
}
