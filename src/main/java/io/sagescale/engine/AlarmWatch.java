package io.sagescale.engine;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.Evaluation;
import io.sagescale.metrics.MetricStore;
import io.sagescale.model.AlarmRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Has every alarm evaluated when it is due, from the moment it is put until it is deleted or put anew. */
final class AlarmWatch {
  private final Present present;
  private final AlarmBook alarms;
  private final MetricStore store;
  private final Map<String, Long> incarnations = new LinkedHashMap<>();
  private long incarnation;

  AlarmWatch(Present present, AlarmBook alarms, MetricStore store) {
    this.present = present;
    this.alarms = alarms;
    this.store = store;
  }

  /** What has become of the alarm; empty when the timer is that of an alarm which is gone. */
  Optional<Evaluation> due(EngineEvent.AlarmDue due) {
    Long current = incarnations.get(due.alarm());
    if (current == null || current != due.incarnation()) {
      return Optional.empty();
    }
    watch(due.alarm(), due.incarnation(), due.boundary());
    return Optional.of(alarms.evaluate(due.alarm(), due.boundary(), store));
  }

  void put(AlarmRule rule) {
    alarms.put(rule, present.now());
    incarnations.put(rule.name(), ++incarnation);
    watch(rule.name(), incarnation, present.now());
  }

  void delete(String name) {
    alarms.delete(name, present.now());
    incarnations.remove(name);
  }

  private void watch(String name, long ofIncarnation, Instant after) {
    Instant next = alarms.nextEvaluation(name, after);
    present.wakeAt(next, new EngineEvent.AlarmDue(name, ofIncarnation, next));
  }
}
