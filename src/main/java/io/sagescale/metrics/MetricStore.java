package io.sagescale.metrics;

import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every series of samples, and what a reader may know of them at an instant.
 *
 * <p>A sample belongs to the window that starts at its timestamp and is unseen before its {@code visibleAt}. Windows keep
 * their own second for three hours and are then joined to minutes, five minutes and hours, as {@link Series} says.
 */
public final class MetricStore {
  /**
   * Most series. Source: our choice, a bound above what 20,000 targets publish; a further one is a bug of the caller, which
   * limits what users put.
   */
  public static final int SERIES_MAX = 200_000;

  private static final long NANOS = 1_000_000_000L;

  private final Map<MetricId, Series> series = new LinkedHashMap<>();
  private final SlotReader slotReader = new SlotReader();

  /** Adds samples to the window that starts at the timestamp, cut to whole seconds. */
  public void put(MetricId id, Instant timestamp, Samples samples, Instant visibleAt) {
    put(open(id), timestamp, samples, visibleAt);
  }

  /** The series of that name, to put and read it without a further look at the name. */
  public NamedSeries series(MetricId id) {
    return new NamedSeries(this, id);
  }

  static void put(Series into, Instant timestamp, Samples samples, Instant visibleAt) {
    into.put(timestamp.getEpochSecond(), nanos(visibleAt), samples);
  }

  @Nullable Series find(MetricId id) {
    return series.get(id);
  }

  Series open(MetricId id) {
    Series known = series.get(id);
    if (known == null) {
      if (series.size() >= SERIES_MAX) {
        throw new IllegalStateException("more than %s series at %s".formatted(SERIES_MAX, id));
      }
      known = new Series();
      series.put(id, known);
    }
    return known;
  }

  /**
   * The periods with data whose start lies in [from, to), oldest first; periods are aligned to the epoch, and a period
   * without a visible sample is absent. Samples not visible at {@code asOf} are left out.
   */
  public List<DataPoint> points(
      MetricId id, Statistic statistic, Duration period, Instant from, Instant to, Instant asOf) {
    long step = seconds(period);
    long first = Math.ceilDiv(from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0), step) * step;
    long last = to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0);
    Series known = series.get(id);
    List<DataPoint> points = new ArrayList<>();
    if (known == null || first >= last) {
      return points;
    }
    long end = Math.ceilDiv(last, step) * step;
    long asOfNanos = nanos(asOf);
    Joiner.periods(known, step, first, end, asOfNanos).forEach((start, samples) -> {
      double value = PeriodStatistics.of(samples, statistic);
      if (!Double.isNaN(value)) {
        points.add(new DataPoint(Instant.ofEpochSecond(start), value, samples.count()));
      }
    });
    return points;
  }

  /** The statistic of the one period that starts there, aligned or not; null without a visible sample. */
  public @Nullable Double value(
      MetricId id, Statistic statistic, Duration period, Instant periodStart, Instant asOf) {
    double[] one = new double[1];
    read(id, statistic, period, periodStart, 1, asOf, one);
    return Double.isNaN(one[0]) ? null : one[0];
  }

  /**
   * Writes the statistic of {@code slots} periods in a row, the first starting at {@code from}, to the front of
   * {@code into}; NaN stands for an empty period. The periods need not be aligned. Allocates nothing for the five simple
   * statistics.
   */
  public void read(
      MetricId id, Statistic statistic, Duration period, Instant from, int slots, Instant asOf, double[] into) {
    read(find(id), statistic, period, from, slots, asOf, into);
  }

  void read(
      @Nullable Series known, Statistic statistic, Duration period, Instant from, int slots, Instant asOf,
      double[] into) {
    long step = seconds(period);
    if (known == null) {
      Arrays.fill(into, 0, slots, Double.NaN);
      return;
    }
    long first = from.getEpochSecond();
    if (statistic instanceof Statistic.Simple simple) {
      slotReader.read(known.tiers(), simple, step, first, slots, nanos(asOf), into);
      return;
    }
    Arrays.fill(into, 0, slots, Double.NaN);
    Joiner.periods(known, step, first, first + slots * step, nanos(asOf)).forEach(
        (start, samples) -> into[(int) ((start - first) / step)] = PeriodStatistics.of(samples, statistic));
  }

  /** Every series that ever had a sample, in order of its first. */
  public List<MetricId> ids() {
    return List.copyOf(series.keySet());
  }

  private static long seconds(Duration period) {
    long seconds = period.toSeconds();
    if (seconds < 1 || period.toNanosPart() != 0) {
      throw new IllegalArgumentException("period %s is not a positive number of whole seconds".formatted(period));
    }
    return seconds;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * NANOS + instant.getNano();
  }
}
