package io.sagescale.api;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import io.sagescale.sdk.MetricsData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

/** The operation that lists the metrics which had data lately. A metric is listed as soon as it has some. */
final class MetricLists {
  /** Metrics on a page. Source: CloudWatch API, {@code ListMetrics}. */
  static final int PAGE = 500;

  /** How long a metric without data is listed. Source: CloudWatch API, {@code ListMetrics}. */
  static final Duration LISTED = Duration.ofDays(14);

  /** The only span that can be asked for. Source: CloudWatch API, {@code RecentlyActive}. */
  static final Duration RECENT = Duration.ofHours(3);

  static final List<Constraint<ListMetricsRequest>> TABLE = List.of(
      CloudWatchShapes.namespace(ListMetricsRequest::namespace),
      CloudWatchShapes.metricName(ListMetricsRequest::metricName),
      Constraint.<ListMetricsRequest>on("dimensions", q -> q.hasDimensions() ? q.dimensions() : null).length(0, 10),
      Constraint.each("dimensions", ListMetricsRequest::dimensions, CloudWatchShapes.DIMENSION_FILTER),
      Constraint.<ListMetricsRequest>on("recentlyActive", ListMetricsRequest::recentlyActiveAsString)
          .oneOf(List.of("PT3H")),
      CloudWatchShapes.text("owningAccount", ListMetricsRequest::owningAccount));

  private MetricLists() {}

  static ListMetricsResponse list(Desk desk, ListMetricsRequest request) {
    CloudWatchShapes.check(request, TABLE);
    boolean isOurs = request.owningAccount() == null || request.owningAccount().equals(desk.account().id());
    List<MetricId> found = isOurs
        ? desk.engine().metrics().ids().stream().filter(wanted(request)).filter(active(desk, request)).toList()
        : List.of();
    Page<MetricId> page = Paging.of("ListMetrics" + request.toBuilder().nextToken(null).build())
        .refusingAs("InvalidParameterValueException")
        .page(found, MetricId::toString, PAGE, request.nextToken());
    return ListMetricsResponse.builder()
        .metrics(page.items().stream().map(MetricsData::metric).toList()).nextToken(page.nextToken()).build();
  }

  private static Predicate<MetricId> wanted(ListMetricsRequest request) {
    return metric -> (request.namespace() == null || request.namespace().equals(metric.namespace()))
        && (request.metricName() == null || request.metricName().equals(metric.name()))
        && request.dimensions().stream().allMatch(filter -> has(metric, filter));
  }

  private static boolean has(MetricId metric, DimensionFilter filter) {
    for (Dimension dimension : metric.dimensions()) {
      if (dimension.name().equals(filter.name())
          && (filter.value() == null || filter.value().equals(dimension.value()))) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<MetricId> active(Desk desk, ListMetricsRequest request) {
    Instant now = desk.engine().now();
    Instant from = now.minus(request.recentlyActiveAsString() == null ? LISTED : RECENT);
    Instant to = now.plus(MetricPuts.AHEAD);
    return metric -> !desk.engine().metrics()
        .points(metric, Statistic.SAMPLE_COUNT, Duration.ofMinutes(1), from, to, now).isEmpty();
  }
}
