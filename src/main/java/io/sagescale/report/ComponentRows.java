package io.sagescale.report;

import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentRuntimeConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSummary;

/** Inference components for people. */
public final class ComponentRows {
  private ComponentRows() {}

  public static Sheet sheet(List<InferenceComponentSummary> components) {
    return Sheet.titled("no inference components", List.of("COMPONENT", "STATUS", "ON", "@CREATED", "@CHANGED", "+ARN"),
        components.stream().map(one -> new Sheet.Row(one.inferenceComponentName(), List.of(one.inferenceComponentName(),
            AwsWords.dash(one.inferenceComponentStatusAsString()), one.endpointName() + "/" + one.variantName(),
            AwsWords.time(one.creationTime()), AwsWords.time(one.lastModifiedTime()),
            AwsWords.dash(one.inferenceComponentArn())))).toList());
  }

  public static Card card(DescribeInferenceComponentResponse component) {
    InferenceComponentRuntimeConfigSummary runtime = component.runtimeConfig();
    return new Card()
        .with("Component", component.inferenceComponentName())
        .withStates("Status", List.of(AwsWords.dash(component.inferenceComponentStatusAsString())))
        .with("Failure", component.failureReason())
        .with("On", component.endpointName() + "/" + component.variantName())
        .with("Copies", runtime == null ? null : AwsWords.dash(runtime.currentCopyCount())
            + (runtime.desiredCopyCount() == null || runtime.desiredCopyCount().equals(runtime.currentCopyCount())
                ? "" : ", " + runtime.desiredCopyCount() + " wanted"))
        .with("Model", component.specification() == null ? null : component.specification().modelName())
        .with("Created", AwsWords.time(component.creationTime()))
        .with("Changed", AwsWords.time(component.lastModifiedTime()))
        .with("ARN", component.inferenceComponentArn());
  }
}
