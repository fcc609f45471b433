package io.sagescale.api;

import io.sagescale.api.SageMakerBook.Component;
import io.sagescale.api.SageMakerBook.Endpoint;
import io.sagescale.engine.EngineEvent;
import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.Standing;
import io.sagescale.model.ResourceId;
import io.sagescale.sdk.Components;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentRuntimeConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSpecification;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentStatus;
import software.amazon.awssdk.services.sagemaker.model.InferenceComponentSummary;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListInferenceComponentsResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateInferenceComponentRuntimeConfigResponse;

/** Inference components: models that run in copies on the instances of a variant. */
final class ComponentOperations {
  private static final String WHAT = "inference component";
  private static final String KIND = "inference-component";

  private final SageMakerBook book;

  ComponentOperations(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    String service = SageMakerApi.SERVICE;
    return List.of(
        Operation.write(service, "CreateInferenceComponent", CreateInferenceComponentRequest.class, this::create),
        Operation.read(service, "DescribeInferenceComponent", DescribeInferenceComponentRequest.class, this::describe),
        Operation.read(service, "ListInferenceComponents", ListInferenceComponentsRequest.class, this::list),
        Operation.write(service, "UpdateInferenceComponent", UpdateInferenceComponentRequest.class, this::update),
        Operation.write(service, "UpdateInferenceComponentRuntimeConfig",
            UpdateInferenceComponentRuntimeConfigRequest.class, this::updateRuntime),
        Operation.write(service, "DeleteInferenceComponent", DeleteInferenceComponentRequest.class, this::delete));
  }

  private CreateInferenceComponentResponse create(Desk desk, CreateInferenceComponentRequest asked) {
    Constraint.check(asked, SageMakerConstraints.CREATE_COMPONENT);
    ReservedTags.refuse(asked.tags());
    Endpoint endpoint = EndpointOperations.endpoint(desk, book, asked.endpointName());
    String name = asked.inferenceComponentName();
    String arn = SageMakerBook.arn(desk, KIND, name);
    if (book.components.containsKey(name)) {
      throw SageMakerRefusals.exists(WHAT, arn);
    }
    if (asked.specification() == null || asked.runtimeConfig() == null) {
      throw Refusal.invalid("Specification and RuntimeConfig must be specified.");
    }
    ResourceId.Variant host = host(desk.engine().fleet(), endpoint, asked.variantName());
    judge(desk, host, asked.specification(), asked.runtimeConfig().copyCount());
    Instant now = desk.engine().now();
    desk.tell(new EngineEvent.CreateComponent(
        Components.component(name, host, asked.specification(), asked.runtimeConfig().copyCount()),
        EngineEvent.Begin.STARTING));
    book.components.put(name, new Component(name, arn, host, asked.specification(), now, now));
    book.tag(arn, asked.tags());
    return CreateInferenceComponentResponse.builder().inferenceComponentArn(arn).build();
  }

  /** Unverified: AWS's texts; a component may come while its endpoint is still being created. */
  private static ResourceId.Variant host(Fleet fleet, Endpoint endpoint, @Nullable String variantName) {
    switch (fleet.standing(endpoint.name())) {
      case DELETING, FAILED -> throw SageMakerRefusals.inProgress(endpoint.arn());
      case CREATING, IN_SERVICE, UPDATING, ROLLING_BACK -> { }
    }
    if (variantName == null) {
      throw Refusal.invalid("VariantName must be specified.");
    }
    ResourceId.Variant variant = new ResourceId.Variant(endpoint.name(), variantName);
    if (!fleet.variantsOf(endpoint.name()).contains(variant)) {
      throw Refusal.invalid("Could not find variant \"" + variantName + "\" of endpoint \"" + endpoint.arn() + "\".");
    }
    if (!fleet.specOf(variant).hostsComponents()) {
      throw Refusal.invalid("Variant " + variantName + " of endpoint " + endpoint.name()
          + " serves a model of its own and cannot host inference components.");
    }
    return variant;
  }

