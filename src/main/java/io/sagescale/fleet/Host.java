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

  Host(ResourceId.Variant variant, VariantSpec spec, InstanceType type) {
    this.variant = variant;
    this.spec = spec;
    this.type = type;
  }

  int running() {
    int count = 0;
    for (Instance instance : instances) {
      count += instance.state == Instance.State.RUNNING ? 1 : 0;
    }
    return count;
  }

  /** The zone with the fewest instances, the first of several. */
  int emptiestZone(int zones) {
    int[] counts = new int[zones];
    for (Instance instance : instances) {
      counts[instance.zone]++;
    }
    int emptiest = 0;
    for (int zone = 1; zone < zones; zone++) {
      emptiest = counts[zone] < counts[emptiest] ? zone : emptiest;
    }
    return emptiest;
  }
}
