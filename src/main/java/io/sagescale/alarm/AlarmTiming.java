package io.sagescale.alarm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * At which moment of its evaluation interval an alarm is evaluated.
 *
 * <p>Source: seen on AWS, where each alarm is evaluated at a fixed second of the minute; which second is not published.
 * A phase that is not fixed here is spread over the interval by a stable hash of seed and alarm name.
 *
 * @param seed decides the phases that are not fixed
 * @param highResolutionPhase for periods under 60 s: 0 to under 10 s; null: by seed and name
 * @param standardPhase for all other alarms: 0 to under 60 s; null: by seed and name
 */
public record AlarmTiming(long seed, @Nullable Duration highResolutionPhase, @Nullable Duration standardPhase) {
  /** Source: CloudWatch user guide, alarms on high-resolution metrics. */
  public static final Duration HIGH_RESOLUTION_INTERVAL = Duration.ofSeconds(10);

  /** Source: CloudWatch user guide, alarm evaluation. */
  public static final Duration STANDARD_INTERVAL = Duration.ofMinutes(1);

  /** Of alarms that look at more than a day, with data up to the full hour. Source: the guide, alarm evaluation. */
  public static final Duration LONG_INTERVAL = Duration.ofHours(1);

  public AlarmTiming {
    check(highResolutionPhase, HIGH_RESOLUTION_INTERVAL);
    check(standardPhase, STANDARD_INTERVAL);
  }

  private static void check(@Nullable Duration phase, Duration interval) {
    if (phase != null && (phase.isNegative() || phase.compareTo(interval) >= 0)) {
      throw new IllegalArgumentException("phase %s is outside 0 to under %s".formatted(phase, interval));
    }
  }

  Cadence cadenceOf(String alarm, Duration period, int evaluationPeriods) {
    if (period.compareTo(STANDARD_INTERVAL) < 0) {
      return new Cadence(HIGH_RESOLUTION_INTERVAL, phase(highResolutionPhase, alarm, HIGH_RESOLUTION_INTERVAL), period);
    }
    boolean isLong = period.multipliedBy(evaluationPeriods).compareTo(Duration.ofDays(1)) > 0;
    Duration interval = isLong ? LONG_INTERVAL : STANDARD_INTERVAL;
    return new Cadence(interval, phase(standardPhase, alarm, STANDARD_INTERVAL), period);
  }

  private Duration phase(@Nullable Duration fixed, String alarm, Duration interval) {
    return fixed != null ? fixed : Duration.ofMillis(Long.remainderUnsigned(hash(seed, alarm), interval.toMillis()));
  }

  /** FNV-1a over the name, mixed once more, because names of one pair differ in few letters. */
  private static long hash(long seed, String name) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  /**
   * When one alarm is evaluated, and which period is then its newest.
   *
   * @param interval from one evaluation to the next; also the grid on which periods may end, so that longer periods slide
   * @param phase of each evaluation after the full interval
   */
  record Cadence(Duration interval, Duration phase, Duration period) {
    Instant after(Instant instant) {
      long step = interval.toMillis();
      long shift = phase.toMillis();
      return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli() - shift, step) * step + step + shift);
    }

    /** Start of the newest period that is complete. Source: our reading of the guide's sliding example. */
    long newestStartSecond(Instant boundary) {
      long step = interval.toSeconds();
      return Math.floorDiv(boundary.getEpochSecond(), step) * step - period.toSeconds();
    }
  }
}
