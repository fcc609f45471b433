package io.sagescale.awscli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-02,                      1767312000",
    "2026-01-02T03:04,                1767323040",
    "2026-01-02T03:04:05,             1767323045",
    "2026-01-02 03:04:05,             1767323045",
    "2026-01-02T03:04:05Z,            1767323045",
    "2026-01-02T03:04:05z,            1767323045",
    "2026-01-02T03:04Z,               1767323040",
    "2026-01-02T03:04:05.678Z,        1767323045.678",
    "2026-01-02T04:04:05+01:00,       1767323045",
    "2026-01-02T04:04:05+0100,        1767323045",
    "2026-01-02T04:04:05+01,          1767323045",
    "2026-01-01T21:34:05-05:30,       1767323045",
    "2026-01-01T21:34:05-0530,        1767323045",
    "1767323045,                      1767323045",
    "-1.5,                            -1.5",
  })
  void textIsAPointInTime(String text, double seconds) {
    assertEquals(OptionalDouble.of(seconds), AwsTime.seconds(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-13-01", "2026-01-02T", "2026-01-02Z", "2026-01-02T03:04:05+1", "2026-01-02T03:04:05+01:",
      "2026-01-02T03:04:05+19:00", "2026-01-02T03:04:05 UTC", "1e9"})
  void otherTextIsNone(String text) {
    assertEquals(OptionalDouble.empty(), AwsTime.seconds(text));
  }
}
