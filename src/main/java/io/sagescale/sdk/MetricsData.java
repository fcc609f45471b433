package io.sagescale.sdk;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Metrics and lines of metric math, to and from CloudWatch's types. */
public final class MetricsData {
  private MetricsData() {}

  /** Refuses a blank namespace or name, which CloudWatch refuses before. */
  public static MetricId id(
      String namespace, String name, List<software.amazon.awssdk.services.cloudwatch.model.Dimension> dimensions) {
    return new MetricId(
        namespace, name, dimensions.stream().map(each -> new Dimension(each.name(), each.value())).toList());
  }

  public static MetricId id(Metric metric) {
    return id(metric.namespace(), metric.metricName(), metric.dimensions());
  }

  public static Metric metric(MetricId id) {
    return Metric.builder().namespace(id.namespace()).metricName(id.name()).dimensions(dimensions(id)).build();
  }

  /** Sorted by name. */
  public static List<software.amazon.awssdk.services.cloudwatch.model.Dimension> dimensions(MetricId id) {
    return id.dimensions().stream()
        .map(each -> software.amazon.awssdk.services.cloudwatch.model.Dimension.builder()
            .name(each.name()).value(each.value()).build())
        .toList();
  }

  /** A line that returns data unless it says otherwise. Refuses a statistic that is none. */
  public static MetricQuery query(MetricDataQuery query) {
    boolean returnsData = query.returnData() == null || query.returnData();
    MetricStat stat = query.metricStat();
    return stat == null
        ? new MetricQuery.Expression(query.id(), query.expression(), returnsData)
        : new MetricQuery.Metric(query.id(), id(stat.metric()), statistic(stat.stat()),
            Duration.ofSeconds(stat.period()), returnsData);
  }

  public static List<MetricQuery> queries(List<MetricDataQuery> queries) {
    return queries.stream().map(MetricsData::query).toList();
  }

  public static MetricDataQuery query(MetricQuery query) {
    MetricDataQuery.Builder line = MetricDataQuery.builder().id(query.id()).returnData(query.returnsData());
    return switch (query) {
      case MetricQuery.Expression expression -> line.expression(expression.expression()).build();
      case MetricQuery.Metric metric -> line.metricStat(MetricStat.builder()
          .metric(metric(metric.metric()))
          .period(Math.toIntExact(metric.period().toSeconds()))
          .stat(metric.statistic().text())
          .build()).build();
    };
  }

  private static Statistic statistic(String text) {
    return Statistic.parse(text).orElseThrow(() -> new IllegalArgumentException("no statistic is spelled " + text));
  }
}
