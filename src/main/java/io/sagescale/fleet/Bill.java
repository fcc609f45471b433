package io.sagescale.fleet;

import java.time.Duration;
import java.time.Instant;

/** Instance time used so far, and its price. Billed from the moment an instance runs until it is released. */
public record Bill(double instanceSeconds, double usd) {
  static final Bill NOTHING = new Bill(0, 0);

  Bill plus(Instance instance, Instant now) {
    Instant since = instance.runningSince;
    if (since == null) {
      return this;
    }
    Instant until = instance.releasedAt == null ? now : instance.releasedAt;
    double seconds = Duration.between(since, until).toNanos() / 1e9;
    return new Bill(instanceSeconds + seconds, usd + seconds / 3600 * instance.type.usdPerHour());
  }
}
