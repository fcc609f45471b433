package io.sagescale.api;

import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.QuotaRefusal;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.VariantSpec;
import io.sagescale.sdk.Endpoints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.ManagedInstanceScalingStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** What the variants of a configuration must satisfy together, beyond the shape of each member. */
final class VariantRules {
  private final Desk desk;
  private final SageMakerBook book;

  VariantRules(Desk desk, SageMakerBook book) {
    this.desk = desk;
    this.book = book;
  }

  /** Refuses a configuration that no endpoint can be made of. */
  void judge(CreateEndpointConfigRequest asked) {
    if (asked.asyncInferenceConfig() != null) {
      throw SageMakerRefusals.unsupported("AsyncInferenceConfig");
    }
    if (asked.hasShadowProductionVariants() && !asked.shadowProductionVariants().isEmpty()) {
      throw SageMakerRefusals.unsupported("ShadowProductionVariants");
    }
    if (asked.explainerConfig() != null) {
      throw SageMakerRefusals.unsupported("ExplainerConfig");
    }
    if (asked.metricsConfig() != null) {
      throw SageMakerRefusals.unsupported("MetricsConfig");
    }
    Set<String> names = new LinkedHashSet<>();
    for (ProductionVariant variant : asked.productionVariants()) {
      if (!names.add(variant.variantName())) {
        throw Refusal.invalid("Duplicate variant name " + variant.variantName() + ".");
      }
      judge(variant);
    }
    boolean hasHosts = asked.productionVariants().stream().anyMatch(Endpoints::isHost);
    if (hasHosts && !asked.productionVariants().stream().allMatch(Endpoints::isHost)) {
      boolean isManaged = asked.productionVariants().stream().anyMatch(v -> v.managedInstanceScaling() != null);
      throw isManaged ? Refusal.invalid(SageMakerRefusals.MANAGED_IN_OTHER_SETUP)
          : Refusal.invalid("All variants must name a model, or none.");
    }
  }

  private void judge(ProductionVariant variant) {
    if (variant.serverlessConfig() != null) {
      throw SageMakerRefusals.unsupported("ServerlessConfig");
    }
    if (variant.instanceTypeAsString() == null) {
      throw Refusal.invalid("InstanceType must be specified for variant " + variant.variantName() + ".");
    }
    if (!desk.engine().fleet().knows(variant.instanceTypeAsString())) {
      throw SageMakerRefusals.unsupported("InstanceType " + variant.instanceTypeAsString());
    }
    if (variant.initialVariantWeight() != null && variant.initialVariantWeight().isInfinite()) {
      throw Refusal.invalid("InitialVariantWeight must be finite for variant " + variant.variantName() + ".");
    }
    if (Endpoints.isHost(variant)) {
      judgeManaged(variant);
      return;
    }
    if (variant.managedInstanceScaling() != null) {
      throw Refusal.invalid(SageMakerRefusals.MANAGED_WITHOUT_COMPONENTS);
    }
    if (variant.initialInstanceCount() == null) {
      throw Refusal.invalid("InitialInstanceCount must be specified for variant " + variant.variantName() + ".");
    }
    if (!book.models.containsKey(variant.modelName())) {
      throw SageMakerRefusals.unknown("model", SageMakerBook.arn(desk, "model", variant.modelName()));
    }
  }

  /** Unverified: AWS's texts for counts that disagree. */
  private static void judgeManaged(ProductionVariant variant) {
    var managed = variant.managedInstanceScaling();
    if (managed == null || managed.status() != ManagedInstanceScalingStatus.ENABLED) {
      return;
    }
    Integer min = managed.minInstanceCount();
    Integer max = managed.maxInstanceCount();
    int least = min == null ? 1 : min;
    if (max != null && max < least) {
      throw Refusal.invalid("MaxInstanceCount cannot be less than MinInstanceCount for variant "
          + variant.variantName() + ".");
    }
    ManagedInstanceScaling range = Endpoints.managed(managed);
    Integer count = variant.initialInstanceCount();
    if (range != null && count != null && count != range.instances().clamp(count)) {
      throw Refusal.invalid("InitialInstanceCount must be between MinInstanceCount and MaxInstanceCount for variant "
          + variant.variantName() + ".");
    }
  }

  /** Refuses an endpoint whose first instances, or whose new ones beside the old, the account may not have. */
  void judgeQuota(EndpointSpec spec) {
    SortedMap<String, Long> wanted = new TreeMap<>();
    for (VariantSpec variant : spec.variants()) {
      wanted.merge(variant.instanceType(), (long) variant.initialInstanceCount(), Long::sum);
    }
    judgeQuota(desk.engine().fleet(), wanted);
  }

  /** @param added how many more instances of each type there are to be */
  static void judgeQuota(Fleet fleet, SortedMap<String, Long> added) {
    added.forEach((type, count) -> {
      Optional<QuotaRefusal> refusal = fleet.refusal(type, (int) Math.min(count, Integer.MAX_VALUE));
      if (refusal.isPresent()) {
        throw SageMakerRefusals.overQuota(refusal.get());
      }
    });
  }

  /** Refuses a configuration whose models somebody has deleted. */
  void judgeModels(List<ProductionVariant> variants) {
    for (ProductionVariant variant : variants) {
      boolean isAdopted = variant.modelName() != null && book.endpoints.containsKey(variant.modelName());
      if (!Endpoints.isHost(variant) && !book.models.containsKey(variant.modelName()) && !isAdopted) {
        throw SageMakerRefusals.unknown("model", SageMakerBook.arn(desk, "model", variant.modelName()));
      }
    }
  }
}
