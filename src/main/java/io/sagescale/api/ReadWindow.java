package io.sagescale.api;

import java.time.Duration;
import java.time.Instant;

/**
 * The periods that a question about a metric is about: the first starts at the rounded start, the last before the end.
 *
 * <p>Periods count from that start, whether or not it divides by them. Source: examples of the AWS CLI reference,
 * {@code get-metric-statistics}; Unverified: that {@code GetMetricData} counts in the same way.
 */
record ReadWindow(Instant from, Duration period, long slots) {
  private static final long MINUTE = 60;
  private static final long FIVE_MINUTES = 300;
  private static final long HOUR = 3_600;
  private static final Duration SECONDS_KEPT = Duration.ofHours(3);
  private static final Duration MINUTES_KEPT = Duration.ofDays(15);
  private static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(63);
  private static final Duration HOURS_KEPT = Duration.ofDays(455);

  /** Refuses a window without length, and a period that CloudWatch has none of. Source: CloudWatch API, {@code StartTime}. */
  static ReadWindow of(Instant start, Instant end, int period, Instant now) {
    if (!start.isBefore(end)) {
      throw CloudWatchRefusal.invalidValue("The parameter StartTime must be less than the parameter EndTime.");
    }
    long step = period < MINUTE ? period : grid(start, now);
    long from = Math.floorDiv(start.getEpochSecond(), step) * step;
    long length = end.getEpochSecond() + (end.getNano() > 0 ? 1 : 0) - from;
    return new ReadWindow(Instant.ofEpochSecond(from), Duration.ofSeconds(period), Math.ceilDiv(length, period));
  }

  /** Source: CloudWatch API, {@code MetricDataQuery}. */
  static boolean isPeriod(int seconds) {
    return seconds == 1 || seconds == 5 || seconds == 10 || seconds == 20 || seconds == 30
        || (seconds > 0 && seconds % MINUTE == 0);
  }

  /** The periods of the window whose resolution CloudWatch still keeps; none for one that is too old. Source: CloudWatch API. */
  ReadWindow kept(Instant now) {
    Instant oldest = now.minus(kept());
    if (!from.isBefore(oldest)) {
      return this;
    }
    long step = period.toSeconds();
    long gone = Math.min(slots, Math.ceilDiv(Duration.between(from, oldest).toSeconds(), step));
    return new ReadWindow(from.plusSeconds(gone * step), period, slots - gone);
  }

  private Duration kept() {
    long step = period.toSeconds();
    if (step < MINUTE) {
      return SECONDS_KEPT;
    }
    if (step % FIVE_MINUTES != 0) {
      return MINUTES_KEPT;
    }
    return step % HOUR != 0 ? FIVE_MINUTES_KEPT : HOURS_KEPT;
  }

  Instant start(int slot) {
    return from.plus(period.multipliedBy(slot));
  }

  private static long grid(Instant start, Instant now) {
    Duration age = Duration.between(start, now);
    if (age.compareTo(MINUTES_KEPT) < 0) {
      return MINUTE;
    }
    return age.compareTo(FIVE_MINUTES_KEPT) <= 0 ? FIVE_MINUTES : HOUR;
  }
}
