package io.sagescale.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.Statistic;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodStatisticsTest {
  @ParameterizedTest
  @CsvSource({
      // samples, statistic, value
      "1 2 3 4 5 6 7 8 9 10, SampleCount,  10",
      "1 2 3 4 5 6 7 8 9 10, Sum,          55",
      "1 2 3 4 5 6 7 8 9 10, Average,      5.5",
      "3 1 2,                Minimum,      1",
      "3 1 2,                Maximum,      3",
      "10 9 8 7 6 5 4 3 2 1, p50,          5", // rank 5 of 10
      "1 2 3 4 5 6 7 8 9 10, p90,          9",
      "1 2 3 4 5 6 7 8 9 10, p90.1,        10", // rank 9.01, so the tenth
      "1 2 3 4 5 6 7 8 9 10, p0,           1",
      "1 2 3 4 5 6 7 8 9 10, p100,         10",
      "7,                    p99,          7",
      "1 2 3 4 5 6 7 8 9 10, tm90,         5", // mean of 1 to 9
      "1 2 3 4 5 6 7 8 9 10, TM(10%:90%),  5.5", // mean of 2 to 9
      "1 2 3 4,              IQM,          2.5",
      "1 2 3 4 5 6 7 8 9 10, tc90,         9",
      "1 2 3 4 5 6 7 8 9 10, ts90,         45",
      "1 2 3 4 5 6 7 8 9 10, wm90,         5.4", // 10 counts as 9
      "1 2 3 4 5 6 7 8 9 10, WM(20%:90%),  5.5", // 1 counts as 2, 10 as 9
      "1 2 3 4 5 6 7 8 9 10, PR(:3),       30",
      "1 2 3 4 5 6 7 8 9 10, PR(3:7),      40", // 4 to 7: the lower bound is outside
      "1 2 3 4 5 6 7 8 9 10, PR(8:),       20",
      "5 5 5 9,              p75,          5",
      "5 5 5 9,              p76,          9",
      "-1 2 3,               p50,          NaN", // no percentiles of negative values
      "-4 2,                 Average,      -1",
  })
  void isOfTheSamples(String samples, String statistic, double value) {
    double[] values = Arrays.stream(samples.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertEquals(value, PeriodStatistics.of(Samples.of(values), Statistic.parse(statistic).orElseThrow()), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
      // count, sum, min, max, statistic, value
      "4, 10, 1, 4, Average,    2.5",
      "4, 10, 1, 4, p50,        NaN", // a statistic set does not tell
      "4, 10, 1, 4, tm90,       NaN",
      "4, 10, 1, 4, PR(:3),     NaN",
      "4, 12, 3, 3, p50,        3", // all its values are equal
      "1, 8,  8, 8, p99,        8",
      "4, 12, 3, 3, tc50,       2",
  })
  void isOfAStatisticSet(double count, double sum, double min, double max, String statistic, double value) {
    Samples set = Samples.statistics(count, sum, min, max);
    assertEquals(value, PeriodStatistics.of(set, Statistic.parse(statistic).orElseThrow()));
  }

  @Test
  void mergesSeveralWindowsBeforeItLooks() {
    Samples merged = Samples.of(4, 1).merge(Samples.of(3)).merge(Samples.repeated(2, 6));
    assertEquals(20, PeriodStatistics.of(merged, Statistic.SUM)); // 4 + 1 + 3 + 6 x 2
    assertEquals(2, PeriodStatistics.of(merged, new Statistic.Percentile(70))); // 1 2 2 2 2 2 2 3 4
    assertEquals(3, PeriodStatistics.of(merged, new Statistic.Percentile(80)));
  }

  @Test
  void knowsNoPercentileOnceAStatisticSetIsMixedIn() {
    Samples merged = Samples.of(4, 1).merge(Samples.statistics(2, 5, 2, 3));
    assertEquals(Double.NaN, PeriodStatistics.of(merged, new Statistic.Percentile(50)));
    assertEquals(2.5, PeriodStatistics.of(merged, Statistic.AVERAGE));
  }
}
