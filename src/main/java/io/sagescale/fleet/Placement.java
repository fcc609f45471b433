package io.sagescale.fleet;

import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Chooses an instance for a copy: one with room, in the zone that has the fewest copies of the same resource, then the
 * instance with the fewest, then the oldest. Source: our choice within SageMaker's {@code SPREAD} and zone balance, whose
 * details AWS does not publish.
 */
final class Placement {
  private Placement() {}

  static Optional<Instance> choose(List<Instance> instances, ResourceId owner, ComputeRequirements need) {
    Instance best = null;
    for (Instance candidate : instances) {
      if (candidate.state == Instance.State.RELEASED || !candidate.hasRoomFor(need)) {
        continue;
      }
      if (best == null || isBetter(candidate, best, instances, owner)) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Instance a, Instance b, List<Instance> all, ResourceId owner) {
    int zones = Integer.compare(inZone(a.zone, all, owner), inZone(b.zone, all, owner));
    return zones != 0 ? zones < 0 : a.copiesOf(owner) < b.copiesOf(owner);
  }

  private static int inZone(int zone, List<Instance> all, ResourceId owner) {
    int count = 0;
    for (Instance instance : all) {
      count += instance.zone == zone ? instance.copiesOf(owner) : 0;
    }
    return count;
  }
}
