package io.sagescale.api;

import static io.sagescale.api.Constraint.each;
import static io.sagescale.api.Constraint.inside;
import static io.sagescale.api.Constraint.on;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.DesiredWeightAndCapacity;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentComputeResourceRequirements;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentContainerSpecification;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentRuntimeConfig;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecification;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentStartupParameters;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentStatus;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ManagedInstanceScalingStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantManagedInstanceScaling;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantRoutingConfig;
import software.amazon.awssdk.services.sagemaker.model.RoutingStrategy;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.VariantProperty;
import software.amazon.awssdk.services.sagemaker.model.VariantPropertyType;

/** What requests to SageMaker must satisfy. Source: SageMaker API, the shapes' lengths, ranges, patterns and enums. */
final class SageMakerConstraints {
  private static final String NAME = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";
  private static final String MODEL_NAME = "[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?";
  private static final String ROLE = "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";
  private static final String TAG = "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)";
  private static final String ARN = "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+";
  private static final List<String> INSTANCE_TYPES = texts(ProductionVariantInstanceType.knownValues().stream());

  private static final List<Constraint<Tag>> A_TAG = List.of(
      Constraint.<Tag>on("key", Tag::key).required().length(1, 128).pattern(TAG),
      Constraint.<Tag>on("value", Tag::value).required().length(0, 256).pattern(TAG));

  private static final List<Constraint<ProductionVariantManagedInstanceScaling>> MANAGED = List.of(
      Constraint.<ProductionVariantManagedInstanceScaling>on(
          "status", ProductionVariantManagedInstanceScaling::statusAsString)
          .oneOf(texts(ManagedInstanceScalingStatus.knownValues().stream())),
      Constraint.<ProductionVariantManagedInstanceScaling>on(
          "minInstanceCount", ProductionVariantManagedInstanceScaling::minInstanceCount).atLeast(0),
      Constraint.<ProductionVariantManagedInstanceScaling>on(
          "maxInstanceCount", ProductionVariantManagedInstanceScaling::maxInstanceCount).atLeast(1));

  private static final List<Constraint<ProductionVariantRoutingConfig>> ROUTING = List.of(
      Constraint.<ProductionVariantRoutingConfig>on(
          "routingStrategy", ProductionVariantRoutingConfig::routingStrategyAsString).required()
          .oneOf(texts(RoutingStrategy.knownValues().stream())));

  private static final List<Constraint<ProductionVariant>> VARIANT = List.of(
      name("variantName", ProductionVariant::variantName).required(),
      Constraint.<ProductionVariant>on("modelName", ProductionVariant::modelName).length(0, 63).pattern(MODEL_NAME),
      Constraint.<ProductionVariant>on("initialInstanceCount", ProductionVariant::initialInstanceCount).atLeast(1),
      Constraint.<ProductionVariant>on("instanceType", ProductionVariant::instanceTypeAsString).oneOf(INSTANCE_TYPES),
      Constraint.<ProductionVariant>on("initialVariantWeight", ProductionVariant::initialVariantWeight).atLeast(0),
      Constraint.<ProductionVariant>on("volumeSizeInGB", ProductionVariant::volumeSizeInGB).range(1, 512),
      Constraint.<ProductionVariant>on(
          "modelDataDownloadTimeoutInSeconds", ProductionVariant::modelDataDownloadTimeoutInSeconds).range(60, 3600),
      Constraint.<ProductionVariant>on("containerStartupHealthCheckTimeoutInSeconds",
          ProductionVariant::containerStartupHealthCheckTimeoutInSeconds).range(60, 3600),
      inside("managedInstanceScaling", ProductionVariant::managedInstanceScaling, MANAGED),
      inside("routingConfig", ProductionVariant::routingConfig, ROUTING));

  private static final List<Constraint<ContainerDefinition>> CONTAINER = List.of(
      Constraint.<ContainerDefinition>on("image", ContainerDefinition::image).length(0, 255).pattern("[\\S]+"),
      Constraint.<ContainerDefinition>on("modelDataUrl", ContainerDefinition::modelDataUrl).length(0, 1024)
          .pattern("(https|s3)://([^/]+)/?(.*)"));

