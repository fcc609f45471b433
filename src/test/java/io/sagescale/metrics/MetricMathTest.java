package io.sagescale.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions over m1 = {@code 2 4 _ 8 10} and m2 = {@code 1 0 3 _ 5}, one value per minute, {@code _} missing. */
class MetricMathTest {
  private static final Instant NOON = Instant.parse("2026-08-19T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final MetricId FIRST = new MetricId("N", "first", List.of());
  private static final MetricId SECOND = new MetricId("N", "second", List.of());

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "m1                          ; 2 4 _ 8 10",
      "m1 + m2                     ; 3 4 _ _ 15",
      "m1 / m2                     ; 2 _ _ _ 2", // a division by zero is missing
      "2 + 3 * m1                  ; 8 14 _ 26 32",
      "(2 + 3) * m1                ; 10 20 _ 40 50",
      "10 - m1 - 1                 ; 7 5 _ 1 -1", // from the left
      "-m1 ^ 2                     ; -4 -16 _ -64 -100", // power before the sign
      "2 ^ 2 ^ m2                  ; 4 2 256 _ 4294967296", // from the right
      "m1 > 4                      ; 0 0 _ 1 1",
      "m1 >= 4 AND m2 < 4          ; 0 1 _ _ 0",
      "m1 == 2 || m1 == 8          ; 1 0 _ 1 0",
      "m1 != 2 && m1 <= 8          ; 0 1 _ 1 0",
      "IF(m1 > 4, m1, 0)           ; 0 0 _ 8 10",
      "IF(m2, m1, 99)              ; 2 99 _ _ 10",
      "IF(m1 > 4, m1)              ; _ _ _ 8 10",
      "FILL(m1, REPEAT)            ; 2 4 4 8 10",
      "FILL(m1, LINEAR)            ; 2 4 6 8 10",
      "FILL(m2, 0) + FILL(m1, 0)   ; 3 4 3 8 15",
      "FILL(m1, -m2)               ; 2 4 -3 8 10",
      "SUM(METRICS())              ; 3 4 3 8 15", // missing points do not count
      "SUM([m1, m2])               ; 3 4 3 8 15",
      "AVG(METRICS())              ; 1.5 2 3 8 7.5",
      "MAX(METRICS(\"m2\"))        ; 1 0 3 _ 5",
      "m1 - MIN(m1)                ; 0 2 _ 6 8", // a figure over time
      "m1 * METRIC_COUNT(METRICS()) ; 4 8 _ 16 20",
      "m1 / AVG(m1)                ; 0.333333 0.666667 _ 1.33333 1.66667",
      "m1 * PERIOD(m1)             ; 120 240 _ 480 600",
      "DIFF(m1)                    ; _ 2 _ 4 2",
      "DIFF_TIME(m1)               ; _ 60 _ 120 60",
      "RATE(m1) * 60               ; _ 2 _ 2 2",
      "RUNNING_SUM(m1)             ; 2 6 _ 14 24",
      "ABS(m2 - 3)                 ; 2 3 0 _ 2",
      "CEIL(m1 / 3)                ; 1 2 _ 3 4",
      "FLOOR(m1 / 3)               ; 0 1 _ 2 3",
      "LOG10(m1 * 0 + 100)         ; 2 2 _ 2 2",
      "LAST([m1, m2])              ; 1 0 3 _ 5",
      "TIME_SERIES(7)              ; 7 7 7 7 7",
      "STDDEV(METRICS())           ; 0.5 2 0 0 2.5",
      "e1 * 2                      ; 4 8 _ 16 20", // another expression
  })
  void evaluates(String expression, String expected) {
    MetricMath math = assertInstanceOf(MetricMath.Parsed.Program.class, parse(expression)).math();
    List<DataPoint> points = math.evaluate(store(), NOON, NOON.plusSeconds(300), NOON.plusSeconds(300));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant start = NOON.plusSeconds(60L * i);
      found.add(points.stream().filter(point -> point.periodStart().equals(start))
          .map(point -> plain(point.value())).collect(Collectors.joining()));
    }
    assertEquals(expected, found.stream().map(point -> point.isEmpty() ? "_" : point).collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "m1 +           ; result: in \"m1 +\" it ends where a value should be",
      "m1 m2          ; result: in \"m1 m2\" \"m2\" stands where the end should be",
      "m1 # 2         ; result: \"m1 # 2\" cannot be read from \"# 2\" on",
      "(m1            ; result: in \"(m1\" it ends where ) should be",
      "MEDIAN(m1)     ; result: the function MEDIAN is unknown here",
      "IF(m1)         ; result: IF does not take 1 arguments",
      "m9             ; no line has the id m9",
      "result + 1     ; result refers to itself",
      "AVG(m1)        ; result is a single number, but the result must be one time series",
      "METRICS()      ; result is several time series, but the result must be one time series",
      "SUM([])        ; an array must not be empty",
      "SUM(METRICS(\"z\")) ; METRICS(\"z\") finds no metric",
  })
  void refuses(String expression, String problem) {
    assertEquals(List.of(problem), assertInstanceOf(MetricMath.Parsed.Refused.class, parse(expression)).problems());
  }

  @Test
  void wantsExactlyOneResult() {
    List<MetricQuery> two = List.of(
        new MetricQuery.Metric("m1", FIRST, Statistic.SUM, MINUTE, true),
        new MetricQuery.Metric("m2", SECOND, Statistic.SUM, MINUTE, true));
    assertEquals(List.of("Exactly one element of the metrics list should return data."),
        assertInstanceOf(MetricMath.Parsed.Refused.class, MetricMath.parse(two)).problems());
    assertInstanceOf(MetricMath.Parsed.Program.class, MetricMath.parse(two, "m2"));
  }

  @Test
  void wantsOnePeriod() {
    List<MetricQuery> mixed = List.of(
        new MetricQuery.Metric("m1", FIRST, Statistic.SUM, MINUTE, false),
        new MetricQuery.Metric("m2", SECOND, Statistic.SUM, MINUTE.multipliedBy(5), true));
    assertEquals(List.of("all metrics must share one period, not [PT1M, PT5M]"),
        assertInstanceOf(MetricMath.Parsed.Refused.class, MetricMath.parse(mixed)).problems());
  }

  private static MetricMath.Parsed parse(String expression) {
    return MetricMath.parse(List.of(
        new MetricQuery.Metric("m1", FIRST, Statistic.SUM, MINUTE, false),
        new MetricQuery.Metric("m2", SECOND, Statistic.SUM, MINUTE, false),
        new MetricQuery.Expression("e1", "m1", false),
        new MetricQuery.Expression("result", expression, true)));
  }

  private static MetricStore store() {
    MetricStore store = new MetricStore();
    put(store, FIRST, "2 4 _ 8 10");
    put(store, SECOND, "1 0 3 _ 5");
    return store;
  }

  private static void put(MetricStore store, MetricId id, String line) {
    String[] values = line.split(" ");
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals("_")) {
        store.put(id, NOON.plusSeconds(60L * i), Samples.of(Double.parseDouble(values[i])), NOON);
      }
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6g", value).replaceAll("0+$", "");
  }
}
