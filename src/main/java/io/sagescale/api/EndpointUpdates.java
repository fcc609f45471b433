package io.sagescale.api;

import io.sagescale.api.SageMakerBook.Config;
import io.sagescale.api.SageMakerBook.Endpoint;
import io.sagescale.engine.EngineEvent;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.QuotaRefusal;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import io.sagescale.sdk.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sagemaker.model.DesiredWeightAndCapacity;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesResponse;
import software.amazon.awssdk.services.sagemaker.model.VariantProperty;
import software.amazon.awssdk.services.sagemaker.model.VariantPropertyType;

/**
 * How an endpoint changes: to another configuration, on new instances beside the old ones, or in weights and counts.
 *
 * <p>Source: SageMaker developer guide, updating endpoints that use automatic scaling: while a variant is a scalable target,
 * neither its instance type changes nor does it go; its model may change. Unverified: the texts of these refusals.
 */
final class EndpointUpdates {
  private final SageMakerBook book;

  EndpointUpdates(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    String service = SageMakerApi.SERVICE;
    return List.of(
        Operation.write(service, "UpdateEndpoint", UpdateEndpointRequest.class, this::update),
        Operation.write(service, "UpdateEndpointWeightsAndCapacities", UpdateEndpointWeightsAndCapacitiesRequest.class,
            this::weigh));
  }

  private UpdateEndpointResponse update(Desk desk, UpdateEndpointRequest asked) {
    Constraint.check(asked, SageMakerConstraints.UPDATE_ENDPOINT);
    Endpoint endpoint = EndpointOperations.inService(desk, book, asked.endpointName());
    if (asked.deploymentConfig() != null) {
      throw SageMakerRefusals.unsupported("DeploymentConfig");
    }
    Config config = EndpointConfigOperations.config(desk, book, asked.endpointConfigName());
    VariantRules rules = new VariantRules(desk, book);
    rules.judgeModels(config.asked().productionVariants());
    EndpointSpec spec = retained(desk.engine().fleet(), asked,
        Endpoints.endpoint(endpoint.name(), config.asked().productionVariants()));
    judge(desk, spec);
    judgeQuota(desk.engine().fleet(), rules, spec);
    desk.tell(new EngineEvent.UpdateEndpoint(spec));
    book.endpoints.put(endpoint.name(), endpoint.changed(config, desk.engine().now()));
    return UpdateEndpointResponse.builder().endpointArn(endpoint.arn()).build();
  }

  /** The variants with the counts and weights that the request wants kept. */
  private static EndpointSpec retained(Fleet fleet, UpdateEndpointRequest asked, EndpointSpec spec) {
    boolean isRetained = asked.retainAllVariantProperties() != null && asked.retainAllVariantProperties();
    List<VariantPropertyType> excluded = asked.excludeRetainedVariantProperties().stream()
        .map(VariantProperty::variantPropertyType).toList();
    List<VariantSpec> variants = new ArrayList<>();
    for (VariantSpec variant : spec.variants()) {
      ResourceId.Variant id = new ResourceId.Variant(spec.name(), variant.name());
      boolean isKept = isRetained && fleet.isScalable(id);
      int count = isKept && !excluded.contains(VariantPropertyType.DESIRED_INSTANCE_COUNT)
          ? fleet.capacity(id).desired() : variant.initialInstanceCount();
      double weight = isKept && !excluded.contains(VariantPropertyType.DESIRED_WEIGHT)
          ? fleet.specOf(id).weight() : variant.weight();
      variants.add(new VariantSpec(variant.name(), variant.instanceType(), count, weight, variant.routing(),
          variant.managedScaling(), variant.hostsComponents()));
    }
    return new EndpointSpec(spec.name(), variants);
  }

  private static void judge(Desk desk, EndpointSpec spec) {
    Fleet fleet = desk.engine().fleet();
    for (ResourceId.Variant variant : fleet.variantsOf(spec.name())) {
      Optional<VariantSpec> wanted = spec.variants().stream().filter(v -> v.name().equals(variant.variant())).findFirst();
      VariantSpec present = fleet.specOf(variant);
      boolean isReplaced = wanted.isEmpty() || !wanted.get().instanceType().equals(present.instanceType());
      if (isReplaced && desk.engine().scaling().target(variant).isPresent()) {
        throw Refusal.invalid("The instance type of variant " + variant.variant() + " of endpoint " + spec.name()
            + " cannot be changed, nor the variant removed, while it is registered as a scalable target with Application"
            + " Auto Scaling. Deregister the scalable target first.");
      }
      boolean isOtherKind = wanted.isPresent() && wanted.get().hostsComponents() != present.hostsComponents();
      if (isOtherKind || (isReplaced && present.hostsComponents())) {
        throw Refusal.invalid("Variant " + variant.variant() + " of endpoint " + spec.name()
            + " hosts inference components or is to host them; its instance type cannot be changed, nor the variant removed.");
      }
    }
  }