  private static final List<Constraint<InferenceComponentComputeResourceRequirements>> COMPUTE = List.of(
      Constraint.<InferenceComponentComputeResourceRequirements>on("numberOfCpuCoresRequired",
          InferenceComponentComputeResourceRequirements::numberOfCpuCoresRequired).atLeast(0.25),
      Constraint.<InferenceComponentComputeResourceRequirements>on("numberOfAcceleratorDevicesRequired",
          InferenceComponentComputeResourceRequirements::numberOfAcceleratorDevicesRequired).atLeast(1),
      Constraint.<InferenceComponentComputeResourceRequirements>on("minMemoryRequiredInMb",
          InferenceComponentComputeResourceRequirements::minMemoryRequiredInMb).required().atLeast(128),
      Constraint.<InferenceComponentComputeResourceRequirements>on("maxMemoryRequiredInMb",
          InferenceComponentComputeResourceRequirements::maxMemoryRequiredInMb).atLeast(128));

  private static final List<Constraint<InferenceComponentStartupParameters>> STARTUP = List.of(
      Constraint.<InferenceComponentStartupParameters>on("modelDataDownloadTimeoutInSeconds",
          InferenceComponentStartupParameters::modelDataDownloadTimeoutInSeconds).range(60, 3600),
      Constraint.<InferenceComponentStartupParameters>on("containerStartupHealthCheckTimeoutInSeconds",
          InferenceComponentStartupParameters::containerStartupHealthCheckTimeoutInSeconds).range(60, 3600));

  private static final List<Constraint<InferenceComponentContainerSpecification>> COMPONENT_CONTAINER = List.of(
      Constraint.<InferenceComponentContainerSpecification>on("image", InferenceComponentContainerSpecification::image)
          .length(0, 255).pattern("[\\S]+"),
      Constraint.<InferenceComponentContainerSpecification>on(
          "artifactUrl", InferenceComponentContainerSpecification::artifactUrl).length(0, 1024)
          .pattern("(https|s3)://([^/]+)/?(.*)"));

  private static final List<Constraint<InferenceComponentSpecification>> SPECIFICATION = List.of(
      Constraint.<InferenceComponentSpecification>on("modelName", InferenceComponentSpecification::modelName)
          .length(0, 63).pattern(MODEL_NAME),
      inside("container", InferenceComponentSpecification::container, COMPONENT_CONTAINER),
      inside("startupParameters", InferenceComponentSpecification::startupParameters, STARTUP),
      inside("computeResourceRequirements", InferenceComponentSpecification::computeResourceRequirements, COMPUTE));

  private static final List<Constraint<InferenceComponentRuntimeConfig>> RUNTIME = List.of(
      Constraint.<InferenceComponentRuntimeConfig>on("copyCount", InferenceComponentRuntimeConfig::copyCount).required()
          .atLeast(0));

  private static final List<Constraint<DesiredWeightAndCapacity>> WEIGHT_AND_CAPACITY = List.of(
      name("variantName", DesiredWeightAndCapacity::variantName).required(),
      Constraint.<DesiredWeightAndCapacity>on("desiredWeight", DesiredWeightAndCapacity::desiredWeight).atLeast(0),
      Constraint.<DesiredWeightAndCapacity>on("desiredInstanceCount", DesiredWeightAndCapacity::desiredInstanceCount)
          .atLeast(0));

  static final List<Constraint<CreateModelRequest>> CREATE_MODEL = List.of(
      Constraint.<CreateModelRequest>on("modelName", CreateModelRequest::modelName).required().length(0, 63)
          .pattern(MODEL_NAME),
      inside("primaryContainer", CreateModelRequest::primaryContainer, CONTAINER),
      Constraint.<CreateModelRequest>on("containers", CreateModelRequest::containers).length(0, 15),
      each("containers", CreateModelRequest::containers, CONTAINER),
      Constraint.<CreateModelRequest>on("executionRoleArn", CreateModelRequest::executionRoleArn).length(20, 2048)
          .pattern(ROLE),
      Constraint.<CreateModelRequest>on("tags", CreateModelRequest::tags).length(0, 50),
      each("tags", CreateModelRequest::tags, A_TAG));

