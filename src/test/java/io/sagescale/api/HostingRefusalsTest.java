package io.sagescale.api;

import static io.sagescale.api.Hosting.ARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointConfigsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigRequest;

/** What SageMaker refuses, and in which words. */
final class HostingRefusalsTest {
  private static final String INVALID = "ValidationException";
  private static final String RESERVED = "The tag key aws:x begins with aws:, which is reserved.";
  private static final String LIMIT = "ResourceLimitExceeded";

  /** Where the question is asked, the question, the code, the text. */
  static Stream<Arguments> refusals() {
    Supplier<Hosting> model = Hosting::withModel;
    Supplier<Hosting> creating = () -> Hosting.creating(1);
    Supplier<Hosting> serving = () -> Hosting.inService(1);
    Supplier<Hosting> updating = HostingRefusalsTest::updating;
    Supplier<Hosting> scaled = HostingRefusalsTest::scaled;
    Supplier<Hosting> hosting = Hosting::forComponents;
    Supplier<Hosting> starting = () -> with(Hosting.forComponents(), 1, 0);
    Supplier<Hosting> component = () -> with(Hosting.forComponents(), 1, 10);
    Supplier<Hosting> copying = HostingRefusalsTest::copying;
    return Stream.of(
        row(model, CreateModelRequest.builder().modelName("llama").build(), INVALID,
            "Cannot create already existing model \"" + ARN + "model/llama\"."),
        row(model, CreateModelRequest.builder().modelName("-a").build(), INVALID, failed("-a", "modelName",
            "Member must satisfy regular expression pattern: [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?")),
        row(model, CreateModelRequest.builder().build(), INVALID, failedNull("modelName")),
        row(model, CreateModelRequest.builder().modelName("m").tags(reserved()).build(), INVALID, RESERVED),
        row(model, Hosting.configOf("c", Hosting.variant("a", 1)).toBuilder().tags(reserved()).build(), INVALID, RESERVED),
        row(() -> configured(1), CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg")
            .tags(reserved()).build(), INVALID, RESERVED),
        row(hosting, Hosting.component("new", 1).toBuilder().tags(reserved()).build(), INVALID, RESERVED),
        row(model, AddTagsRequest.builder().resourceArn(ARN + "model/llama").tags(reserved()).build(), INVALID, RESERVED),
        row(model, DescribeModelRequest.builder().modelName("no").build(), INVALID,
            "Could not find model \"" + ARN + "model/no\"."),
        row(model, DeleteModelRequest.builder().modelName("no").build(), INVALID,
            "Could not find model \"" + ARN + "model/no\"."),

        row(creating, Hosting.configOf("cfg", Hosting.variant("a", 1)), INVALID,
            "Cannot create already existing endpoint configuration \"" + ARN + "endpoint-config/cfg\"."),
        row(model, Hosting.configOf("c", Hosting.variant("a", 0)), INVALID, failed("0",
            "productionVariants.1.member.initialInstanceCount", "Member must have value greater than or equal to 1")),
        row(model, Hosting.configOf("c", Hosting.variant("a_b", 1)), INVALID, failed("a_b",
            "productionVariants.1.member.variantName",
            "Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")),
        // burstable: AWS takes it here and refuses to register it for scaling; the engine knows no such type
        row(model, Hosting.configOf("c", changed(v -> v.instanceType("ml.t2.medium"))), INVALID,
            "InstanceType ml.t2.medium is not supported by this engine."),
        row(model, ListInferenceComponentsRequest.builder().variantNameEquals("a_b").build(), INVALID, failed("a_b",
            "variantNameEquals", "Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")),
        row(model, ListEndpointConfigsRequest.builder().sortBy("Status").build(), INVALID, failed("Status", "sortBy",
            "Member must satisfy enum value set: [Name, CreationTime]")),
        row(model, Hosting.configOf("c", changed(v -> v.volumeSizeInGB(513))), INVALID, failed("513",
            "productionVariants.1.member.volumeSizeInGB", "Member must have value less than or equal to 512")),
        row(model, Hosting.configOf("c", changed(v -> v.containerStartupHealthCheckTimeoutInSeconds(59))), INVALID,
            failed("59", "productionVariants.1.member.containerStartupHealthCheckTimeoutInSeconds",
                "Member must have value greater than or equal to 60")),
        row(model, Hosting.configOf("c", changed(v -> v.modelDataDownloadTimeoutInSeconds(3601))), INVALID,
            failed("3601", "productionVariants.1.member.modelDataDownloadTimeoutInSeconds",
                "Member must have value less than or equal to 3600")),
        row(model, Hosting.configOf("c", changed(v -> v.routingConfig(r -> r.routingStrategy("NEAREST")))), INVALID,
            failed("NEAREST", "productionVariants.1.member.routingConfig.routingStrategy",
                "Member must satisfy enum value set: [LEAST_OUTSTANDING_REQUESTS, RANDOM]")),
        row(model, Hosting.configOf("c", changed(v -> v.initialVariantWeight(-1f))), INVALID, failed("-1.0",
            "productionVariants.1.member.initialVariantWeight", "Member must have value greater than or equal to 0")),
        row(model, Hosting.configOf("c", Hosting.host(1, -1, 2)), INVALID, failed("-1",
            "productionVariants.1.member.managedInstanceScaling.minInstanceCount",
            "Member must have value greater than or equal to 0")),
        row(model, Hosting.configOf("c", Hosting.host(1, 0, 0)), INVALID, failed("0",
            "productionVariants.1.member.managedInstanceScaling.maxInstanceCount",
            "Member must have value greater than or equal to 1")),
        row(model, Hosting.configOf("c"), INVALID,
            failed("[]", "productionVariants", "Member must have length greater than or equal to 1")),
        row(model, Hosting.configOf("c", changed(v -> v.managedInstanceScaling(Hosting.managed(1, 2)))), INVALID,
            "ManagedInstanceScaling is only supported for inference component endpoints."),
        row(model, Hosting.configOf("c", Hosting.host(1, 0, 3), Hosting.variant("b", 1)), INVALID,
            "ManagedInstanceScaling is not supported with the given EndpointConfig setup."),
        row(model, Hosting.configOf("c", Hosting.host(1, 3, 2)), INVALID,
            "MaxInstanceCount cannot be less than MinInstanceCount for variant AllTraffic."),
        row(model, Hosting.configOf("c", Hosting.host(4, 0, 3)), INVALID,
            "InitialInstanceCount must be between MinInstanceCount and MaxInstanceCount for variant AllTraffic."),
        row(model, Hosting.configOf("c", changed(v -> v.modelName("no"))), INVALID,
            "Could not find model \"" + ARN + "model/no\"."),
        row(model, Hosting.configOf("c", Hosting.variant("a", 1), Hosting.variant("a", 1)), INVALID,
            "Duplicate variant name a."),
        row(model, Hosting.configOf("c", changed(v -> v.serverlessConfig(s -> s.memorySizeInMB(2048)))), INVALID,
            "ServerlessConfig is not supported by this engine."),
        row(model, DeleteEndpointConfigRequest.builder().endpointConfigName("no").build(), INVALID,
            "Could not find endpoint configuration \"" + ARN + "endpoint-config/no\"."),

        row(creating, CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").build(), INVALID,
            "Cannot create already existing endpoint \"" + ARN + "endpoint/ep\"."),
        row(model, CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("no").build(), INVALID,
            "Could not find endpoint configuration \"" + ARN + "endpoint-config/no\"."),
        row(() -> configured(21), CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").build(),
            LIMIT, quota(0, 21)),
        row(model, DescribeEndpointRequest.builder().endpointName("no").build(), INVALID,
            "Could not find endpoint \"" + ARN + "endpoint/no\"."),
        row(model, DeleteEndpointRequest.builder().endpointName("no").build(), INVALID,
            "Could not find endpoint \"" + ARN + "endpoint/no\"."),
        row(creating, DeleteEndpointRequest.builder().endpointName("ep").build(), INVALID, inProgress()),
        row(updating, DeleteEndpointRequest.builder().endpointName("ep").build(), INVALID, inProgress()),
        row(creating, UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").build(), INVALID,
            inProgress()),
        row(updating, UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").build(), INVALID,
            inProgress()),
        row(updating, weights(2), INVALID, inProgress()),
        row(serving, weights(21), LIMIT, quota(1, 20)),
        row(HostingRefusalsTest::twoVariants, UpdateEndpointWeightsAndCapacitiesRequest.builder().endpointName("ep")
            .desiredWeightsAndCapacities(d -> d.variantName("a").desiredInstanceCount(11),
                d -> d.variantName("b").desiredInstanceCount(11)).build(), LIMIT, quota(2, 20)),
        row(serving, weights(0), INVALID, "DesiredInstanceCount must be at least 1 for variant AllTraffic."),
        row(hosting, weights(2), INVALID,
            "The instances of variant AllTraffic follow its inference components; DesiredInstanceCount cannot be set."),
        row(scaled, UpdateEndpointRequest.builder().endpointName("ep").endpointConfigName("other").build(), INVALID,
            "The instance type of variant AllTraffic of endpoint ep cannot be changed, nor the variant removed, while it is"
                + " registered as a scalable target with Application Auto Scaling. Deregister the scalable target first."),
        row(model, ListEndpointsRequest.builder().maxResults(101).build(), INVALID,
            failed("101", "maxResults", "Member must have value less than or equal to 100")),
        row(model, ListEndpointsRequest.builder().nextToken("x").build(), INVALID, "The next token is not valid."),

        row(component, Hosting.component("ic", 1), INVALID,
            "Cannot create already existing inference component \"" + ARN + "inference-component/ic\"."),
        row(hosting, Hosting.component("ic", -1), INVALID,
            failed("-1", "runtimeConfig.copyCount", "Member must have value greater than or equal to 0")),
        row(hosting, Hosting.component("ic", 1).toBuilder().specification(Hosting.specification(127)).build(), INVALID,
            failed("127", "specification.computeResourceRequirements.minMemoryRequiredInMb",
                "Member must have value greater than or equal to 128")),
        row(hosting, Hosting.component("ic", 1).toBuilder().specification(s -> s.modelName("llama")
            .computeResourceRequirements(c -> c.numberOfCpuCoresRequired(0.1f).minMemoryRequiredInMb(128))).build(), INVALID,
            failed("0.1", "specification.computeResourceRequirements.numberOfCpuCoresRequired",
                "Member must have value greater than or equal to 0.25")),
        row(hosting, Hosting.component("ic", 1).toBuilder().specification(Hosting.specification(40_000)).build(), INVALID,
            "There is not enough hardware resources on the instances for this endpoint to create a copy of the inference"
                + " component."),
        row(hosting, Hosting.component("ic", 2_000_000_000), LIMIT, "CopyCount 2000000000 exceeds the limit of 10000."),
        row(serving, Hosting.component("ic", 1), INVALID,
            "Variant AllTraffic of endpoint ep serves a model of its own and cannot host inference components."),
        row(model, Hosting.component("ic", 1), INVALID, "Could not find endpoint \"" + ARN + "endpoint/ep\"."),
        row(model, DescribeInferenceComponentRequest.builder().inferenceComponentName("no").build(), INVALID,
            "Could not find inference component \"" + ARN + "inference-component/no\"."),
        row(starting, DeleteInferenceComponentRequest.builder().inferenceComponentName("ic").build(), INVALID,
            inState("delete", "CREATE_IN_PROGRESS")),
        row(copying, DeleteInferenceComponentRequest.builder().inferenceComponentName("ic").build(), INVALID,
            inState("delete", "UPDATE_RC_IN_PROGRESS")),
        row(copying, Hosting.copies("ic", 1), INVALID, inState("update", "UPDATE_RC_IN_PROGRESS")),
        row(component, UpdateInferenceComponentRuntimeConfigRequest.builder().inferenceComponentName("ic").build(), INVALID,
            failedNull("desiredRuntimeConfig")),

        row(model, AddTagsRequest.builder().resourceArn(ARN + "model/no").tags(t -> t.key("k").value("v")).build(), INVALID,
            "Could not find resource \"" + ARN + "model/no\"."));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedInThoseWords(Supplier<Hosting> where, Object question, String code, String text) {
    Hosting hosting = where.get();
    Refusal refusal = assertThrows(Refusal.class, () -> hosting.ask(question));
    assertEquals(text, refusal.getMessage());
    assertEquals(code, refusal.code());
    assertEquals(400, refusal.status());
  }

  private static Arguments row(Supplier<Hosting> where, Object question, String code, String text) {
    return Arguments.of(where, question, code, text);
  }

  private static ProductionVariant changed(Consumer<ProductionVariant.Builder> change) {
    return Hosting.variant("a", 1).toBuilder().applyMutation(change).build();
  }

  private static Hosting configured(int instances) {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.variant("AllTraffic", instances));
    return hosting;
  }

