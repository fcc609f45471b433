package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code target deregister}: one DeregisterScalableTarget. */
@Command(
    name = "deregister",
    customSynopsis = "sagescale target deregister TARGET --yes [OPTIONS]",
    header = "Take a target out of scaling, with its policies and schedules.",
    footer = {
      "  sagescale target deregister llama3-8b/AllTraffic --yes"
    })
final class TargetDeregisterCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  TargetDeregisterCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeregisterScalableTargetRequest request = DeregisterScalableTargetRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    sure.check(around, "deregistering deletes the policies and scheduled actions of " + target.shortName() + " too",
        "sagescale target show " + target.shortName());
    return aws.answer(around, clients -> Answer.said(clients.scaling().deregisterScalableTarget(request),
        target.shortName(), target.shortName() + " is deregistered"));
  }
}
