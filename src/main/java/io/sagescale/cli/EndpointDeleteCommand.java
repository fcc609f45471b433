package io.sagescale.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;

/** {@code endpoint delete}: DeleteEndpoint, and DeleteEndpointConfig if asked. */
@Command(
    name = "delete",
    customSynopsis = "sagescale endpoint delete ENDPOINT --yes [OPTIONS]",
    header = "Delete an endpoint, so that it costs nothing any more.",
    footer = {
      "  sagescale endpoint delete llama3-8b --yes",
      "  sagescale endpoint delete chat --yes --with-config"
    })
final class EndpointDeleteCommand implements Task {
  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Name of the endpoint.")
  private String endpoint = "";

  @Option(names = "--with-config", description = "Also delete the config that it has.")
  private boolean isWithConfig;

  @Mixin private Sure sure = new Sure();

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointDeleteCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DeleteEndpointRequest request = DeleteEndpointRequest.builder().endpointName(endpoint).build();
    if (change.isDry) {
      return aws.showCalls(around, isWithConfig
          ? List.of(Call.of(request), Call.of(config("CONFIG-OF-THE-ENDPOINT"))) : List.of(Call.of(request)));
    }
    sure.check(around, "deleting endpoint " + endpoint + " ends its service", "sagescale endpoint show " + endpoint);
    return aws.answer(around, clients -> {
      String name = isWithConfig ? clients.sageMaker().describeEndpoint(
          DescribeEndpointRequest.builder().endpointName(endpoint).build()).endpointConfigName() : "";
      Steps steps = new Steps(aws.engine(around), "Finish with: aws sagemaker delete-endpoint-config --endpoint-config-name " + name);
      DeleteEndpointResponse deleted = steps.make("endpoint " + endpoint + " deleted", () -> clients.sageMaker().deleteEndpoint(request));
      if (isWithConfig) {
        steps.make("config " + name + " deleted", () -> clients.sageMaker().deleteEndpointConfig(config(name)));
      }
      return Answer.said(deleted, endpoint, "endpoint " + endpoint + " is being deleted"
          + (isWithConfig ? ", config " + name + " is deleted" : ""));
    });
  }

  private static DeleteEndpointConfigRequest config(String name) {
    return DeleteEndpointConfigRequest.builder().endpointConfigName(name).build();
  }
}
