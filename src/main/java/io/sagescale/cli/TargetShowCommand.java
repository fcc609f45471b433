package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code target show}: DescribeScalableTargets, and for a person one call of each kind that tells how the target stands. */
@Command(
    name = "show",
    customSynopsis = "sagescale target show TARGET [OPTIONS]",
    header = "Show how a target stands: capacity, policies, alarms, what it did last.",
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
      return aws.isForPeople()
          ? Answer.card(found, new TargetGlance(clients, target, aws.engine(around))
              .of(found.scalableTargets().getFirst(), around.clock().instant()).card(), target.shortName())
          : Answer.said(found, target.shortName(), target.shortName());
    });
  }
}
