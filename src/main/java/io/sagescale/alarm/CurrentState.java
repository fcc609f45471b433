package io.sagescale.alarm;

import io.sagescale.model.AlarmState;
import java.time.Instant;

/** The state of one alarm of either kind: why, and since when. */
final class CurrentState {
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private Reason reason = new Reason(ReasonText.CREATED, null, null);
  private Instant updated;
  private Instant transitioned;
  private Instant configured;

  CurrentState(Instant created) {
    this.updated = created;
    this.transitioned = created;
    this.configured = created;
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

  /** The rule was replaced; the state stays. */
  void configured(Instant now) {
    configured = now;
  }

  void set(AlarmState to, Reason because, Instant now) {
    updated = now;
    reason = because;
    if (state != to) {
      state = to;
      transitioned = now;
    }
  }
}
