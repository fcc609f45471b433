package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.util.List;
import java.util.SequencedSet;

/** One composite alarm as it stands: its rule and its state. */
final class Composite {
  private CompositeRule rule;
  private SequencedSet<String> children;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private Reason reason = new Reason(ReasonText.CREATED, null, null);
  private Instant updated;
  private Instant transitioned;
  private Instant configured;

  Composite(CompositeRule rule, Instant now) {
    this.rule = rule;
    this.children = rule.expression().children();
    this.updated = now;
    this.transitioned = now;
    this.configured = now;
  }

  /** Replaces the rule; the state stays until the rule is looked at. */
  void configure(CompositeRule changed, Instant now) {
    rule = changed;
    children = changed.expression().children();
    configured = now;
  }

  CompositeRule rule() {
    return rule;
  }

  SequencedSet<String> children() {
    return children;
  }

  AlarmState state() {
    return state;
  }

  Reason reason() {
    return reason;
  }

  Instant transitioned() {
    return transitioned;
  }

  AlarmStatus status() {
    return new AlarmStatus(state, reason.text(), reason.data(), updated, transitioned, configured);
  }

  void set(AlarmState to, Reason because, Instant now) {
    updated = now;
    reason = because;
    if (state != to) {
      state = to;
      transitioned = now;
    }
  }

  /** Actions of the state that was just entered. */
  List<AlarmAction> due() {
    return rule.actions().isEnabled() ? rule.actions().on(state) : List.of();
  }
}
