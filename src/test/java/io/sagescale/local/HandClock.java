package io.sagescale.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A time of day that the test moves. */
final class HandClock implements InstantSource {
  private volatile Instant now;

  HandClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