  private void judge(Desk desk, ResourceId.Variant host, InferenceComponentSpecification specification, int copies) {
    if (specification.baseInferenceComponentName() != null) {
      throw SageMakerRefusals.unsupported("BaseInferenceComponentName");
    }
    if ((specification.modelName() == null) == (specification.container() == null)) {
      throw Refusal.invalid("Exactly one of ModelName and Container must be specified.");
    }
    if (specification.modelName() != null && !book.models.containsKey(specification.modelName())
        && !book.components.containsKey(specification.modelName())) {
      throw SageMakerRefusals.unknown("model", SageMakerBook.arn(desk, "model", specification.modelName()));
    }
    if (specification.computeResourceRequirements() == null) {
      throw Refusal.invalid("ComputeResourceRequirements must be specified.");
    }
    Fleet fleet = desk.engine().fleet();
    if (!fleet.fits(
        Components.perCopy(specification.computeResourceRequirements()), fleet.specOf(host).instanceType())) {
      throw Refusal.invalid(SageMakerRefusals.NO_ROOM);
    }
    judge(copies);
  }

  private static void judge(int copies) {
    if (copies > Fleet.COPIES_MAX) {
      throw Refusal.of("ResourceLimitExceeded", "CopyCount " + copies + " exceeds the limit of " + Fleet.COPIES_MAX + ".");
    }
  }

  private DescribeInferenceComponentResponse describe(Desk desk, DescribeInferenceComponentRequest asked) {
    Component component = component(
        desk, asked, DescribeInferenceComponentRequest::inferenceComponentName);
    Fleet fleet = desk.engine().fleet();
    ResourceId.Component id = new ResourceId.Component(component.name());
    Capacity capacity = fleet.capacity(id);
    Standing standing = fleet.standing(id);
    return DescribeInferenceComponentResponse.builder()
        .inferenceComponentName(component.name())
        .inferenceComponentArn(component.arn())
        .endpointName(component.host().endpoint())
        .endpointArn(SageMakerBook.arn(desk, EndpointOperations.KIND, component.host().endpoint()))
        .variantName(component.host().variant())
        .failureReason(standing == Standing.FAILED ? SageMakerRefusals.NO_ROOM : null)
        .specification(Components.summary(component.specification()))
        .runtimeConfig(InferenceComponentRuntimeConfigSummary.builder()
            .desiredCopyCount(capacity.desired()).currentCopyCount(capacity.running()).build())
        .creationTime(component.createdAt())
        .lastModifiedTime(changedAt(fleet, component))
        .inferenceComponentStatus(status(standing))
        .build();
  }

