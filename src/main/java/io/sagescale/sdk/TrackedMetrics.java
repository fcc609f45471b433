package io.sagescale.sdk;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.Statistic;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetric;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDataQuery;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** What a target tracking policy tracks, to and from the SDK's types. Units and labels are not part of the model. */
final class TrackedMetrics {
  /** Customized metrics have no period of their own in Application Auto Scaling. Source: AAS API. */
  private static final Duration PERIOD = Duration.ofSeconds(60);

  private TrackedMetrics() {}

  static TargetTrackingScalingPolicyConfiguration.Builder into(
      TargetTrackingScalingPolicyConfiguration.Builder configuration, TrackedMetric metric) {
    return switch (metric) {
      case TrackedMetric.Predefined(var type) -> configuration
          .predefinedMetricSpecification(specification -> specification.predefinedMetricType(type.typeName()));
      case TrackedMetric.Single(var id, var statistic) -> configuration
          .customizedMetricSpecification(single(id, statistic));
      case TrackedMetric.Math(var queries) -> configuration.customizedMetricSpecification(
          CustomizedMetricSpecification.builder().metrics(queries.stream().map(TrackedMetrics::query).toList()).build());
    };
  }

  static Optional<TrackedMetric> ofSdk(TargetTrackingScalingPolicyConfiguration configuration) {
    var predefined = configuration.predefinedMetricSpecification();
    if (predefined != null) {
      return PredefinedMetric.ofTypeName(String.valueOf(predefined.predefinedMetricTypeAsString()))
          .map(TrackedMetric.Predefined::new);
    }
    CustomizedMetricSpecification customized = configuration.customizedMetricSpecification();
    if (customized == null) {
      return Optional.empty();
    }
    return customized.hasMetrics() ? math(customized.metrics()) : single(customized);
  }

  private static CustomizedMetricSpecification single(MetricId id, Statistic statistic) {
    return CustomizedMetricSpecification.builder()
        .namespace(id.namespace())
        .metricName(id.name())
        .dimensions(id.dimensions().stream()
            .map(d -> MetricDimension.builder().name(d.name()).value(d.value()).build()).toList())
        .statistic(statistic.text())
        .build();
  }

  private static TargetTrackingMetricDataQuery query(MetricQuery query) {
    var sdk = TargetTrackingMetricDataQuery.builder().id(query.id()).returnData(query.returnsData());
    return switch (query) {
      case MetricQuery.Expression expression -> sdk.expression(expression.expression()).build();
      case MetricQuery.Metric metric -> sdk.metricStat(stat -> stat
          .stat(metric.statistic().text())
          .metric(TargetTrackingMetric.builder()
              .namespace(metric.metric().namespace())
              .metricName(metric.metric().name())
              .dimensions(metric.metric().dimensions().stream()
                  .map(d -> TargetTrackingMetricDimension.builder().name(d.name()).value(d.value()).build()).toList())
              .build())).build();
    };
  }

  private static Optional<TrackedMetric> single(CustomizedMetricSpecification customized) {
    List<Dimension> dimensions =
        customized.dimensions().stream().map(d -> new Dimension(d.name(), d.value())).toList();
    return series(customized.namespace(), customized.metricName(), dimensions).flatMap(id ->
        Statistic.parse(String.valueOf(customized.statisticAsString())).map(stat -> new TrackedMetric.Single(id, stat)));
  }

  private static Optional<TrackedMetric> math(List<TargetTrackingMetricDataQuery> queries) {
    List<MetricQuery> read = new ArrayList<>();
    for (TargetTrackingMetricDataQuery query : queries) {
      Optional<MetricQuery> line = line(query);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      read.add(line.get());
    }
    return Optional.of(new TrackedMetric.Math(read));
  }

  private static Optional<MetricQuery> line(TargetTrackingMetricDataQuery query) {
    // Source: AAS API, ReturnData: true when it is not given.
    boolean returnsData = query.returnData() == null || query.returnData();
    var stat = query.metricStat();
    if ((stat == null) == (query.expression() == null) || query.id() == null) {
      return Optional.empty();
    }
    if (stat == null) {
      return Optional.of(new MetricQuery.Expression(query.id(), query.expression(), returnsData));
    }
    TargetTrackingMetric metric = stat.metric();
    if (metric == null) {
      return Optional.empty();
    }
    List<Dimension> dimensions = metric.dimensions().stream().map(d -> new Dimension(d.name(), d.value())).toList();
    return series(metric.namespace(), metric.metricName(), dimensions).flatMap(id ->
        Statistic.parse(String.valueOf(stat.stat()))
            .map(statistic -> new MetricQuery.Metric(query.id(), id, statistic, PERIOD, returnsData)));
  }

  private static Optional<MetricId> series(@Nullable String namespace, @Nullable String name, List<Dimension> dimensions) {
    if (namespace == null || namespace.isBlank() || name == null || name.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new MetricId(namespace, name, dimensions));
  }
}
