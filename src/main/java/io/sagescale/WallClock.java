package io.sagescale;

import io.sagescale.cli.Watch;
import java.time.Duration;
import java.time.Instant;

/** The time of the machine. */
final class WallClock implements Watch {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  /** Comes back early when the process is interrupted, whose shutdown then goes on. */
  @Override
  public void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
