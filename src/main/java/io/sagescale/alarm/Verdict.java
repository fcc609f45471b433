package io.sagescale.alarm;

import io.sagescale.model.AlarmState;

/** What the data points say about an alarm's state. */
public sealed interface Verdict {
  /** The alarm is in that state, whether it was before or not. */
  record Turn(AlarmState state) implements Verdict {}

  /** The data points do not tell; the alarm stays as it is. */
  record Retain() implements Verdict {}

  Verdict ALARM = new Turn(AlarmState.ALARM);
  Verdict OK = new Turn(AlarmState.OK);
  Verdict INSUFFICIENT_DATA = new Turn(AlarmState.INSUFFICIENT_DATA);
  Verdict RETAIN = new Retain();
}
