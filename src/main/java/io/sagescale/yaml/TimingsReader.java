package io.sagescale.yaml;

import io.sagescale.simulate.Scenario.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's {@code metrics}: delays, alarm phases and reaction. */
final class TimingsReader {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TimingsReader() {}

  /** What is not written keeps its default. */
  static Timings read(Fields fields) {
    Timings usual = Timings.DEFAULT;
    Fields delay = fields.mapping("delay");
    Duration high = delay == null ? null : delay.duration("highResolution");
    Duration standard = delay == null ? null : delay.duration("standard");
    Duration spread = delay == null ? null : delay.duration("spread");
    if (delay != null) {
      delay.close();
    }
    Fields phase = fields.mapping("alarmPhase");
    Duration highPhase = phase == null ? null : phase(phase, "highResolution", TEN_SECONDS);
    Duration standardPhase = phase == null ? null : phase(phase, "standard", MINUTE);
    if (phase != null) {
      phase.close();
    }
    Duration reaction = fields.duration("reaction");
    fields.close();
    return new Timings(
        high == null ? usual.highResolutionDelay() : high,
        standard == null ? usual.standardDelay() : standard,
        spread == null ? usual.delaySpread() : spread,
        highPhase == null ? usual.highResolutionPhase() : highPhase,
        standardPhase == null ? usual.standardPhase() : standardPhase,
        reaction == null ? usual.reaction() : reaction);
  }

  private static @Nullable Duration phase(Fields fields, String key, Duration interval) {
    Duration phase = fields.duration(key);
    if (phase != null && phase.compareTo(interval) >= 0) {
      fields.error(fields.at(key), key + " must be under " + interval.toSeconds() + "s, here it is " + fields.written(key),
          "Write the second of the interval at which the alarm is evaluated");
      return null;
    }
    return phase;
  }
}
