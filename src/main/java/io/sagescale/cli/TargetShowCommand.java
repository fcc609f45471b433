package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.report.TargetRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code target show}: DescribeScalableTargets and DescribeScalingPolicies. */
@Command(
    name = "show",
    customSynopsis = "sagescale target show TARGET [OPTIONS]",
    header = "Show a target, its limits and its policies.",
    footer = {
      "  sagescale target show llama3-8b/AllTraffic"
    })
final class TargetShowCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      DescribeScalableTargetsResponse found = clients.scaling().describeScalableTargets(
          DescribeScalableTargetsRequest.builder()
              .serviceNamespace(ServiceNamespace.SAGEMAKER)
              .resourceIds(target.text())
              .scalableDimension(target.dimension().text())
              .build());
      if (found.scalableTargets().isEmpty()) {
        throw Refusal.refused(target.shortName() + " is not registered",
            "sagescale target register " + target.shortName() + " --min N --max N");
      }
      return Answer.card(found,
          TargetRows.card(found.scalableTargets().getFirst(), PolicyPages.of(clients, target, List.of())), target.shortName());
    });
  }
}
