package io.sagescale.model;

import java.util.List;

/** What a target tracking policy tracks. */
public sealed interface TrackedMetric {
  /** One of AWS's predefined types, on the metrics of the scaled resource itself. */
  record Predefined(PredefinedMetric type) implements TrackedMetric {}

  /** One metric of the user's choice, evaluated each minute. Source: AAS API, {@code CustomizedMetricSpecification}. */
  record Single(MetricId metric, Statistic statistic) implements TrackedMetric {}

  /** Metric math over up to ten metrics, exactly one of which returns data. */
  record Math(List<MetricQuery> queries) implements TrackedMetric {
    public Math {
      queries = List.copyOf(queries);
    }
  }
}