  private static Hosting twoVariants() {
    Hosting hosting = Hosting.withModel();
    hosting.config("cfg", Hosting.variant("a", 1), Hosting.variant("b", 1));
    hosting.ask(CreateEndpointRequest.builder().endpointName("ep").endpointConfigName("cfg").build());
    hosting.minutes(10);
    return hosting;
  }

  private static Hosting updating() {
    Hosting hosting = Hosting.inService(1);
    hosting.desk.tell(new EngineEvent.SetCapacity(Hosting.VARIANT, 2));
    return hosting;
  }

  private static Hosting scaled() {
    Hosting hosting = Hosting.inService(1);
    hosting.desk.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(Hosting.VARIANT, CapacityRange.between(1, 4), Suspension.NONE)));
    hosting.config("other", Hosting.variant("AllTraffic", 1).toBuilder().instanceType("ml.g5.xlarge").build());
    return hosting;
  }

  private static Hosting with(Hosting hosting, int copies, int minutes) {
    hosting.ask(Hosting.component("ic", copies));
    hosting.minutes(minutes);
    return hosting;
  }

  private static Hosting copying() {
    Hosting hosting = with(Hosting.forComponents(), 1, 10);
    hosting.ask(Hosting.copies("ic", 2));
    return hosting;
  }

  private static UpdateEndpointWeightsAndCapacitiesRequest weights(int count) {
    return UpdateEndpointWeightsAndCapacitiesRequest.builder().endpointName("ep")
        .desiredWeightsAndCapacities(d -> d.variantName("AllTraffic").desiredInstanceCount(count)).build();
  }

  private static String failed(String value, String member, String rule) {
    return "1 validation error detected: Value '" + value + "' at '" + member + "' failed to satisfy constraint: " + rule;
  }

  private static String failedNull(String member) {
    return "1 validation error detected: Value null at '" + member
        + "' failed to satisfy constraint: Member must not be null";
  }

  private static String inProgress() {
    return "Cannot update in-progress endpoint \"" + ARN + "endpoint/ep\".";
  }

  private static String inState(String verb, String state) {
    return "Cannot " + verb + " inference component \"" + ARN + "inference-component/ic\" while it is in state " + state
        + ".";
  }

  private static String quota(int used, int delta) {
    return "The account-level service limit 'ml.g5.2xlarge for endpoint usage' is 20 Instances, with current utilization of "
        + used + " Instances and a request delta of " + delta + " Instances. Please use AWS Service Quotas to request an"
        + " increase for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for"
        + " this quota.";
  }

  private static Tag reserved() {
    return Tag.builder().key("aws:x").value("").build();
  }
}
