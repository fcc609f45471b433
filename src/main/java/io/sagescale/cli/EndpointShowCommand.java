package io.sagescale.cli;

import io.sagescale.report.EndpointRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;

/** {@code endpoint show}: DescribeEndpoint, again and again if it is to wait. */
@Command(
    name = "show",
    customSynopsis = "sagescale endpoint show ENDPOINT [OPTIONS]",
    header = "Show an endpoint, its status and its variants.",
    footer = {
      "  sagescale endpoint show llama3-8b",
      "  sagescale endpoint show llama3-8b --wait --timeout 30m"
    })
final class EndpointShowCommand implements Task {
  private static final List<EndpointStatus> SETTLED = List.of(EndpointStatus.IN_SERVICE, EndpointStatus.FAILED,
      EndpointStatus.OUT_OF_SERVICE, EndpointStatus.UPDATE_ROLLBACK_FAILED);

  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Name of the endpoint.")
  private String endpoint = "";

  @Option(names = "--wait", description = "Wait until it is in service, or has failed.")
  private boolean isWaiting;

  @Mixin private Waiting waiting = new Waiting();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DescribeEndpointResponse found = isWaiting
        ? waiting.until(around, this::ask, one -> one.endpointStatus() != null && SETTLED.contains(one.endpointStatus()), endpoint + " is still not in service")
        : ask();
    aws.show(around, Answer.card(found, EndpointRows.card(found), endpoint));
    return isWaiting && found.endpointStatus() != EndpointStatus.IN_SERVICE ? Exit.FAILED : Exit.DONE;
  }

  private DescribeEndpointResponse ask() {
    return aws.ask(around, clients -> clients.sageMaker().describeEndpoint(
        DescribeEndpointRequest.builder().endpointName(endpoint).build()));
  }
}