  static final List<Constraint<CreateEndpointConfigRequest>> CREATE_CONFIG = List.of(
      name("endpointConfigName", CreateEndpointConfigRequest::endpointConfigName).required(),
      Constraint.<CreateEndpointConfigRequest>on("productionVariants",
          q -> q.hasProductionVariants() ? q.productionVariants() : null).required().length(1, 10),
      each("productionVariants", CreateEndpointConfigRequest::productionVariants, VARIANT),
      Constraint.<CreateEndpointConfigRequest>on("tags", CreateEndpointConfigRequest::tags).length(0, 50),
      each("tags", CreateEndpointConfigRequest::tags, A_TAG),
      Constraint.<CreateEndpointConfigRequest>on("executionRoleArn", CreateEndpointConfigRequest::executionRoleArn)
          .length(20, 2048).pattern(ROLE));

  static final List<Constraint<CreateEndpointRequest>> CREATE_ENDPOINT = List.of(
      name("endpointName", CreateEndpointRequest::endpointName).required(),
      name("endpointConfigName", CreateEndpointRequest::endpointConfigName).required(),
      Constraint.<CreateEndpointRequest>on("tags", CreateEndpointRequest::tags).length(0, 50),
      each("tags", CreateEndpointRequest::tags, A_TAG));

  static final List<Constraint<UpdateEndpointRequest>> UPDATE_ENDPOINT = List.of(
      name("endpointName", UpdateEndpointRequest::endpointName).required(),
      name("endpointConfigName", UpdateEndpointRequest::endpointConfigName).required(),
      Constraint.<UpdateEndpointRequest>on("excludeRetainedVariantProperties",
          UpdateEndpointRequest::excludeRetainedVariantProperties).length(0, 3),
      each("excludeRetainedVariantProperties", UpdateEndpointRequest::excludeRetainedVariantProperties, List.of(
          Constraint.<VariantProperty>on("variantPropertyType", VariantProperty::variantPropertyTypeAsString).required()
              .oneOf(texts(VariantPropertyType.knownValues().stream())))));

  static final List<Constraint<UpdateEndpointWeightsAndCapacitiesRequest>> UPDATE_WEIGHTS = List.of(
      name("endpointName", UpdateEndpointWeightsAndCapacitiesRequest::endpointName).required(),
      Constraint.<UpdateEndpointWeightsAndCapacitiesRequest>on("desiredWeightsAndCapacities",
          q -> q.hasDesiredWeightsAndCapacities() ? q.desiredWeightsAndCapacities() : null).required().length(1, 1000),
      each("desiredWeightsAndCapacities", UpdateEndpointWeightsAndCapacitiesRequest::desiredWeightsAndCapacities,
          WEIGHT_AND_CAPACITY));

  static final List<Constraint<CreateInferenceComponentRequest>> CREATE_COMPONENT = List.of(
      componentName(CreateInferenceComponentRequest::inferenceComponentName),
      name("endpointName", CreateInferenceComponentRequest::endpointName).required(),
      name("variantName", CreateInferenceComponentRequest::variantName),
      inside("specification", CreateInferenceComponentRequest::specification, SPECIFICATION),
      inside("runtimeConfig", CreateInferenceComponentRequest::runtimeConfig, RUNTIME),
      Constraint.<CreateInferenceComponentRequest>on("tags", CreateInferenceComponentRequest::tags).length(0, 50),
      each("tags", CreateInferenceComponentRequest::tags, A_TAG));

  static final List<Constraint<UpdateInferenceComponentRequest>> UPDATE_COMPONENT = List.of(
      componentName(UpdateInferenceComponentRequest::inferenceComponentName),
      inside("specification", UpdateInferenceComponentRequest::specification, SPECIFICATION),
      inside("runtimeConfig", UpdateInferenceComponentRequest::runtimeConfig, RUNTIME));

  static final List<Constraint<UpdateInferenceComponentRuntimeConfigRequest>> UPDATE_RUNTIME = List.of(
      componentName(UpdateInferenceComponentRuntimeConfigRequest::inferenceComponentName),
      Constraint.<UpdateInferenceComponentRuntimeConfigRequest>on(
          "desiredRuntimeConfig", UpdateInferenceComponentRuntimeConfigRequest::desiredRuntimeConfig).required(),
      inside("desiredRuntimeConfig", UpdateInferenceComponentRuntimeConfigRequest::desiredRuntimeConfig, RUNTIME));

