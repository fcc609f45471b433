package io.sagescale.model;

import java.time.Duration;
import java.util.List;

/** What an alarm watches. */
public sealed interface AlarmInput {
  /** Length of one data point: 10, 20, 30 or a multiple of 60 seconds. */
  Duration period();

  record Metric(MetricId metric, Statistic statistic, Duration period) implements AlarmInput {}

  /** Metric math of which exactly one line returns data; all its metrics share the period. */
  record Math(List<MetricQuery> queries, Duration period) implements AlarmInput {
    public Math {
      queries = List.copyOf(queries);
    }
  }
}
