package io.sagescale.model;

import java.util.List;

/** An endpoint as configured: one or more variants with distinct names. */
public record EndpointSpec(String name, List<VariantSpec> variants) {
  public EndpointSpec {
    Check.named("endpoint", name);
    variants = List.copyOf(variants);
    Check.that(!variants.isEmpty(), "endpoint %s has no variant", name);
  }
}
