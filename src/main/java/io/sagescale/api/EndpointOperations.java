package io.sagescale.api;

import io.sagescale.api.SageMakerBook.Config;
import io.sagescale.api.SageMakerBook.Endpoint;
import io.sagescale.engine.EngineEvent;
import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.Standing;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import io.sagescale.sdk.Endpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DeployedImage;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantSummary;
import software.amazon.awssdk.services.sagemaker.model.VariantStatus;

/** Endpoints: how they begin, what they are at this moment, and how they end. */
final class EndpointOperations {
  static final String KIND = "endpoint";

  private final SageMakerBook book;

  EndpointOperations(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    String service = SageMakerApi.SERVICE;
    return List.of(
        Operation.write(service, "CreateEndpoint", CreateEndpointRequest.class, this::create),
        Operation.read(service, "DescribeEndpoint", DescribeEndpointRequest.class, this::describe),
        Operation.read(service, "ListEndpoints", ListEndpointsRequest.class, this::list),
        Operation.write(service, "DeleteEndpoint", DeleteEndpointRequest.class, this::delete));
  }

  private CreateEndpointResponse create(Desk desk, CreateEndpointRequest asked) {
    Constraint.check(asked, SageMakerConstraints.CREATE_ENDPOINT);
    ReservedTags.refuse(asked.tags());
    book.follow(desk);
    String arn = SageMakerBook.arn(desk, KIND, asked.endpointName());
    if (book.endpoints.containsKey(asked.endpointName())) {
      throw SageMakerRefusals.exists(KIND, arn);
    }
    if (asked.deploymentConfig() != null) {
      throw SageMakerRefusals.unsupported("DeploymentConfig");
    }
    Config config = EndpointConfigOperations.config(desk, book, asked.endpointConfigName());
    EndpointSpec spec = Endpoints.endpoint(asked.endpointName(), config.asked().productionVariants());
    VariantRules rules = new VariantRules(desk, book);
    rules.judgeModels(config.asked().productionVariants());
    rules.judgeQuota(spec);
    desk.tell(new EngineEvent.CreateEndpoint(spec, EngineEvent.Begin.STARTING));
    book.endpoints.put(asked.endpointName(), new Endpoint(asked.endpointName(), arn, config.name(),
        config.asked().productionVariants(), desk.engine().now(), desk.engine().now()));
    book.tag(arn, asked.tags());
    return CreateEndpointResponse.builder().endpointArn(arn).build();
  }

  private DescribeEndpointResponse describe(Desk desk, DescribeEndpointRequest asked) {
    Constraint.check(asked, List.of(
        SageMakerConstraints.name("endpointName", DescribeEndpointRequest::endpointName).required()));
    Endpoint endpoint = endpoint(desk, book, asked.endpointName());
    Standing standing = desk.engine().fleet().standing(endpoint.name());
    return DescribeEndpointResponse.builder()
        .endpointName(endpoint.name())
        .endpointArn(endpoint.arn())
        .endpointConfigName(endpoint.config())
        .productionVariants(variants(desk.engine().fleet(), endpoint))
        .endpointStatus(status(standing))
        .failureReason(standing == Standing.FAILED ? SageMakerRefusals.NO_CAPACITY : null)
        .creationTime(endpoint.createdAt())
        .lastModifiedTime(changedAt(desk.engine().fleet(), endpoint))
        .build();
  }

  private List<ProductionVariantSummary> variants(Fleet fleet, Endpoint endpoint) {
    List<ProductionVariantSummary> summaries = new ArrayList<>();
    for (ResourceId.Variant variant : fleet.variantsOf(endpoint.name())) {
      ProductionVariant configured = configured(endpoint, variant.variant());
      VariantSpec spec = fleet.specOf(variant);
      Capacity capacity = fleet.isScalable(variant) ? fleet.capacity(variant) : fleet.instances(variant);
      summaries.add(ProductionVariantSummary.builder()
          .variantName(variant.variant())
          .deployedImages(images(endpoint, configured))
          .currentWeight((float) spec.weight())
          .desiredWeight((float) spec.weight())
          .currentInstanceCount(capacity.running())
          .desiredInstanceCount(capacity.desired())
          .variantStatus(variantStatus(fleet.standing(variant), changedAt(fleet, endpoint)))
          .managedInstanceScaling(configured == null ? null : configured.managedInstanceScaling())
          .routingConfig(configured == null ? null : configured.routingConfig())
          .build());
    }
    return summaries;
  }

  private static @Nullable ProductionVariant configured(Endpoint endpoint, String variant) {
    return endpoint.variants().stream().filter(v -> v.variantName().equals(variant)).findFirst().orElse(null);
  }

