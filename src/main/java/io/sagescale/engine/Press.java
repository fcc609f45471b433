package io.sagescale.engine;

import io.sagescale.metrics.MetricStore;
import io.sagescale.metrics.NamedSeries;
import io.sagescale.metrics.Samples;
import io.sagescale.model.MetricId;
import java.time.Duration;
import java.time.Instant;

/** Publishes metrics: each sample goes into the store with the instant from which CloudWatch shows it. */
final class Press {
  static final long WINDOW_NANOS = 10 * Nanos.PER_SECOND;
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final MetricStore store;
  private final EngineSettings.Publication publication;
  private Duration extra = Duration.ZERO;
  private boolean isPublished = true;
  private Instant boundary = Instant.EPOCH;

  Press(MetricStore store, EngineSettings.Publication publication) {
    this.store = store;
    this.publication = publication;
  }

  void at(Instant newBoundary) {
    boundary = newBoundary;
  }

  Instant boundary() {
    return boundary;
  }

  void delayBy(Duration more) {
    extra = more;
  }

  void publish(boolean isOn) {
    isPublished = isOn;
  }

  NamedSeries series(MetricId metric) {
    return store.series(metric);
  }

  void window(NamedSeries metric, Samples samples) {
    put(metric, WINDOW, publication.highResolution(), samples);
  }

  void minute(NamedSeries metric, Samples samples) {
    put(metric, MINUTE, publication.standard(), samples);
  }

  private void put(NamedSeries metric, Duration length, Duration delay, Samples samples) {
    if (isPublished) {
      Instant visibleAt = boundary.plus(delay).plus(extra).plus(ownDelay(metric.id()));
      metric.put(boundary.minus(length), samples, visibleAt);
    }
  }

  /** The series' own fixed share of the spread. A stable hash, not a draw: FNV-1a over the metric's name. */
  private Duration ownDelay(MetricId metric) {
    if (publication.spread().isZero()) {
      return Duration.ZERO;
    }
    long hash = 0xcbf29ce484222325L ^ publication.seed();
    String text = metric.namespace() + metric.name() + metric.dimensions();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    double share = (hash >>> 11) * 0x1.0p-53;
    return Duration.ofNanos((long) (publication.spread().toNanos() * share));
  }
}
