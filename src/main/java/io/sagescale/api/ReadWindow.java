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
  private static final Duration MINUTES_KEPT = Duration.ofDays(15);
  private static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(63);

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