  static final List<Constraint<AddTagsRequest>> ADD_TAGS = List.of(
      Constraint.<AddTagsRequest>on("resourceArn", AddTagsRequest::resourceArn).required().length(0, 256).pattern(ARN),
      Constraint.<AddTagsRequest>on("tags", q -> q.hasTags() ? q.tags() : null).required().length(0, 50),
      each("tags", AddTagsRequest::tags, A_TAG));

  static final List<Constraint<ListTagsRequest>> LIST_TAGS = List.of(
      Constraint.<ListTagsRequest>on("resourceArn", ListTagsRequest::resourceArn).required().length(0, 256).pattern(ARN),
      Constraint.<ListTagsRequest>on("nextToken", ListTagsRequest::nextToken).length(0, 8192).pattern(".*"),
      Constraint.<ListTagsRequest>on("maxResults", ListTagsRequest::maxResults).atLeast(50));

  static final List<Constraint<DeleteTagsRequest>> DELETE_TAGS = List.of(
      Constraint.<DeleteTagsRequest>on("resourceArn", DeleteTagsRequest::resourceArn).required().length(0, 256)
          .pattern(ARN),
      Constraint.<DeleteTagsRequest>on("tagKeys", q -> q.hasTagKeys() ? q.tagKeys() : null).required().length(1, 50),
      each("tagKeys", DeleteTagsRequest::tagKeys, List.of(
          Constraint.<String>on("", key -> key).length(1, 128).pattern(TAG))));

  /** Of models and configurations, which have no status. */
  static final List<Constraint<Listing>> LISTING = List.of(
      Constraint.<Listing>on("maxResults", Listing::maxResults).range(1, 100),
      Constraint.<Listing>on("nameContains", Listing::contains).length(0, 63).pattern("[a-zA-Z0-9-]+"),
      Constraint.<Listing>on("nextToken", Listing::token).length(0, 8192).pattern(".*"),
      Constraint.<Listing>on("sortBy", Listing::sortBy).oneOf(List.of("Name", "CreationTime")),
      Constraint.<Listing>on("sortOrder", Listing::sortOrder).oneOf(List.of("Ascending", "Descending")));

  static final List<Constraint<Listing>> ENDPOINT_LISTING = listing(texts(EndpointStatus.knownValues().stream()));

  static final List<Constraint<Listing>> COMPONENT_LISTING =
      listing(texts(InferenceComponentStatus.knownValues().stream()));

  static final List<Constraint<ListInferenceComponentsRequest>> COMPONENTS_OF = List.of(
      name("endpointNameEquals", ListInferenceComponentsRequest::endpointNameEquals),
      name("variantNameEquals", ListInferenceComponentsRequest::variantNameEquals));

  private SageMakerConstraints() {}

  private static List<Constraint<Listing>> listing(List<String> statuses) {
    return List.of(LISTING.get(0), LISTING.get(1), LISTING.get(2),
        Constraint.<Listing>on("sortBy", Listing::sortBy).oneOf(List.of("Name", "CreationTime", "Status")),
        LISTING.get(4),
        Constraint.<Listing>on("statusEquals", Listing::status).oneOf(statuses));
  }

  /** A name of up to 63 characters that does not begin or end with a hyphen. */
  static <Q> MemberConstraint<Q> name(String member, Function<Q, ? extends @Nullable Object> value) {
    return Constraint.<Q>on(member, value).length(0, 63).pattern(NAME);
  }

  static <Q> MemberConstraint<Q> componentName(Function<Q, ? extends @Nullable Object> value) {
    return on("inferenceComponentName", value).required().length(0, 63).pattern(MODEL_NAME);
  }

  static <Q> MemberConstraint<Q> modelName(Function<Q, ? extends @Nullable Object> value) {
    return on("modelName", value).required().length(0, 63).pattern(MODEL_NAME);
  }

  /** In AWS's order of listing: sorted. */
  private static List<String> texts(Stream<? extends Enum<?>> values) {
    return values.map(Object::toString).sorted().toList();
  }
}
