package io.sagescale.api;

import io.sagescale.model.ResourceId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentComputeResourceRequirements;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecification;
import software.amazon.awssdk.services.sagemaker.model.ManagedInstanceScalingStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantManagedInstanceScaling;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigRequest;

/** Short words for questions to SageMaker about endpoints and components. */
final class Hosting {
  static final String TYPE = "ml.g5.2xlarge";
  static final String ARN = "arn:aws:sagemaker:us-east-1:123456789012:";
  static final ResourceId.Variant VARIANT = new ResourceId.Variant("ep", "AllTraffic");
  static final ResourceId.Component COMPONENT = new ResourceId.Component("ic");

  final ModelledDesk desk = ModelledDesk.strict();
  private final OperationTable table = OperationTable.of(List.of(new SageMakerApi()));

  /** Nothing but a model named {@code llama}. */
  static Hosting withModel() {
    Hosting hosting = new Hosting();
    hosting.ask(CreateModelRequest.builder().modelName("llama")
        .primaryContainer(ContainerDefinition.builder().image("tgi:2.0.0").build()).build());
    return hosting;
  }

  /** An endpoint {@code ep} of so many instances, still being created. */
  static Hosting creating(int instances) {
    Hosting hosting = withModel();
    hosting.config("cfg", variant("AllTraffic", instances));
    hosting.endpoint("ep", "cfg");
    return hosting;
  }

  static Hosting inService(int instances) {
    Hosting hosting = creating(instances);
    hosting.minutes(10);
    return hosting;
  }

  /** An endpoint for components in service, its instances managed between 0 and 3. */
  static Hosting forComponents() {
    Hosting hosting = withModel();
    hosting.config("cfg", host(1, 0, 3));
    hosting.endpoint("ep", "cfg");
    hosting.minutes(5);
    return hosting;
  }

  static ProductionVariant variant(String name, int instances) {
    return ProductionVariant.builder().variantName(name).modelName("llama").instanceType(TYPE)
        .initialInstanceCount(instances).build();
  }

  static ProductionVariant host(int instances, int min, int max) {
    return ProductionVariant.builder().variantName("AllTraffic").instanceType(TYPE).initialInstanceCount(instances)
        .managedInstanceScaling(managed(min, max)).build();
  }

  static ProductionVariantManagedInstanceScaling managed(int min, int max) {
    return ProductionVariantManagedInstanceScaling.builder().status(ManagedInstanceScalingStatus.ENABLED)
        .minInstanceCount(min).maxInstanceCount(max).build();
  }

  static InferenceComponentSpecification specification(int memoryMb) {
    return InferenceComponentSpecification.builder().modelName("llama")
        .computeResourceRequirements(InferenceComponentComputeResourceRequirements.builder()
            .numberOfAcceleratorDevicesRequired(1f).numberOfCpuCoresRequired(1f).minMemoryRequiredInMb(memoryMb).build())
        .build();
  }

  static CreateInferenceComponentRequest component(String name, int copies) {
    return CreateInferenceComponentRequest.builder().inferenceComponentName(name).endpointName("ep")
        .variantName("AllTraffic").specification(specification(1024)).runtimeConfig(r -> r.copyCount(copies)).build();
  }

  static UpdateInferenceComponentRuntimeConfigRequest copies(String name, int copies) {
    return UpdateInferenceComponentRuntimeConfigRequest.builder().inferenceComponentName(name)
        .desiredRuntimeConfig(r -> r.copyCount(copies)).build();
  }

  static CreateEndpointConfigRequest configOf(String name, ProductionVariant... variants) {
    return CreateEndpointConfigRequest.builder().endpointConfigName(name)
        .productionVariants(Arrays.asList(variants)).build();
  }

  void config(String name, ProductionVariant... variants) {
    ask(configOf(name, variants));
  }

  void endpoint(String name, String config) {
    ask(CreateEndpointRequest.builder().endpointName(name).endpointConfigName(config).build());
  }

  void deleteEndpoint() {
    ask(DeleteEndpointRequest.builder().endpointName("ep").build());
  }

  void minutes(int minutes) {
    desk.advance(Duration.ofMinutes(minutes));
  }

  DescribeEndpointResponse described() {
    return ask(DescribeEndpointRequest.builder().endpointName("ep").build(), DescribeEndpointResponse.class);
  }

  /** Status, then current and desired count of each variant, such as {@code Updating AllTraffic 1/2}. */
  String endpoint() {
    StringBuilder text = new StringBuilder(described().endpointStatusAsString());
    for (ProductionVariantSummary variant : described().productionVariants()) {
      text.append(' ').append(variant.variantName()).append(' ')
          .append(variant.currentInstanceCount()).append('/').append(variant.desiredInstanceCount());
    }
    return text.toString();
  }

  /** Status, then current and desired count of copies. */
  String component(String name) {
    DescribeInferenceComponentResponse answer = ask(
        DescribeInferenceComponentRequest.builder().inferenceComponentName(name).build(),
        DescribeInferenceComponentResponse.class);
    return answer.inferenceComponentStatusAsString() + " " + answer.runtimeConfig().currentCopyCount() + "/"
        + answer.runtimeConfig().desiredCopyCount();
  }

  /** Performs the operation of the request's type. */
  <R> R ask(Object question, Class<R> answer) {
    String name = question.getClass().getSimpleName().replaceFirst("Request$", "");
    return answer.cast(performed(table.find("sagemaker", name).orElseThrow(), question));
  }

  Object ask(Object question) {
    return ask(question, Object.class);
  }

  private <Q> Object performed(Operation<Q, ?> operation, Object question) {
    return operation.answer(desk, operation.request().cast(question));
  }
}
