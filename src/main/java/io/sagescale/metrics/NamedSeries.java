package io.sagescale.metrics;

import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One series of a store, looked up by its name once: for those who put or read it every ten seconds.
 *
 * <p>The store knows of no series before its first sample; until then this reads as empty.
 */
public final class NamedSeries {
  private final MetricStore store;
  private final MetricId id;
  private @Nullable Series found;

  NamedSeries(MetricStore store, MetricId id) {
    this.store = store;
    this.id = id;
  }

  public MetricId id() {
    return id;
  }

  public boolean isOf(MetricStore other) {
    return store == other;
  }

  /** As {@link MetricStore#put} says. */
  public void put(Instant timestamp, Samples samples, Instant visibleAt) {
    Series series = found;
    if (series == null) {
      series = store.open(id);
      found = series;
    }
    MetricStore.put(series, timestamp, samples, visibleAt);
  }

  /** As {@link MetricStore#read} says. */
  public void read(
      Statistic statistic, Duration period, Instant from, int slots, Instant asOf, double[] into) {
    if (found == null) {
      found = store.find(id);
    }
    store.read(found, statistic, period, from, slots, asOf, into);
  }
}