  private @Nullable List<DeployedImage> images(Endpoint endpoint, @Nullable ProductionVariant configured) {
    List<String> images = configured == null ? List.of() : book.images(configured.modelName());
    return images.isEmpty() ? null : images.stream()
        .map(image -> DeployedImage.builder()
            .specifiedImage(image).resolvedImage(image).resolutionTime(endpoint.createdAt()).build())
        .toList();
  }

  /** Absent for a variant in service. */
  private static @Nullable List<ProductionVariantStatus> variantStatus(Standing standing, Instant since) {
    VariantStatus status = switch (standing) {
      case CREATING -> VariantStatus.CREATING;
      case UPDATING, ROLLING_BACK -> VariantStatus.UPDATING;
      case DELETING -> VariantStatus.DELETING;
      case IN_SERVICE, FAILED -> null;
    };
    return status == null ? null : List.of(ProductionVariantStatus.builder().status(status).startTime(since).build());
  }

  private ListEndpointsResponse list(Desk desk, ListEndpointsRequest asked) {
    Listing listing = new Listing(asked.sortByAsString(), asked.sortOrderAsString(), asked.nameContains(),
        asked.creationTimeBefore(), asked.creationTimeAfter(), asked.lastModifiedTimeBefore(),
        asked.lastModifiedTimeAfter(), asked.statusEqualsAsString(), asked.maxResults(), asked.nextToken());
    Constraint.check(listing, SageMakerConstraints.ENDPOINT_LISTING);
    book.follow(desk);
    Fleet fleet = desk.engine().fleet();
    Page<Listing.Entry> page = listing.page("ListEndpoints", book.endpoints.values().stream()
        .map(endpoint -> new Listing.Entry(endpoint.name(), endpoint.arn(), endpoint.createdAt(),
            changedAt(fleet, endpoint), status(fleet.standing(endpoint.name())).toString()))
        .toList());
    return ListEndpointsResponse.builder()
        .endpoints(page.items().stream()
            .map(e -> EndpointSummary.builder().endpointName(e.name()).endpointArn(e.arn())
                .creationTime(e.createdAt()).lastModifiedTime(e.changedAt()).endpointStatus(e.status()).build())
            .toList())
        .nextToken(page.nextToken())
        .build();
  }

  private DeleteEndpointResponse delete(Desk desk, DeleteEndpointRequest asked) {
    Constraint.check(asked, List.of(
        SageMakerConstraints.name("endpointName", DeleteEndpointRequest::endpointName).required()));
    Endpoint endpoint = endpoint(desk, book, asked.endpointName());
    switch (desk.engine().fleet().standing(endpoint.name())) {
      case CREATING, UPDATING, ROLLING_BACK, DELETING -> throw SageMakerRefusals.inProgress(endpoint.arn());
      case IN_SERVICE, FAILED -> desk.tell(new EngineEvent.DeleteEndpoint(endpoint.name()));
    }
    book.endpoints.computeIfPresent(endpoint.name(), (name, e) -> e.changed(desk.engine().now()));
    book.follow(desk);
    return DeleteEndpointResponse.builder().build();
  }

  /** The endpoint of that name, or a refusal. */
  static Endpoint endpoint(Desk desk, SageMakerBook book, String name) {
    book.follow(desk);
    Endpoint endpoint = book.endpoints.get(name);
    if (endpoint == null) {
      throw SageMakerRefusals.unknown(KIND, SageMakerBook.arn(desk, KIND, name));
    }
    return endpoint;
  }

  /** The endpoint that is in service, or a refusal; Unverified: AWS's text for one that has failed. */
  static Endpoint inService(Desk desk, SageMakerBook book, String name) {
    Endpoint endpoint = endpoint(desk, book, name);
    switch (desk.engine().fleet().standing(name)) {
      case CREATING, UPDATING, ROLLING_BACK, DELETING -> throw SageMakerRefusals.inProgress(endpoint.arn());
      case FAILED -> throw Refusal.invalid("Cannot update failed endpoint \"" + endpoint.arn() + "\".");
      case IN_SERVICE -> {
        return endpoint;
      }
    }
    throw new IllegalStateException("endpoint " + name);
  }

  private static Instant changedAt(Fleet fleet, Endpoint endpoint) {
    Instant latest = endpoint.changedAt();
    for (ResourceId.Variant variant : fleet.variantsOf(endpoint.name())) {
      Instant at = fleet.changedAt(variant);
      latest = at.isAfter(latest) ? at : latest;
    }
    return latest;
  }

  private static EndpointStatus status(Standing standing) {
    return switch (standing) {
      case CREATING -> EndpointStatus.CREATING;
      case IN_SERVICE -> EndpointStatus.IN_SERVICE;
      case UPDATING -> EndpointStatus.UPDATING;
      case ROLLING_BACK -> EndpointStatus.ROLLING_BACK;
      case FAILED -> EndpointStatus.FAILED;
      case DELETING -> EndpointStatus.DELETING;
    };
  }
}
