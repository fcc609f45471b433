package io.sagescale.model;

import java.time.Duration;

/** One line of metric math: a metric or an expression over other lines. Source: CloudWatch API, {@code MetricDataQuery}. */
public sealed interface MetricQuery {
  /** Name by which expressions refer to this line; starts with a lower-case letter. */
  String id();

  boolean returnsData();

  record Metric(String id, MetricId metric, Statistic statistic, Duration period, boolean returnsData)
      implements MetricQuery {}

  record Expression(String id, String expression, boolean returnsData) implements MetricQuery {}
}
