package io.sagescale.cli;

import io.sagescale.report.ComponentRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSummary;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsResponse;

/** {@code endpoint component list}: ListInferenceComponents, all pages. */
@Command(
    name = "list",
    customSynopsis = "sagescale endpoint component list [ENDPOINT] [OPTIONS]",
    header = "List inference components.",
    footer = {
      "  sagescale endpoint component list"
    })
final class ComponentListCommand implements Task {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ENDPOINT", description = "Only of this endpoint.")
  private @Nullable String endpoint;

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  ComponentListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return aws.answer(around, clients -> {
      List<InferenceComponentSummary> components = Pages.all(
          token -> clients.sageMaker().listInferenceComponents(
              ListInferenceComponentsRequest.builder().endpointNameEquals(endpoint).nextToken(token).build()),
          ListInferenceComponentsResponse::inferenceComponents,
          ListInferenceComponentsResponse::nextToken);
      return Answer.rows(ListInferenceComponentsResponse.builder().inferenceComponents(components).build(),
          ComponentRows.sheet(components));
    });
  }
}
