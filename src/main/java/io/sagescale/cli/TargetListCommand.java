package io.sagescale.cli;

import io.sagescale.report.TargetRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code target list}: DescribeScalableTargets, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale target list [OPTIONS]",
    header = "List what is registered to be scaled.",
    footer = {
      "  sagescale target list",
      "  sagescale target list -o json"
    })
final class TargetListCommand implements Task {
  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<ScalableTarget> targets = Pages.all(
          token -> clients.scaling().describeScalableTargets(DescribeScalableTargetsRequest.builder()
              .serviceNamespace(ServiceNamespace.SAGEMAKER).nextToken(token).build()),
          DescribeScalableTargetsResponse::scalableTargets,
          DescribeScalableTargetsResponse::nextToken);
      return Answer.rows(
          DescribeScalableTargetsResponse.builder().scalableTargets(targets).build(), TargetRows.sheet(targets));
    });
  }
}
