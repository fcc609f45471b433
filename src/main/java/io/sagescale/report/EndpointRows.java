package io.sagescale.report;

import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;

/** Endpoints for people. */
public final class EndpointRows {
  private EndpointRows() {}

  public static Sheet sheet(List<EndpointSummary> endpoints) {
    return Sheet.titled("no endpoints", List.of("ENDPOINT", "STATUS", "@CREATED", "@CHANGED", "+ARN"),
        endpoints.stream().map(one -> new Sheet.Row(one.endpointName(), List.of(one.endpointName(),
            AwsWords.dash(one.endpointStatusAsString()), AwsWords.time(one.creationTime()),
            AwsWords.time(one.lastModifiedTime()), AwsWords.dash(one.endpointArn())))).toList());
  }

  public static Card card(DescribeEndpointResponse endpoint) {
    return new Card()
        .with("Endpoint", endpoint.endpointName())
        .withStates("Status", List.of(AwsWords.dash(endpoint.endpointStatusAsString())))
        .with("Failure", endpoint.failureReason())
        .with("Config", endpoint.endpointConfigName())
        .with("Variants", endpoint.productionVariants().stream().map(EndpointRows::variant).toList())
        .with("Created", AwsWords.time(endpoint.creationTime()))
        .with("Changed", AwsWords.time(endpoint.lastModifiedTime()))
        .with("ARN", endpoint.endpointArn());
  }

  private static String variant(ProductionVariantSummary variant) {
    Integer current = variant.currentInstanceCount();
    Integer desired = variant.desiredInstanceCount();
    String now = AwsWords.dash(current) + (Integer.valueOf(1).equals(current) ? " instance" : " instances");
    return variant.variantName() + ": " + now
        + (desired == null || desired.equals(current) ? "" : ", " + desired + " wanted");
  }
}
