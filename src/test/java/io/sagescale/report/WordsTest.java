package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s", "PT0.25S, 250 ms", "PT38S, 38 s", "PT59.6S, 1 min", "PT7M46S, 7 min 46 s", "PT8M, 8 min",
    "PT59M59.7S, 1 h 00 min", "PT1H2M, 1 h 02 min", "PT47H59M, 47 h 59 min", "PT168H, 7 d 00 h"
  })
  void saysADuration(Duration duration, String expected) {
    assertEquals(expected, Words.duration(duration));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms", "8.26, 8.3 ms", "9.97, 10 ms", "840.2, 840 ms", "999.6, 1.00 s", "1234.5, 1.23 s", "12345, 12.3 s",
    "59970, 1 min", "125000, 2 min 5 s"
  })
  void saysMilliseconds(double millis, String expected) {
    assertEquals(expected, Words.millis(millis));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5.5, 5.5", "0.25, 0.25", "100, 100", "1.239, 1.24", "-0.5, -0.5"})
  void saysANumberWithoutNeedlessZeros(double number, String expected) {
    assertEquals(expected, Words.number(number));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00 USD", "0.0123, 0.0123 USD", "4.126, 4.13 USD", "'12345.6', '12,345.60 USD'"})
  void saysMoney(double usd, String expected) {
    assertEquals(expected, Words.usd(usd));
  }

  @Test
  void countsTimeFromTheStart() {
    Instant start = Instant.parse("2026-01-05T08:00:00Z");
    assertEquals("0:03:58", Words.elapsed(start, start.plusSeconds(238)));
    assertEquals("27:46:40", Words.elapsed(start, start.plusSeconds(100_000)));
    assertEquals("-0:00:01", Words.elapsed(start, start.minusMillis(500)));
  }
}
