package io.sagescale.scaling;

import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduledAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scheduled actions of all targets, each with the moment it is due next. */
final class ScheduleBook {

  /** Firings handed out at once; what is due beyond that follows at the next call. */
  static final int MAX_DUE = 1_000;

  private final ScheduleClock clock;
  private final Map<Key, Planned> planned = new LinkedHashMap<>();

  ScheduleBook(ScheduleClock clock) {
    this.clock = clock;
  }

  /** Adds or replaces the action of this name; what it would have fired at before {@code now} is gone. */
  void put(ResourceId resource, ScheduledAction action, Instant now) {
    planned.put(new Key(resource, action.name()), new Planned(action, clock.next(action, now).orElse(null)));
  }

  boolean remove(ResourceId resource, String name) {
    return planned.remove(new Key(resource, name)) != null;
  }

  void forget(ResourceId resource) {
    planned.keySet().removeIf(key -> key.resource.equals(resource));
  }

  List<ScheduledAction> of(ResourceId resource) {
    List<ScheduledAction> actions = new ArrayList<>();
    planned.forEach((key, plan) -> {
      if (key.resource.equals(resource)) {
        actions.add(plan.action);
      }
    });
    return List.copyOf(actions);
  }

  @Nullable Instant nextFiring() {
    Map.Entry<Key, Planned> first = first();
    return first == null ? null : first.getValue().next;
  }

  /** What is due at or before {@code upTo}, oldest first, at most {@link #MAX_DUE}; each is handed out once. */
  List<ScheduleFiring> due(Instant upTo) {
    List<ScheduleFiring> firings = new ArrayList<>();
    while (firings.size() < MAX_DUE) {
      Map.Entry<Key, Planned> first = first();
      if (first == null) {
        break;
      }
      ScheduledAction action = first.getValue().action;
      Instant at = first.getValue().next;
      if (at == null || at.isAfter(upTo)) {
        break;
      }
      firings.add(new ScheduleFiring(first.getKey().resource, action, at));
      first.setValue(new Planned(action, clock.next(action, at).orElse(null)));
    }
    return List.copyOf(firings);
  }

  /** The action due first; of equals the one put first. */
  private Map.@Nullable Entry<Key, Planned> first() {
    Map.Entry<Key, Planned> first = null;
    for (Map.Entry<Key, Planned> entry : planned.entrySet()) {
      Instant next = entry.getValue().next;
      Instant best = first == null ? null : first.getValue().next;
      if (next != null && (best == null || next.isBefore(best))) {
        first = entry;
      }
    }
    return first;
  }

  private record Key(ResourceId resource, String name) {}

  /** An action and its next moment, null when it never fires again. */
  private record Planned(ScheduledAction action, @Nullable Instant next) {}
}
