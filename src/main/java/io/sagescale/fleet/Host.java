package io.sagescale.fleet;

import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import java.util.ArrayList;
import java.util.List;

/** The instances of one variant. */
final class Host {
  final ResourceId.Variant variant;
  final VariantSpec spec;
  final InstanceType type;
  final List<Instance> instances = new ArrayList<>();
  double weight;

  Host(ResourceId.Variant variant, VariantSpec spec, InstanceType type) {
    this.variant = variant;
    this.spec = spec;
    this.type = type;
    this.weight = spec.weight();
  }
}
