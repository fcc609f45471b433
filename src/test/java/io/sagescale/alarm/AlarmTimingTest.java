package io.sagescale.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTimingTest {
  @ParameterizedTest
  @CsvSource({
      // period, N, phase, after, next evaluation, start of its newest period
      "PT10S, 3,  PT3S,  12:00:00,     12:00:03, 11:59:50",
      "PT10S, 3,  PT3S,  12:00:03,     12:00:13, 12:00:00", // strictly after
      "PT10S, 3,  PT0S,  12:00:09.999, 12:00:10, 12:00:00",
      "PT30S, 3,  PT3S,  12:00:03,     12:00:13, 11:59:40", // every ten seconds, so it slides
      "PT1M,  3,  PT49S, 12:30:50,     12:31:49, 12:30:00", // the running minute is not looked at
      "PT5M,  1,  PT0S,  12:05:00,     12:06:00, 12:01:00", // minutes 1 to 5, seen at minute 6
      "PT1H,  24, PT5S,  12:00:05,     12:01:05, 11:01:00", // a day exactly is not long
      "PT1H,  25, PT5S,  12:00:05,     13:00:05, 12:00:00", // over a day: hourly, with data up to the hour
  })
  void saysWhenAndWhat(Duration period, int n, Duration phase, String after, String next, String newest) {
    AlarmTiming.Cadence cadence = new AlarmTiming(1, phase.toSeconds() < 10 ? phase : null, phase)
        .cadenceOf("a", period, n);
    Instant evaluation = cadence.after(Instant.parse("2026-08-19T" + after + "Z"));
    assertEquals(Instant.parse("2026-08-19T" + next + "Z"), evaluation);
    assertEquals(
        Instant.parse("2026-08-19T" + newest + "Z"), Instant.ofEpochSecond(cadence.newestStartSecond(evaluation)));
  }

  @Test
  void spreadsPhasesByNameAndSeed() {
    TreeSet<Duration> phases = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      phases.add(phase(7, "TargetTracking-endpoint/e/variant/v-AlarmHigh-" + i));
    }
    assertTrue(phases.size() > 95, "only " + phases.size() + " phases");
    assertTrue(phases.getFirst().compareTo(Duration.ofSeconds(2)) < 0, phases.toString());
    assertTrue(phases.getLast().compareTo(Duration.ofSeconds(8)) > 0, phases.toString());
    assertTrue(phases.getLast().compareTo(Duration.ofSeconds(10)) < 0, phases.toString());
    assertEquals(phase(7, "a"), phase(7, "a"));
    assertNotEquals(phase(7, "a"), phase(8, "a"));
  }

  @Test
  void refusesAPhaseBeyondTheInterval() {
    assertThrows(IllegalArgumentException.class, () -> new AlarmTiming(1, Duration.ofSeconds(10), null));
    assertThrows(IllegalArgumentException.class, () -> new AlarmTiming(1, null, Duration.ofSeconds(-1)));
  }

  private static Duration phase(long seed, String name) {
    return new AlarmTiming(seed, null, null).cadenceOf(name, Duration.ofSeconds(10), 3).phase();
  }
}