  /** New instances come beside the old ones; those under components stay. */
  private static void judgeQuota(Fleet fleet, VariantRules rules, EndpointSpec spec) {
    List<VariantSpec> launched = spec.variants().stream()
        .filter(v -> !v.hostsComponents() || !fleet.variantsOf(spec.name()).contains(
            new ResourceId.Variant(spec.name(), v.name())))
        .toList();
    if (!launched.isEmpty()) {
      rules.judgeQuota(new EndpointSpec(spec.name(), launched));
    }
  }

  private UpdateEndpointWeightsAndCapacitiesResponse weigh(
      Desk desk, UpdateEndpointWeightsAndCapacitiesRequest asked) {
    Constraint.check(asked, SageMakerConstraints.UPDATE_WEIGHTS);
    Endpoint endpoint = EndpointOperations.inService(desk, book, asked.endpointName());
    Fleet fleet = desk.engine().fleet();
    for (DesiredWeightAndCapacity wanted : asked.desiredWeightsAndCapacities()) {
      judge(fleet, endpoint, wanted);
    }
    if (!desk.isReplaying()) {
      judgeTogether(fleet, endpoint, asked.desiredWeightsAndCapacities());
    }
    for (DesiredWeightAndCapacity wanted : asked.desiredWeightsAndCapacities()) {
      ResourceId.Variant variant = new ResourceId.Variant(endpoint.name(), wanted.variantName());
      if (wanted.desiredWeight() != null) {
        desk.tell(new EngineEvent.SetWeight(variant, wanted.desiredWeight()));
      }
      if (wanted.desiredInstanceCount() != null && wanted.desiredInstanceCount() != fleet.capacity(variant).desired()) {
        desk.tell(new EngineEvent.SetCapacity(variant, wanted.desiredInstanceCount()));
      }
    }
    book.endpoints.put(endpoint.name(), endpoint.changed(desk.engine().now()));
    return UpdateEndpointWeightsAndCapacitiesResponse.builder().endpointArn(endpoint.arn()).build();
  }

  /** Variants of one type share its quota; what others give back comes free only later. A call that was taken once is taken again. */
  private static void judgeTogether(Fleet fleet, Endpoint endpoint, List<DesiredWeightAndCapacity> all) {
    SortedMap<String, Long> added = new TreeMap<>();
    for (DesiredWeightAndCapacity wanted : all) {
      if (wanted.desiredInstanceCount() != null) {
        ResourceId.Variant variant = new ResourceId.Variant(endpoint.name(), wanted.variantName());
        added.merge(fleet.specOf(variant).instanceType(),
            Math.max(0L, (long) wanted.desiredInstanceCount() - fleet.capacity(variant).desired()), Long::sum);
      }
    }
    VariantRules.judgeQuota(fleet, added);
  }

  private static void judge(Fleet fleet, Endpoint endpoint, DesiredWeightAndCapacity wanted) {
    ResourceId.Variant variant = new ResourceId.Variant(endpoint.name(), wanted.variantName());
    if (!fleet.variantsOf(endpoint.name()).contains(variant)) {
      throw Refusal.invalid("Could not find variant \"" + wanted.variantName() + "\" of endpoint \"" + endpoint.arn() + "\".");
    }
    if (wanted.serverlessUpdateConfig() != null) {
      throw SageMakerRefusals.unsupported("ServerlessUpdateConfig");
    }
    if (wanted.desiredWeight() != null && wanted.desiredWeight().isInfinite()) {
      throw Refusal.invalid("DesiredWeight must be finite for variant " + wanted.variantName() + ".");
    }
    if (wanted.desiredInstanceCount() == null) {
      return;
    }
    if (!fleet.isScalable(variant)) {
      throw Refusal.invalid("The instances of variant " + wanted.variantName()
          + " follow its inference components; DesiredInstanceCount cannot be set.");
    }
    if (wanted.desiredInstanceCount() < 1) {
      throw Refusal.invalid("DesiredInstanceCount must be at least 1 for variant " + wanted.variantName() + ".");
    }
    Optional<QuotaRefusal> refusal = fleet.refusal(variant, wanted.desiredInstanceCount());
    if (refusal.isPresent()) {
      throw SageMakerRefusals.overQuota(refusal.get());
    }
  }
}
