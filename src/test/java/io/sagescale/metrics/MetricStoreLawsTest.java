package io.sagescale.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is put in whatever order, a read equals a walk over all samples. */
class MetricStoreLawsTest {
  private static final Instant NOON = Instant.parse("2026-08-19T12:00:00Z");
  private static final MetricId ID = new MetricId("N", "m", List.of());

  record Put(int second, double value, int visible) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void readsWhatWasPutAndIsVisible(long seed) {
    Random random = new Random(seed);
    MetricStore store = new MetricStore();
    List<Put> puts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int second = Math.max(0, i * 3 - (random.nextInt(10) == 0 ? random.nextInt(600) : 0)); // a tenth is late
      Put put = new Put(second, random.nextInt(50), second + (random.nextBoolean() ? 5 : 90));
      puts.add(put);
      store.put(ID, NOON.plusSeconds(put.second()), Samples.of(put.value()), NOON.plusSeconds(put.visible()));
    }
    for (int i = 0; i < 200; i++) {
      int period = List.of(1, 10, 60, 300).get(random.nextInt(4));
      int from = random.nextInt(6_000) - 100;
      int asOf = random.nextInt(6_100);
      int slots = 1 + random.nextInt(40);
      for (Statistic statistic : List.of(Statistic.SUM, Statistic.AVERAGE, Statistic.MAXIMUM, Statistic.MINIMUM,
          Statistic.SAMPLE_COUNT, new Statistic.Percentile(90))) {
        double[] read = new double[slots];
        store.read(
            ID, statistic, Duration.ofSeconds(period), NOON.plusSeconds(from), slots, NOON.plusSeconds(asOf), read);
        for (int slot = 0; slot < slots; slot++) {
          int start = from + slot * period;
          assertEquals(walked(puts, statistic, start, start + period, asOf), read[slot], 1e-9,
              "seed %s, %s of %s s from %s as of %s".formatted(seed, statistic.text(), period, start, asOf));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNoSampleWhenWindowsAge(long seed) {
    Random random = new Random(seed);
    MetricStore store = new MetricStore();
    double sum = 0;
    int days = 20; // past three hours and past 15 days
    for (int second = 0; second < days * 86_400; second += 10 + random.nextInt(200)) {
      double value = random.nextInt(100);
      sum += value;
      store.put(ID, NOON.plusSeconds(second), Samples.of(value), NOON.plusSeconds(second));
    }
    double found = store.points(ID, Statistic.SUM, Duration.ofHours(1), NOON, NOON.plus(Duration.ofDays(days)),
        NOON.plus(Duration.ofDays(days))).stream().mapToDouble(DataPoint::value).sum();
    assertEquals(sum, found, 1e-6);
  }

  private static double walked(List<Put> puts, Statistic statistic, int from, int to, int asOf) {
    double[] values = puts.stream()
        .filter(put -> put.second() >= from && put.second() < to && put.visible() <= asOf)
        .mapToDouble(Put::value).sorted().toArray();
    if (values.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return switch (statistic.text()) {
      case "Sum" -> sum;
      case "Average" -> sum / values.length;
      case "Maximum" -> values[values.length - 1];
      case "Minimum" -> values[0];
      case "SampleCount" -> values.length;
      default -> values[(int) Math.ceil(values.length * 0.9 - 1e-9) - 1];
    };
  }
}
