package io.sagescale.cli;

import io.sagescale.report.EndpointRows;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;

/** {@code endpoint list}: ListEndpoints, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale endpoint list [OPTIONS]",
    header = "List endpoints.",
    footer = {
      "  sagescale endpoint list"
    })
final class EndpointListCommand implements Task {
  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  EndpointListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<EndpointSummary> endpoints = Pages.all(
          token -> clients.sageMaker().listEndpoints(ListEndpointsRequest.builder().nextToken(token).build()),
          ListEndpointsResponse::endpoints,
          ListEndpointsResponse::nextToken);
      return Answer.rows(
          ListEndpointsResponse.builder().endpoints(endpoints).build(), EndpointRows.sheet(endpoints));
    });
  }
}
