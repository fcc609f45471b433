package io.sagescale.cli;

import io.sagescale.report.EndpointRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  sagescale endpoint show llama3-8b --wait=30m"
    })
final class EndpointShowCommand implements Task {
  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Name of the endpoint.")
  private String endpoint = "";

  @Mixin private WaitOption waiting = new WaitOption();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    DescribeEndpointResponse found =
        waiting.until(around, WaitOption.OF_ENDPOINTS, this::ask, WaitOption::isSettled, endpoint + " is still changing");
    aws.show(around, Answer.card(found, EndpointRows.card(found), endpoint));
    return waiting.isWaiting() && found.endpointStatus() != EndpointStatus.IN_SERVICE ? Exit.FAILED : Exit.DONE;
  }

  private DescribeEndpointResponse ask() {
    return aws.ask(around, clients -> clients.sageMaker().describeEndpoint(
        DescribeEndpointRequest.builder().endpointName(endpoint).build()));
  }
}
