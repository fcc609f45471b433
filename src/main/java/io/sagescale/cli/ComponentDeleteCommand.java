package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentRequest;

/** {@code endpoint component delete}: one DeleteInferenceComponent. */
@Command(
    name = "delete",
    customSynopsis = "sagescale endpoint component delete COMPONENT --yes [OPTIONS]",
    header = "Delete an inference component with its copies.",
    footer = {
      "  sagescale endpoint component delete llama3-8b --yes"
    })
final class ComponentDeleteCommand implements Task {
  @Parameters(index = "0", paramLabel = "COMPONENT", description = "Name of the component.")
  private String component = "";

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ComponentDeleteCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeleteInferenceComponentRequest request =
        DeleteInferenceComponentRequest.builder().inferenceComponentName(component).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    sure.check(around, "deleting component " + component + " ends its service", "sagescale endpoint component show " + component);
    return aws.answer(around, clients -> Answer.said(clients.sageMaker().deleteInferenceComponent(request), component,
        "component " + component + " is being deleted"));
  }
}
