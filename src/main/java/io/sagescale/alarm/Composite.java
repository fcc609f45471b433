package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import java.time.Instant;
import java.util.List;
import java.util.SequencedSet;

/** One composite alarm as it stands: its rule and its state. */
final class Composite {
  private final CurrentState current;
  private CompositeRule rule;
  private SequencedSet<String> children;

  Composite(CompositeRule rule, Instant now) {
    this.rule = rule;
    this.children = rule.expression().children();
    this.current = new CurrentState(now);
  }

  /** Replaces the rule; the state stays until the rule is looked at. */
  void configure(CompositeRule changed, Instant now) {
    rule = changed;
    children = changed.expression().children();
    current.configured(now);
  }

  CompositeRule rule() {
    return rule;
  }

  SequencedSet<String> children() {
    return children;
  }

  CurrentState current() {
    return current;
  }

  /** Actions of the state that was just entered. */
  List<AlarmAction> due() {
    return rule.actions().isEnabled() ? rule.actions().on(current.state()) : List.of();
  }
}
