package io.sagescale.alarm;

import io.sagescale.metrics.MetricStore;
import io.sagescale.metrics.SampleAccumulator;
import io.sagescale.metrics.Samples;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Measures, when started by hand, what an evaluation costs in steady state and what a week of series weighs. */
final class EvaluationSpeed {
  private static final int WEEK_WINDOWS = 7 * 8640;

  private EvaluationSpeed() {}

  public static void main(String[] args) {
    for (int round = 0; round < 5; round++) {
      evaluations();
    }
    additions();
    week();
  }

  private static void evaluations() {
    MetricStore store = new MetricStore();
    AlarmBook book = new AlarmBook(new AlarmTiming(1, Duration.ofSeconds(6), null));
    book.put(Alarms.rule(Comparison.LESS_THAN, 4.5, 90, null, 10, MissingData.MISSING,
        AlarmActions.onAlarm(Alarms.SCALE)), Alarms.NOON);
    long evaluating = 0;
    long putting = 0;
    int points = 0;
    for (int i = 0; i < WEEK_WINDOWS; i++) {
      Instant start = Alarms.NOON.plusSeconds(10L * i);
      long before = System.nanoTime();
      store.put(Alarms.METRIC, start, Samples.of(5, 6, 7), start.plusSeconds(15));
      long between = System.nanoTime();
      points += book.evaluate("a", start.plusSeconds(16), store).recentDatapoints().size();
      putting += between - before;
      evaluating += System.nanoTime() - between;
    }
    System.out.printf("a week of 90 x 10 s: %d ns per evaluation, %d ns per put (%d points)%n",
        evaluating / WEEK_WINDOWS, putting / WEEK_WINDOWS, points);
  }

  private static void additions() {
    SampleAccumulator accumulator = new SampleAccumulator();
    double count = 0;
    long spent = 0;
    for (int round = 0; round < 200; round++) {
      long before = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        accumulator.add(1000 + (i * 7919L) % 100_003);
      }
      count += accumulator.drain().count();
      spent = System.nanoTime() - before;
    }
    System.out.printf("%d ns per add of many distinct values (%.0f)%n", spent / 100_000, count);
  }

  private static void week() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    MetricStore store = new MetricStore();
    List<MetricId> ids = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      ids.add(new MetricId("N", "m" + i, List.of()));
    }
    SampleAccumulator accumulator = new SampleAccumulator();
    for (int i = 0; i < WEEK_WINDOWS; i++) {
      Instant start = Alarms.NOON.plusSeconds(10L * i);
      for (int series = 0; series < ids.size(); series++) {
        for (int sample = 0; sample < (series < 3 ? 200 : 4); sample++) { // three latencies, twelve counters
          accumulator.add(1000 + (i * 31L + sample * 7919L) % 9000);
        }
        store.put(ids.get(series), start, accumulator.drain(), start);
      }
    }
    System.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf("15 series for a week: %d MB (%d)%n", (after - before) / 1_000_000, store.ids().size());
  }
}
