package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings of numbers with units, and what is none. */
class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({"180, 180000", "180s, 180000", "3m, 180000", "1h30m, 5400000", "250ms, 250", "1.5s, 1500", "2d, 172800000",
      "PT3M, 180000", "0, 0", "0.5, 500", "1e2, 100000"})
  void durations(String text, long millis) {
    assertEquals(Optional.of(Duration.ofMillis(millis)), Quantities.duration(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "-1", "3 m", "3x", "m3", "1h 30m", "PT-3M", "P", "NaN", ".inf", "1e400",
      "99999999999999999999d", "0x10", "1_000"})
  void noDurations(String text) {
    assertTrue(Quantities.duration(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"8 USD, 8", "8USD, 8", "0.5 USD, 0.5"})
  void money(String text, double usd) {
    assertEquals(Optional.of(usd), Quantities.usd(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "8 EUR", "-8 USD", "$8", "USD"})
  void noMoney(String text) {
    assertTrue(Quantities.usd(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"4096, 4096", "24 GiB, 24576", "1.5 GB, 1536", "512 MiB, 512"})
  void sizes(String text, int mebibytes) {
    assertEquals(Optional.of(mebibytes), Quantities.mebibytes(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24 TiB", "-1", "1.5", "9999999 GiB", "GiB"})
  void noSizes(String text) {
    assertTrue(Quantities.mebibytes(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"010", "1.0", "0x1", "1e3", "", "-", "1 ", "\u0661"})
  void noWholeNumbers(String text) {
    assertTrue(Quantities.whole(text).isEmpty());
  }
}
