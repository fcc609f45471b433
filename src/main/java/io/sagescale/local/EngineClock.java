package io.sagescale.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What time it is for an engine that runs by itself. */
public sealed interface EngineClock {

  /** Time stands still until somebody moves it. */
  record Manual() implements EngineClock {}

  /**
   * Time runs.
   *
   * @param source the time of day
   * @param since when it was {@code from}
   * @param speed engine seconds for each second of the source, over 0
   */
  record Running(InstantSource source, Instant since, Instant from, double speed) implements EngineClock {
    public Running {
      if (!(speed > 0 && speed <= 100_000)) {
        throw new IllegalArgumentException("speed " + speed);
      }
    }

    Instant now() {
      Duration passed = Duration.between(since, source.instant());
      return speed == 1 ? from.plus(passed) : from.plusNanos(Math.round(passed.toNanos() * speed));
    }

    /** How long the source takes until then; zero when it is past. */
    Duration until(Instant then) {
      Duration left = Duration.between(now(), then);
      return left.isNegative() ? Duration.ZERO : Duration.ofNanos(Math.round(left.toNanos() / speed));
    }
  }

  /** Real time for an engine that stands at {@code engineNow}: it goes on from there, however far ahead that is. */
  static EngineClock real(InstantSource source, Instant engineNow) {
    Instant now = source.instant();
    return new Running(source, now, now.isAfter(engineNow) ? now : engineNow, 1);
  }

  /** Time that runs faster or slower, from where the engine stands. */
  static EngineClock scaled(InstantSource source, Instant engineNow, double speed) {
    Instant now = source.instant();
    return new Running(source, now, now.isAfter(engineNow) ? now : engineNow, speed);
  }

  static EngineClock manual() {
    return new Manual();
  }
}
