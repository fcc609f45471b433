package io.sagescale.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricStoreTest {
  private static final Instant NOON = Instant.parse("2026-08-19T12:00:00Z");
  private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
  private static final MetricId ID = new MetricId("AWS/SageMaker", "Invocations", List.of(new Dimension("A", "a")));
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MetricStore store = new MetricStore();

  @Test
  void leavesEmptyPeriodsOut() {
    put(0, 4);
    put(30, 6);
    assertEquals(List.of(new DataPoint(at(0), 4, 1), new DataPoint(at(30), 6, 1)),
        store.points(ID, Statistic.MAXIMUM, TEN, at(0), at(60), EVER));
    assertNull(store.value(ID, Statistic.MAXIMUM, TEN, at(10), EVER));
    assertNull(store.value(new MetricId("n", "m", List.of()), Statistic.SUM, TEN, at(0), EVER));
  }

  @Test
  void hidesASampleUntilItIsVisible() {
    store.put(ID, at(0), Samples.of(4), at(15));
    store.put(ID, at(0), Samples.of(9), at(70));
    assertNull(store.value(ID, Statistic.SUM, TEN, at(0), at(15).minusNanos(1)));
    assertEquals(4, store.value(ID, Statistic.SUM, TEN, at(0), at(15)));
    assertEquals(13, store.value(ID, Statistic.SUM, TEN, at(0), at(70)));
  }

  @ParameterizedTest
  @CsvSource({
      // period s, from s, to s, starts of the periods
      "10,  0,  30, 0 10 20",
      "10,  5,  25, 10 20", // the first period starts at or after from
      "10,  0,  21, 0 10 20",
      "10,  0,  20, 0 10", // to is outside
      "60,  0,  60, 0",
      "60, -60, 61, 0 60", // nothing in the minute before
      "60, 10,  60, ''",
  })
  void alignsPeriodsToTheEpoch(int period, int from, int to, String starts) {
    for (int second = 0; second < 120; second += 10) {
      put(second, 1);
    }
    List<DataPoint> points =
        store.points(ID, Statistic.SUM, Duration.ofSeconds(period), at(from), at(to), EVER);
    String found = String.join(" ", points.stream()
        .map(point -> Long.toString(Duration.between(NOON, point.periodStart()).toSeconds())).toList());
    assertEquals(starts, found);
  }

  @ParameterizedTest
  @CsvSource({"SampleCount, 3 NaN 2", "Sum, 9 NaN 5", "Average, 3 NaN 2.5", "Minimum, 2 NaN 1", "Maximum, 4 NaN 4",
      "p50, 3 NaN 1", "tm50, 2.5 NaN 1"})
  void readsPeriodsInARowFromAnySecond(String statistic, String expected) {
    put(7, 2);
    put(9, 4);
    put(16, 3);
    put(28, 1);
    put(36, 4);
    put(37, 100);
    double[] read = new double[4];
    store.read(ID, Statistic.parse(statistic).orElseThrow(), TEN, at(7), 3, EVER, read);
    for (int i = 0; i < 3; i++) {
      assertEquals(Double.parseDouble(expected.split(" ")[i]), read[i]);
    }
    assertEquals(0, read[3]);
  }

  @Test
  void keepsSecondsApart() {
    put(0, 1);
    put(1, 2);
    put(2, 4);
    assertEquals(2, store.value(ID, Statistic.SUM, Duration.ofSeconds(1), at(1), EVER));
    assertEquals(7, store.value(ID, Statistic.SUM, TEN, at(0), EVER));
  }

  @Test
  void joinsLateSamplesIntoTheirPeriod() {
    put(60, 1);
    put(10, 2);
    put(0, 4);
    put(10, 8);
    assertEquals(List.of(new DataPoint(at(0), 14, 3), new DataPoint(at(60), 1, 1)),
        store.points(ID, Statistic.SUM, MINUTE, at(0), at(120), EVER));
    assertEquals(10, store.value(ID, Statistic.SUM, TEN, at(10), EVER));
  }

  @ParameterizedTest
  @CsvSource({
      // age of the newest sample, period s, samples of the first hour, one of value 1 every ten seconds
      "PT2H59M, 10,   360",
      "PT5H,    10,   60", // the minutes remain, each at its own start
      "PT5H,    60,   60",
      "P16D,    60,   12", // five minutes
      "P16D,    300,  12",
      "P64D,    300,  1", // the hour
      "P64D,    3600, 1",
      "P456D,   3600, 0", // nothing lives longer
  })
  void joinsOldWindowsAsCloudWatchDoes(Duration age, int period, int points) {
    for (int second = 0; second < 3600; second += 10) {
      put(second, 1);
    }
    put(Math.toIntExact(age.toSeconds()), 1);
    List<DataPoint> found =
        store.points(ID, Statistic.SUM, Duration.ofSeconds(period), at(0), at(3600), EVER);
    assertEquals(points, found.size());
    assertEquals(points == 0 ? 0 : 360, found.stream().mapToDouble(DataPoint::value).sum());
  }

  @Test
  void putsAVeryOldSampleWhereItsAgeBelongs() {
    put(10 * 3600, 1);
    put(75, 5);
    put(75, 6);
    assertEquals(11, store.value(ID, Statistic.SUM, MINUTE, at(60), EVER));
    assertNull(store.value(ID, Statistic.SUM, Duration.ofSeconds(1), at(75), EVER));
  }

  @Test
  void answersAcrossTheBorderOfTwoResolutions() {
    int hours = 4;
    for (int second = 0; second < hours * 3600; second += 10) {
      put(second, 1);
    }
    List<DataPoint> points = store.points(ID, Statistic.SUM, Duration.ofHours(1), at(0), at(hours * 3600), EVER);
    assertEquals(List.of(360.0, 360.0, 360.0, 360.0), points.stream().map(DataPoint::value).toList());
  }

  @Test
  void keepsPercentilesOfOldMinutesToWithinTwoPercent() {
    for (int i = 1; i <= 100; i++) {
      put(0, i);
    }
    put(4 * 3600, 1);
    assertEquals(90, store.value(ID, new Statistic.Percentile(90), MINUTE, at(0), EVER), 1.8);
    assertEquals(100, store.value(ID, new Statistic.Percentile(100), MINUTE, at(0), EVER));
  }

  @Test
  void boundsTheEntriesOfOneSecond() {
    for (int i = 0; i < 100; i++) {
      store.put(ID, at(0), Samples.of(1), at(i));
    }
    assertEquals(3, store.value(ID, Statistic.SUM, TEN, at(0), at(98))); // the rest shows with its last
    assertEquals(100, store.value(ID, Statistic.SUM, TEN, at(0), at(99)));
  }

  @Test
  void namesItsSeriesInOrderOfTheFirstSample() {
    MetricId other = new MetricId("A", "a", List.of());
    put(0, 1);
    store.put(other, at(0), Samples.of(1), at(0));
    put(1, 1);
    assertEquals(List.of(ID, other), store.ids());
  }

  @Test
  void refusesPeriodsOfPartsOfASecond() {
    assertThrows(IllegalArgumentException.class,
        () -> store.value(ID, Statistic.SUM, Duration.ofMillis(500), at(0), EVER));
  }

  private void put(int second, double value) {
    store.put(ID, at(second), Samples.of(value), at(second));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
