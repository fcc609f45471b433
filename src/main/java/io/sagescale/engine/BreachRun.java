package io.sagescale.engine;

import io.sagescale.metrics.DataPoint;
import io.sagescale.metrics.MetricStore;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unbroken run of breaching data points that an alarm stands at the end of. */
final class BreachRun {
  /** How far back a run is followed. Source: our choice, twice the longest managed alarm. */
  private static final Duration FOLLOWED = Duration.ofMinutes(30);

  private BreachRun() {}

  /** Start of the run's first period, on the points visible now; null when the newest does not breach, or for metric math. */
  static @Nullable Instant start(AlarmRule rule, MetricStore store, Instant now) {
    return switch (rule.input()) {
      case AlarmInput.Math math -> null;
      case AlarmInput.Metric input -> {
        List<DataPoint> points = store.points(
            input.metric(), input.statistic(), input.period(), now.minus(FOLLOWED), now, now);
        Instant start = null;
        for (DataPoint point : points.reversed()) {
          if (!rule.condition().comparison().isBreachedBy(point.value(), rule.condition().threshold())) {
            break;
          }
          start = point.periodStart();
        }
        yield start;
      }
    };
  }
}
