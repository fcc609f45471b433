package io.sagescale.fleet;

import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One machine of a variant: what it has, what is reserved, and since when it costs. */
final class Instance {
  enum State { PROVISIONING, RUNNING, RELEASED }

  final int id;
  final Host host;
  final InstanceType type;
  final int zone;
  final List<Copy> copies = new ArrayList<>();
  private final List<ResourceId> images = new ArrayList<>();
  State state = State.PROVISIONING;
  @Nullable Instant runningSince;
  @Nullable Instant releasedAt;
  @Nullable Instant idleSince;

  Instance(int id, Host host, int zone) {
    this.id = id;
    this.host = host;
    this.type = host.type;
    this.zone = zone;
  }

  boolean hasRoomFor(ComputeRequirements need) {
    int accelerators = type.accelerators();
    double cpus = type.vcpus();
    int memory = type.memoryMb();
    for (Copy copy : copies) {
      accelerators -= copy.need.accelerators();
      cpus -= copy.need.cpus();
      memory -= copy.need.memoryMb();
    }
    return accelerators >= need.accelerators() && cpus >= need.cpus() && memory >= need.memoryMb();
  }

  int copiesOf(ResourceId owner) {
    int count = 0;
    for (Copy copy : copies) {
      count += copy.owner.equals(owner) ? 1 : 0;
    }
    return count;
  }

  boolean hasImageOf(ResourceId owner) {
    return images.contains(owner);
  }

  void keepImageOf(ResourceId owner) {
    if (!images.contains(owner)) {
      images.add(owner);
    }
  }
}
