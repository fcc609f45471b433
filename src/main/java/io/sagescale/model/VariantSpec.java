package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/**
 * A production variant as configured.
 *
 * @param initialInstanceCount instances to start with, 0 or more
 * @param weight share of the endpoint's traffic, relative to the other variants; 0 or more
 * @param managedScaling null unless the variant hosts inference components and SageMaker scales its instances
 * @param hostsComponents true when copies of inference components run here instead of one model per instance
 */
public record VariantSpec(
    String name,
    String instanceType,
    int initialInstanceCount,
    double weight,
    RoutingStrategy routing,
    @Nullable ManagedInstanceScaling managedScaling,
    boolean hostsComponents) {
  public VariantSpec {
    Check.named("variant", name);
    Check.that(initialInstanceCount >= 0, "initial instance count %s", initialInstanceCount);
    Check.that(weight >= 0 && Double.isFinite(weight), "weight %s", weight);
    Check.that(managedScaling == null || hostsComponents,
        "ManagedInstanceScaling is only supported for inference component endpoints: %s", name);
  }

  /** The same with another share of the traffic. */
  public VariantSpec withWeight(double other) {
    return new VariantSpec(name, instanceType, initialInstanceCount, other, routing, managedScaling, hostsComponents);
  }
}
