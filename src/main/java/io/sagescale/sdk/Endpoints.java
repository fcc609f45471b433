package io.sagescale.sdk;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.ManagedInstanceScalingStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantManagedInstanceScaling;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantRoutingConfig;

/** Endpoints and their variants to and from SageMaker's types. */
public final class Endpoints {
  /** Source: SageMaker API, {@code InitialVariantWeight}: "defaults to 1.0". */
  public static final double DEFAULT_WEIGHT = 1;

  private Endpoints() {}

  /** The endpoint that a configuration's variants make. */
  public static EndpointSpec endpoint(String name, List<ProductionVariant> variants) {
    return new EndpointSpec(name, variants.stream().map(Endpoints::variant).toList());
  }

  /**
   * A variant as configured: it hosts components when it names no model.
   *
   * <p>Unverified: without a routing strategy SageMaker routes at random; without a count there are as many instances as the
   * managed scaling's minimum, else 1.
   */
  public static VariantSpec variant(ProductionVariant variant) {
    ManagedInstanceScaling managed = managed(variant.managedInstanceScaling());
    Integer count = variant.initialInstanceCount();
    int least = managed == null ? 1 : managed.instances().min();
    Float weight = variant.initialVariantWeight();
    return new VariantSpec(variant.variantName(), variant.instanceTypeAsString(), count == null ? least : count,
        weight == null ? DEFAULT_WEIGHT : weight, routing(variant.routingConfig()), managed, isHost(variant));
  }

  /** True for a variant on whose instances components run. */
  public static boolean isHost(ProductionVariant variant) {
    return variant.modelName() == null;
  }

  /** Null unless the scaling is enabled. */
  public static @Nullable ManagedInstanceScaling managed(@Nullable ProductionVariantManagedInstanceScaling managed) {
    if (managed == null || managed.status() != ManagedInstanceScalingStatus.ENABLED) {
      return null;
    }
    Integer min = managed.minInstanceCount();
    Integer max = managed.maxInstanceCount();
    int least = min == null ? 1 : min;
    return new ManagedInstanceScaling(
        CapacityRange.between(least, max == null ? Math.max(1, least) : max), ManagedInstanceScaling.DEFAULT_IDLE_RELEASE);
  }

  private static RoutingStrategy routing(@Nullable ProductionVariantRoutingConfig config) {
    if (config == null || config.routingStrategy() == null) {
      return RoutingStrategy.RANDOM;
    }
    return switch (config.routingStrategy()) {
      case LEAST_OUTSTANDING_REQUESTS -> RoutingStrategy.LEAST_OUTSTANDING_REQUESTS;
      case RANDOM, UNKNOWN_TO_SDK_VERSION -> RoutingStrategy.RANDOM;
    };
  }

  /** A variant as a configuration of SageMaker's would state it; {@code modelName} is null for a host of components. */
  public static ProductionVariant variant(VariantSpec spec, @Nullable String modelName) {
    return ProductionVariant.builder()
        .variantName(spec.name())
        .modelName(modelName)
        .instanceType(spec.instanceType())
        .initialInstanceCount(Math.max(1, spec.initialInstanceCount()))
        .initialVariantWeight((float) spec.weight())
        .managedInstanceScaling(managed(spec.managedScaling()))
        .routingConfig(ProductionVariantRoutingConfig.builder().routingStrategy(spec.routing().name()).build())
        .build();
  }

  private static @Nullable ProductionVariantManagedInstanceScaling managed(@Nullable ManagedInstanceScaling managed) {
    return managed == null ? null : ProductionVariantManagedInstanceScaling.builder()
        .status(ManagedInstanceScalingStatus.ENABLED)
        .minInstanceCount(managed.instances().min())
        .maxInstanceCount(managed.instances().max())
        .build();
  }
}
