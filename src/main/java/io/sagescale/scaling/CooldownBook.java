package io.sagescale.scaling;

import io.sagescale.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cooldowns of every policy, each from the moment its activity completed; before that the activity counts as cooling too.
 *
 * <p>Source: AAS user guide, target tracking and step scaling overviews. Cooldowns belong to a policy; a scale-out ends the
 * scale-in cooldowns of all policies of its target. Source of the scope: our choice, because the guide speaks of the policy.
 */
final class CooldownBook {

  private final Map<ResourceId, List<Entry>> byResource = new LinkedHashMap<>();

  /** A scale-out by a policy began: its units count as added until its cooldown is over. */
  void scaleOutStarted(ResourceId resource, String policy, int added, Duration cooldown, Instant now) {
    forgetOver(resource, now);
    removeIf(resource, entry -> entry.added == 0);
    add(resource, new Entry(policy, added, cooldown));
  }

  /** A scale-in that a policy took part in began. What was added before is no longer counted as there. */
  void scaleInStarted(ResourceId resource, String policy, Duration cooldown, Instant now) {
    forgetOver(resource, now);
    removeIf(resource, entry -> entry.added > 0);
    add(resource, new Entry(policy, 0, cooldown));
  }

  /** The running activity succeeded: its cooldown starts now. */
  void completed(ResourceId resource, Instant now) {
    for (Entry entry : of(resource)) {
      if (entry.end == null) {
        entry.end = now.plus(entry.cooldown);
      }
    }
    forgetOver(resource, now);
  }

  /** The running activity did not succeed: it leaves no cooldown. */
  void abandoned(ResourceId resource) {
    removeIf(resource, entry -> entry.end == null);
  }

  /** Units that count as already added: the policy's own in its cooldown, and anyone's that are still on their way. */
  int added(ResourceId resource, String policy, Instant now) {
    int sum = 0;
    for (Entry entry : of(resource)) {
      boolean counts = entry.end == null || (entry.policy.equals(policy) && now.isBefore(entry.end));
      sum += counts ? entry.added : 0;
    }
    return sum;
  }

  boolean isScaleInBlocked(ResourceId resource, String policy, Instant now) {
    for (Entry entry : of(resource)) {
      if (entry.policy.equals(policy) && entry.added == 0 && entry.isCooling(now)) {
        return true;
      }
    }
    return false;
  }

  void forget(ResourceId resource) {
    byResource.remove(resource);
  }

  void forget(ResourceId resource, String policy) {
    removeIf(resource, entry -> entry.policy.equals(policy));
  }

  private void forgetOver(ResourceId resource, Instant now) {
    removeIf(resource, entry -> !entry.isCooling(now));
  }

  private List<Entry> of(ResourceId resource) {
    return byResource.getOrDefault(resource, List.of());
  }

  private void add(ResourceId resource, Entry entry) {
    byResource.computeIfAbsent(resource, key -> new ArrayList<>()).add(entry);
  }

  private void removeIf(ResourceId resource, Predicate<Entry> isGone) {
    List<Entry> entries = byResource.get(resource);
    if (entries != null) {
      entries.removeIf(isGone);
    }
  }

  /** One activity's cooldown; {@code added} is 0 for a scale-in, {@code end} null until the activity completed. */
  private static final class Entry {
    private final String policy;
    private final int added;
    private final Duration cooldown;
    private @Nullable Instant end;

    Entry(String policy, int added, Duration cooldown) {
      this.policy = policy;
      this.added = added;
      this.cooldown = cooldown;
    }

    boolean isCooling(Instant now) {
      return end == null || now.isBefore(end);
    }
  }
}
