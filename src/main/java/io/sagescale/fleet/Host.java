package io.sagescale.fleet;

import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The instances of one variant. */
final class Host {
  final ResourceId.Variant variant;
  final Instant createdAt;
  final List<Instance> instances = new ArrayList<>();
  VariantSpec spec;
  InstanceType type;
  /** Where a variant that hosts components stands; that of another is its group's. */
  Standing standing = Standing.CREATING;
  Instant changedAt;
  /** Instances that must run before a variant that hosts components stands in service. */
  int needed;
  /** No longer configured: closes as soon as the endpoint's other variants serve. */
  boolean isRetiring;
  boolean isGone;

  Host(ResourceId.Variant variant, VariantSpec spec, InstanceType type, Instant createdAt) {
    this.variant = variant;
    this.spec = spec;
    this.type = type;
    this.createdAt = createdAt;
    this.changedAt = createdAt;
    this.needed = spec.initialInstanceCount();
  }

  boolean isClosing() {
    return standing == Standing.DELETING;
  }

  void meet(Standing.Event event, Instant now) {
    Standing next = standing.after(event);
    changedAt = next == standing ? changedAt : now;
    standing = next;
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
