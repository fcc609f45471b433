package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;

/** {@code endpoint update}: one UpdateEndpoint. */
@Command(
    name = "update",
    customSynopsis = "sagescale endpoint update ENDPOINT --config NAME [OPTIONS]",
    header = "Roll an endpoint over to another config.",
    footer = {
      "  sagescale endpoint update llama3-8b --config llama3-8b-v2 --wait"
    })
final class EndpointUpdateCommand implements Task {
  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Name of the endpoint.")
  private String endpoint = "";

  @Option(names = "--config", paramLabel = "NAME", required = true, description = "The config to go over to.")
  private String config = "";

  @Option(names = "--keep-capacity", description = "Keep the instances and weights that it has, whatever the config says.")
  private boolean isKeeping;

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointUpdateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    UpdateEndpointRequest request = UpdateEndpointRequest.builder().endpointName(endpoint).endpointConfigName(config)
        .retainAllVariantProperties(isKeeping ? true : null).build();
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request)));
    }
    aws.answer(around, clients -> Answer.said(clients.sageMaker().updateEndpoint(request), endpoint,
        "endpoint " + endpoint + " goes over to config " + config));
    return waiting.isWaiting() ? waiting.endpoint(around, aws, endpoint) : Exit.DONE;
  }
}
