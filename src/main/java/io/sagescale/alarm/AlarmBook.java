package io.sagescale.alarm;

import io.sagescale.metrics.MetricStore;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every alarm with its state and history. It says when an alarm is due and judges it when asked; it has no clock.
 *
 * <p>Unknown names are bugs of the caller, except where a method says otherwise. Source of the rules: CloudWatch user
 * guide, alarm evaluation and alarm actions.
 */
public final class AlarmBook {
  private final AlarmTiming timing;
  private final Map<String, Watched> alarms = new LinkedHashMap<>();
  private final Histories histories = new Histories();

  public AlarmBook(AlarmTiming timing) {
    this.timing = timing;
  }

  /** Creates the alarm, or overwrites its rule and leaves its state. Refuses what {@link AlarmLimits} name. */
  public void put(AlarmRule rule, Instant now) {
    List<String> problems = AlarmLimits.problems(rule);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("alarm %s: %s".formatted(rule.name(), problems));
    }
    AlarmTiming.Cadence cadence =
        timing.cadenceOf(rule.name(), rule.input().period(), rule.condition().evaluationPeriods());
    Watched known = alarms.get(rule.name());
    if (known == null) {
      alarms.put(rule.name(), new Watched(rule, cadence, now));
    } else {
      known.configure(rule, cadence, now);
    }
    configured(rule, known == null ? History.Change.CREATE : History.Change.UPDATE, now);
  }

  /** Deletes the alarm; its history stays. An unknown name changes nothing. */
  public void delete(String name, Instant now) {
    Watched gone = alarms.remove(name);
    if (gone != null) {
      configured(gone.rule(), History.Change.DELETE, now);
    }
  }

  public Optional<AlarmRule> rule(String name) {
    return Optional.ofNullable(alarms.get(name)).map(Watched::rule);
  }

  Optional<CurrentState> current(String name) {
    return Optional.ofNullable(alarms.get(name)).map(Watched::current);
  }

  /** In order of creation. */
  public List<String> names() {
    return List.copyOf(alarms.keySet());
  }

  /** The first evaluation strictly after the instant. */
  public Instant nextEvaluation(String name, Instant after) {
    return known(name).cadence().after(after);
  }

  /**
   * Judges the alarm on what is visible at the boundary; its newest period is the last complete one. Whatever
   * {@link #setState} said lasts until here, unless the data do not tell.
   */
  public Evaluation evaluate(String name, Instant boundary, MetricStore store) {
    Watched alarm = known(name);
    AlarmState before = alarm.current().state();
    AlarmState after = switch (alarm.judge(boundary, store)) {
      case Verdict.Turn turn -> turn.state();
      case Verdict.Retain retain -> before;
    };
    if (after != before) {
      turn(alarm, after, Reason.of(alarm.judged(boundary, store, after)), boundary);
    }
    List<AlarmAction> due = alarm.due(boundary, before != after);
    List<Double> recent = before == after && due.isEmpty() ? List.of() : alarm.recentDatapoints();
    return answer(alarm, before, recent, boundary, due);
  }

  /**
   * Puts the alarm into a state until its next evaluation, and acts if that is another state. The recent data points
   * come from the given data, which a scaling policy needs to act. Source: CloudWatch API, {@code SetAlarmState}.
   */
  public Evaluation setState(
      String name, AlarmState state, String reason, @Nullable String reasonData, Instant now) {
    Watched alarm = known(name);
    AlarmState before = alarm.current().state();
    turn(alarm, state, new Reason(reason, null, reasonData), now);
    List<AlarmAction> due = before == state ? List.of() : alarm.due(now, true);
    return answer(alarm, before, Reason.recentDatapoints(reasonData), now, due);
  }

  public AlarmStatus status(String name) {
    return known(name).current().status();
  }

  /** Oldest first; empty for a name never heard of. Survives the deletion of the alarm. */
  public List<HistoryItem> history(String name) {
    return history(name, AlarmBook::plainName);
  }

  /** The same with actions written as the caller names them, such as by their ARN. */
  public List<HistoryItem> history(String name, Function<AlarmAction, String> actions) {
    return histories.items(name, actions);
  }

  /** The names that have a history, deleted alarms included, in order of their first creation. */
  public List<String> historyNames() {
    return histories.names();
  }

  private void turn(Watched alarm, AlarmState to, Reason reason, Instant now) {
    AlarmState from = alarm.current().state();
    Reason before = alarm.current().reason();
    alarm.set(to, reason, now);
    if (from != to) {
      histories.of(alarm.rule().name()).turned(now, from, before, to, reason);
    }
  }

  private Evaluation answer(
      Watched alarm, AlarmState before, List<Double> recent, Instant now, List<AlarmAction> due) {
    String name = alarm.rule().name();
    for (AlarmAction action : due) {
      histories.of(name).acted(now, alarm.current().transitioned(), action);
    }
    return new Evaluation(name, before, alarm.current().state(), alarm.current().reason().text(), recent, now, due);
  }

  private Watched known(String name) {
    Watched alarm = alarms.get(name);
    if (alarm == null) {
      throw new IllegalArgumentException("no alarm is named " + name);
    }
    return alarm;
  }

  private void configured(AlarmRule rule, History.Change change, Instant now) {
    histories.of(rule.name()).configured(now, names -> RuleData.of(change, rule, names), change);
  }

  private static String plainName(AlarmAction action) {
    return switch (action) {
      case AlarmAction.Scale scale -> scale.resource().text() + "/" + scale.policyName();
      case AlarmAction.Other other -> other.arn();
    };
  }
}
