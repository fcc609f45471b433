package io.sagescale.engine;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.CompositeBook;
import io.sagescale.alarm.CompositeRule;
import io.sagescale.alarm.Evaluation;
import java.util.List;

/** Has composite alarms follow the alarms in their rules, and tells what turned. They call no scaling policy. */
final class CompositeWatch {
  private final Present present;
  private final CompositeBook composites;

  CompositeWatch(Present present, AlarmBook alarms) {
    this.present = present;
    this.composites = new CompositeBook(alarms);
  }

  CompositeBook book() {
    return composites;
  }

  void put(CompositeRule rule) {
    tell(composites.put(rule, present.now()));
  }

  void delete(String name) {
    composites.delete(name, present.now());
  }

  void set(EngineEvent.SetAlarm event) {
    tell(composites.setState(event.name(), event.state(), event.reason(), event.reasonData(), present.now()));
  }

  void follow(Evaluation evaluation) {
    if (evaluation.isTransition()) {
      tell(composites.turned(evaluation.alarm(), present.now()));
    }
  }

  private void tell(List<Evaluation> evaluations) {
    for (Evaluation evaluation : evaluations) {
      if (evaluation.isTransition()) {
        present.tell(new Fact.AlarmTurned(evaluation, null, present.now()));
      }
    }
  }
}