  private ListInferenceComponentsResponse list(Desk desk, ListInferenceComponentsRequest asked) {
    Constraint.check(asked, SageMakerConstraints.COMPONENTS_OF);
    Listing listing = new Listing(asked.sortByAsString(), asked.sortOrderAsString(), asked.nameContains(),
        asked.creationTimeBefore(), asked.creationTimeAfter(), asked.lastModifiedTimeBefore(),
        asked.lastModifiedTimeAfter(), asked.statusEqualsAsString(), asked.maxResults(), asked.nextToken());
    Constraint.check(listing, SageMakerConstraints.COMPONENT_LISTING);
    book.follow(desk);
    Fleet fleet = desk.engine().fleet();
    String scope = "ListInferenceComponents" + asked.endpointNameEquals() + "/" + asked.variantNameEquals();
    Page<Listing.Entry> page = listing.page(scope, book.components.values().stream()
        .filter(c -> asked.endpointNameEquals() == null || c.host().endpoint().equals(asked.endpointNameEquals()))
        .filter(c -> asked.variantNameEquals() == null || c.host().variant().equals(asked.variantNameEquals()))
        .map(c -> new Listing.Entry(c.name(), c.arn(), c.createdAt(), changedAt(fleet, c),
            status(fleet.standing(new ResourceId.Component(c.name()))).toString()))
        .toList());
    return ListInferenceComponentsResponse.builder()
        .inferenceComponents(page.items().stream().map(entry -> summary(desk, entry)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private InferenceComponentSummary summary(Desk desk, Listing.Entry entry) {
    ResourceId.Variant host = desk.engine().fleet().hostOf(new ResourceId.Component(entry.name()));
    return InferenceComponentSummary.builder()
        .inferenceComponentName(entry.name())
        .inferenceComponentArn(entry.arn())
        .endpointName(host.endpoint())
        .endpointArn(SageMakerBook.arn(desk, EndpointOperations.KIND, host.endpoint()))
        .variantName(host.variant())
        .creationTime(entry.createdAt())
        .lastModifiedTime(entry.changedAt())
        .inferenceComponentStatus(entry.status())
        .build();
  }

  private UpdateInferenceComponentResponse update(Desk desk, UpdateInferenceComponentRequest asked) {
    Constraint.check(asked, SageMakerConstraints.UPDATE_COMPONENT);
    if (asked.deploymentConfig() != null) {
      throw SageMakerRefusals.unsupported("DeploymentConfig");
    }
    Component component = settled(desk, "update", component(
        desk, asked, UpdateInferenceComponentRequest::inferenceComponentName));
    ResourceId.Component id = new ResourceId.Component(component.name());
    int copies = asked.runtimeConfig() == null
        ? desk.engine().fleet().capacity(id).desired() : asked.runtimeConfig().copyCount();
    if (asked.specification() == null) {
      judge(copies);
      desk.tell(new EngineEvent.SetCapacity(id, copies));
    } else {
      InferenceComponentSpecification merged = merged(component.specification(), asked.specification());
      judge(desk, component.host(), merged, copies);
      desk.tell(new EngineEvent.UpdateComponent(
          Components.component(component.name(), component.host(), merged, copies)));
      book.components.put(component.name(), new Component(component.name(), component.arn(), component.host(), merged,
          component.createdAt(), desk.engine().now()));
    }
    return UpdateInferenceComponentResponse.builder().inferenceComponentArn(component.arn()).build();
  }

  /** Unverified: parts of the specification that are not given stay as they are. */
  private static InferenceComponentSpecification merged(
      InferenceComponentSpecification present, InferenceComponentSpecification wanted) {
    boolean hasModel = wanted.modelName() != null || wanted.container() != null;
    return wanted.toBuilder()
        .modelName(hasModel ? wanted.modelName() : present.modelName())
        .container(hasModel ? wanted.container() : present.container())
        .computeResourceRequirements(wanted.computeResourceRequirements() == null
            ? present.computeResourceRequirements() : wanted.computeResourceRequirements())
        .startupParameters(
            wanted.startupParameters() == null ? present.startupParameters() : wanted.startupParameters())
        .dataCacheConfig(wanted.dataCacheConfig() == null ? present.dataCacheConfig() : wanted.dataCacheConfig())
        .build();
  }

  private UpdateInferenceComponentRuntimeConfigResponse updateRuntime(
      Desk desk, UpdateInferenceComponentRuntimeConfigRequest asked) {
    Constraint.check(asked, SageMakerConstraints.UPDATE_RUNTIME);
    Component component = settled(desk, "update", component(
        desk, asked, UpdateInferenceComponentRuntimeConfigRequest::inferenceComponentName));
    judge(asked.desiredRuntimeConfig().copyCount());
    desk.tell(new EngineEvent.SetCapacity(
        new ResourceId.Component(component.name()), asked.desiredRuntimeConfig().copyCount()));
    return UpdateInferenceComponentRuntimeConfigResponse.builder().inferenceComponentArn(component.arn()).build();
  }

  private DeleteInferenceComponentResponse delete(Desk desk, DeleteInferenceComponentRequest asked) {
    Component component = settled(desk, "delete", component(
        desk, asked, DeleteInferenceComponentRequest::inferenceComponentName));
    desk.tell(new EngineEvent.DeleteComponent(component.name()));
    book.follow(desk);
    return DeleteInferenceComponentResponse.builder().build();
  }

  private Component settled(Desk desk, String verb, Component component) {
    Standing standing = desk.engine().fleet().standing(new ResourceId.Component(component.name()));
    return switch (standing) {
      case IN_SERVICE, FAILED -> component;
      case CREATING, UPDATING, ROLLING_BACK, DELETING ->
          throw SageMakerRefusals.inState(verb, component.arn(), standing);
    };
  }

  private <Q> Component component(Desk desk, Q asked, Function<Q, String> nameOf) {
    Constraint.check(asked, List.of(SageMakerConstraints.componentName(nameOf)));
    book.follow(desk);
    String name = nameOf.apply(asked);
    Component component = book.components.get(name);
    if (component == null) {
      throw SageMakerRefusals.unknown(WHAT, SageMakerBook.arn(desk, KIND, name));
    }
    return component;
  }

  private static Instant changedAt(Fleet fleet, Component component) {
    Instant at = fleet.changedAt(new ResourceId.Component(component.name()));
    return at.isAfter(component.changedAt()) ? at : component.changedAt();
  }

  private static InferenceComponentStatus status(Standing standing) {
    return switch (standing) {
      case CREATING -> InferenceComponentStatus.CREATING;
      case IN_SERVICE -> InferenceComponentStatus.IN_SERVICE;
      case UPDATING, ROLLING_BACK -> InferenceComponentStatus.UPDATING;
      case FAILED -> InferenceComponentStatus.FAILED;
      case DELETING -> InferenceComponentStatus.DELETING;
    };
  }
}
