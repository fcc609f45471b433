package io.sagescale.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleAccumulatorTest {
  private final SampleAccumulator accumulator = new SampleAccumulator();

  @Test
  void keepsFewDistinctValuesExactly() {
    for (int i = 0; i < 1000; i++) {
      accumulator.add(i % 200 + 0.1);
    }
    Samples samples = accumulator.drain();
    assertEquals(1000, samples.count());
    assertEquals(0.1, samples.min());
    assertEquals(199.1, samples.max());
    assertEquals(99.1, PeriodStatistics.of(samples, new Statistic.Percentile(50)));
  }

  @ParameterizedTest
  @CsvSource({"10, 1000", "50, 5000", "90, 9000", "99, 9900", "99.9, 9990"})
  void isOffByLessThanOnePercentWithManyDistinctValues(double percent, double exact) {
    for (int i = 10_000; i >= 1; i--) {
      accumulator.add(i);
    }
    assertEquals(exact, PeriodStatistics.of(accumulator.drain(), new Statistic.Percentile(percent)), exact / 100);
  }

  @Test
  void keepsCountSumAndExtremesExactlyInEveryCase() {
    for (int i = 1; i <= 100_000; i++) {
      accumulator.add(i);
    }
    Samples samples = accumulator.drain();
    assertEquals(100_000, samples.count());
    assertEquals(5_000_050_000.0, samples.sum());
    assertEquals(1, samples.min());
    assertEquals(100_000, samples.max());
  }

  @Test
  void takesValuesOfEverySizeAndSign() {
    for (int exponent = -250; exponent < 250; exponent++) {
      for (int i = 1; i < 8; i++) {
        accumulator.add(i * Math.pow(2, exponent));
        accumulator.add(-i * Math.pow(2, exponent));
      }
    }
    accumulator.add(0, 10);
    Samples samples = accumulator.drain();
    assertEquals(7010, samples.count());
    assertEquals(0, samples.sum());
    // 3500 below zero and ten zeros
    assertEquals(100.0 * 3510 / 7010, PeriodStatistics.of(samples, new Statistic.PercentileRank(-1e300, 0)), 1e-9);
  }

  @Test
  void countsRepeatedValues() {
    accumulator.add(5, 3);
    accumulator.add(1, 1);
    accumulator.add(9, 0);
    Samples samples = accumulator.drain();
    assertEquals(4, samples.count());
    assertEquals(16, samples.sum());
    assertEquals(5, PeriodStatistics.of(samples, new Statistic.Percentile(50)));
  }

  @Test
  void isEmptyAfterDraining() {
    assertTrue(accumulator.isEmpty());
    accumulator.add(5);
    assertFalse(accumulator.isEmpty());
    accumulator.drain();
    assertTrue(accumulator.isEmpty());
    accumulator.add(2);
    assertEquals(2, Samples.of(accumulator).max());
  }

  @Test
  void refusesWhatIsNoSample() {
    assertThrows(IllegalArgumentException.class, () -> accumulator.add(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> accumulator.add(1, -1));
    assertThrows(IllegalStateException.class, accumulator::drain);
  }
}
