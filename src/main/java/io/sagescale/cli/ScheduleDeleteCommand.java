package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code schedule delete}: one DeleteScheduledAction. */
@Command(
    name = "delete",
    customSynopsis = "sagescale schedule delete TARGET NAME --yes [OPTIONS]",
    header = "Delete a scheduled action.",
    footer = {
      "  sagescale schedule delete llama3-8b/AllTraffic office --yes"
    })
final class ScheduleDeleteCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "NAME", description = "Name of the scheduled action.")
  private String name = "";

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ScheduleDeleteCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeleteScheduledActionRequest request = DeleteScheduledActionRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .scheduledActionName(name)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    sure.check(around, "deleting scheduled action " + name + " leaves the limits of " + target.shortName() + " as they are then",
        "sagescale schedule list " + target.shortName());
    return aws.answer(around, clients -> Answer.said(clients.scaling().deleteScheduledAction(request), name,
        "scheduled action " + name + " of " + target.shortName() + " is deleted"));
  }
}
