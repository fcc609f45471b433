package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigRequest;

/** {@code endpoint component update}: one UpdateInferenceComponentRuntimeConfig. */
@Command(
    name = "update",
    customSynopsis = "sagescale endpoint component update COMPONENT --copies N [OPTIONS]",
    header = "Set the copies of an inference component by hand.",
    footer = {
      "  sagescale endpoint component update llama3-8b --copies 2 --wait"
    })
final class ComponentUpdateCommand implements Task {
  @Parameters(index = "0", paramLabel = "COMPONENT", description = "Name of the component.")
  private String component = "";

  @Option(names = "--copies", paramLabel = "N", required = true, description = "Copies wanted.")
  private int copies;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ComponentUpdateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    UpdateInferenceComponentRuntimeConfigRequest request = UpdateInferenceComponentRuntimeConfigRequest.builder()
        .inferenceComponentName(component).desiredRuntimeConfig(runtime -> runtime.copyCount(copies)).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    aws.answer(around, clients -> Answer.said(clients.sageMaker().updateInferenceComponentRuntimeConfig(request), component,
        "component " + component + " goes to " + copies + (copies == 1 ? " copy" : " copies")));
    ComponentShowCommand.await(around, aws, waiting, component);
    return Exit.DONE;
  }
}
