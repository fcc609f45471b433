package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import java.time.Instant;

/**
 * An answer and what it was asked.
 *
 * @param at the engine's time
 * @param operation {@code cloudwatch.PutMetricAlarm}; {@code -} when the request could not be read, or came from nobody known
 * @param isKnown false for an operation that this engine does not have
 */
record Answered(Instant at, Reply reply, String operation, boolean isKnown) {
  static Answered unread(Instant at, HttpAnswer http) {
    return new Answered(at, Reply.of(http), "-", true);
  }
}
