package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every composite alarm with its state and history. A rule is looked at when it is put and when one of the alarms in it turns.
 *
 * <p>An alarm whose rule leads back to itself keeps its state, and so do those above it. Source: CloudWatch API, {@code
 * PutCompositeAlarm}. Unverified: that a rule is looked at without delay, and once when several of its alarms turn at an instant.
 */
public final class CompositeBook {
  private final AlarmBook alarms;
  private final Map<String, Composite> composites = new LinkedHashMap<>();
  private final Histories histories = new Histories();

  public CompositeBook(AlarmBook alarms) {
    this.alarms = alarms;
  }

  /** Creates or overwrites the alarm and looks at its rule. Answers what that turned, children before parents. */
  public List<Evaluation> put(CompositeRule rule, Instant now) {
    Composite known = composites.get(rule.name());
    Composite composite = known == null ? new Composite(rule, now) : known;
    if (known == null) {
      composites.put(rule.name(), composite);
    } else {
      known.configure(rule, now);
    }
    History.Change change = known == null ? History.Change.CREATE : History.Change.UPDATE;
    configured(rule, change, now);
    if (!readable().contains(rule.name())) {
      return List.of();
    }
    AlarmState state = judged(composite);
    if (state == composite.current().state()) {
      return List.of();
    }
    List<CompositeReason.Child> children = composite.children().stream()
        .flatMap(child -> child(rule, child).stream()).toList();
    return turnedTo(composite, state, known == null
        ? CompositeReason.created(rule, state, children) : CompositeReason.updated(rule, state, children), now);
  }

  /** Deletes the alarm; its history stays. An unknown name changes nothing. */
  public void delete(String name, Instant now) {
    Composite gone = composites.remove(name);
    if (gone != null) {
      configured(gone.rule(), History.Change.DELETE, now);
    }
  }

  /** Looks at the rules that name the alarm, which has turned, and at those above. Answers what turned, children before parents. */
  public List<Evaluation> turned(String alarm, Instant now) {
    if (composites.isEmpty()) {
      return List.of();
    }
    List<Evaluation> evaluations = new ArrayList<>();
    Set<String> turned = new LinkedHashSet<>(List.of(alarm));
    for (String name : readable()) {
      Composite composite = known(name);
      List<String> causes = turned.stream().filter(composite.children()::contains).toList();
      AlarmState state = causes.isEmpty() ? composite.current().state() : judged(composite);
      if (state != composite.current().state()) {
        Reason reason = CompositeReason.turned(child(composite.rule(), causes.getLast()).orElseThrow());
        evaluations.add(turn(composite, state, reason, now));
        turned.add(name);
      }
    }
    return evaluations;
  }

  /** Puts the alarm into a state until one of its children turns or it is put anew. Answers what that turned. */
  public List<Evaluation> setState(
      String name, AlarmState state, String reason, @Nullable String reasonData, Instant now) {
    return turnedTo(known(name), state, new Reason(reason, null, reasonData), now);
  }

  public Optional<CompositeRule> rule(String name) {
    return Optional.ofNullable(composites.get(name)).map(Composite::rule);
  }

  /** In order of creation. */
  public List<String> names() {
    return List.copyOf(composites.keySet());
  }

  public AlarmStatus status(String name) {
    return known(name).current().status();
  }

  /** The composite alarms that name the alarm, in order of their creation. */
  public List<String> parents(String alarm) {
    return composites.values().stream().filter(each -> each.children().contains(alarm))
        .map(each -> each.rule().name()).toList();
  }

  /** Oldest first, with actions written as the caller names them; survives the deletion of the alarm. */
  public List<HistoryItem> history(String name, Function<AlarmAction, String> actions) {
    return histories.items(name, actions);
  }

  /** The names that have a history, deleted alarms included, in order of their first creation. */
  public List<String> historyNames() {
    return histories.names();
  }

  /** The alarms that do not depend on themselves, nor on any that does; children before parents. */
  private Set<String> readable() {
    Set<String> readable = new LinkedHashSet<>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Composite composite : composites.values()) {
        if (!readable.contains(composite.rule().name())
            && composite.children().stream().allMatch(child -> readable.contains(child) || !composites.containsKey(child))) {
          isGrowing |= readable.add(composite.rule().name());
        }
      }
    }
    return readable;
  }

  private AlarmState judged(Composite composite) {
    return composite.rule().expression().holds(name -> current(name).map(CurrentState::state))
        ? AlarmState.ALARM : AlarmState.OK;
  }

  private Optional<CurrentState> current(String name) {
    Composite composite = composites.get(name);
    return composite == null ? alarms.current(name) : Optional.of(composite.current());
  }

  private Optional<CompositeReason.Child> child(CompositeRule parent, String name) {
    return current(name)
        .map(child -> new CompositeReason.Child(parent.arnOf(name), child.state(), child.transitioned()));
  }

  /** Sets the state, and looks at what depends on it if it is another one. */
  private List<Evaluation> turnedTo(Composite composite, AlarmState to, Reason reason, Instant now) {
    boolean isTransition = composite.current().state() != to;
    List<Evaluation> evaluations = new ArrayList<>(List.of(turn(composite, to, reason, now)));
    if (isTransition) {
      evaluations.addAll(turned(composite.rule().name(), now));
    }
    return evaluations;
  }

  private Evaluation turn(Composite composite, AlarmState to, Reason reason, Instant now) {
    CurrentState current = composite.current();
    AlarmState from = current.state();
    Reason before = current.reason();
    String name = composite.rule().name();
    current.set(to, reason, now);
    List<AlarmAction> due = from == to ? List.of() : composite.due();
    if (from != to) {
      histories.of(name).turned(now, from, before, to, reason);
    }
    due.forEach(action -> histories.of(name).acted(now, current.transitioned(), action));
    return new Evaluation(name, from, to, reason.text(), List.of(), now, due);
  }

  private Composite known(String name) {
    Composite composite = composites.get(name);
    if (composite == null) {
      throw new IllegalArgumentException("no composite alarm is named " + name);
    }
    return composite;
  }

  private void configured(CompositeRule rule, History.Change change, Instant now) {
    histories.of(rule.name()).configured(now, names -> RuleData.of(change, rule, names), change);
  }
}
