package io.sagescale.plan;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, target by target.
 *
 * @param fingerprint of all that AWS had when it was made; another fingerprint, another world
 */
public record Plan(List<Part> parts, String fingerprint) {
  public Plan {
    parts = List.copyOf(parts);
  }

  /**
   * What is to be done for one target.
   *
   * @param observed what AWS has of it now
   * @param desired the document that declares it; null when it goes
   * @param changes in the order in which they are to be made
   * @param obstacles what is there and not ours, and in the way; while there is one, there are no changes
   * @param notes what a person may want to know and nobody has to do
   */
  public record Part(
      TargetState observed, @Nullable EndpointScaling desired, List<Change> changes, List<String> obstacles,
      List<String> notes) {
    public Part {
      changes = List.copyOf(changes);
      obstacles = List.copyOf(obstacles);
      notes = List.copyOf(notes);
    }

    public ResourceId resource() {
      return observed.resource();
    }

    public boolean isClean() {
      return changes.isEmpty() && obstacles.isEmpty();
    }
  }

  public List<Change> changes() {
    return parts.stream().flatMap(part -> part.changes().stream()).toList();
  }

  /** True when AWS has what the files say. */
  public boolean isClean() {
    return parts.stream().allMatch(Part::isClean);
  }

  public boolean isBlocked() {
    return parts.stream().anyMatch(part -> !part.obstacles().isEmpty());
  }

  /** A hash of every change, to tell whether two plans are the same. */
  public String digest() {
    return Claim.hash(changes().stream()
        .map(change -> change.resource().text() + " " + change.getClass().getSimpleName() + " " + change.thing() + " "
            + change.edit())
        .collect(Collectors.joining("\n")));
  }

  static String fingerprint(List<TargetState> world) {
    return Claim.hash(world.stream().map(TargetState::canonical).sorted().collect(Collectors.joining("\n")));
  }
}
