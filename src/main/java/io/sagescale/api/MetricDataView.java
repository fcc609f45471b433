package io.sagescale.api;

import io.sagescale.metrics.MetricMath;
import io.sagescale.model.MetricQuery;
import io.sagescale.sdk.MetricsData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** The operation that shows many metrics and metric math over them. Searches and Metrics Insights queries are refused. */
final class MetricDataView {
  /** Source: CloudWatch API, {@code GetMetricData}. */
  static final int QUERIES_MAX = 500;

  /** Points in one answer. Source: CloudWatch API, {@code GetMetricData}. */
  static final int POINTS_MAX = 100_800;

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  static final List<Constraint<GetMetricDataRequest>> TABLE = List.of(
      Constraint.<GetMetricDataRequest>on("metricDataQueries",
          q -> q.hasMetricDataQueries() ? q.metricDataQueries() : null).required(),
      Constraint.each("metricDataQueries", GetMetricDataRequest::metricDataQueries, QueryRules.LINE),
      Constraint.<GetMetricDataRequest>on("startTime", GetMetricDataRequest::startTime).required(),
      Constraint.<GetMetricDataRequest>on("endTime", GetMetricDataRequest::endTime).required(),
      Constraint.<GetMetricDataRequest>on("scanBy", GetMetricDataRequest::scanByAsString)
          .oneOf(CloudWatchShapes.SCAN_ORDERS));

  private final MetricUnits units;

  MetricDataView(MetricUnits units) {
    this.units = units;
  }

  /** One point of one line of the answer; {@code at} and {@code value} are absent when the line has no point. */
  private record Point(MetricDataQuery query, @Nullable Instant at, double value) {
    String key() {
      return query.id() + " " + at;
    }
  }

  GetMetricDataResponse get(Desk desk, GetMetricDataRequest request) {
    check(desk, request);
    List<MetricQuery> lines = MetricsData.queries(request.metricDataQueries());
    checkCount(desk, request, lines);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).returnsData()) {
        points.addAll(points(desk, request, request.metricDataQueries().get(i), lines));
      }
    }
    Page<Point> page = Paging.of("GetMetricData" + request.toBuilder().nextToken(null).maxDatapoints(null).build())
        .refusingAs(CloudWatchRefusal.INVALID_NEXT_TOKEN)
        .page(points, Point::key, size(request.maxDatapoints()), request.nextToken());
    return GetMetricDataResponse.builder()
        .metricDataResults(results(points, page)).messages(List.of()).nextToken(page.nextToken()).build();
  }

  private static void check(Desk desk, GetMetricDataRequest request) {
    CloudWatchShapes.check(request, TABLE);
    if (request.metricDataQueries().size() > QUERIES_MAX) {
      throw CloudWatchRefusal.validation(
          "The collection MetricDataQueries must not have a size greater than %s.".formatted(QUERIES_MAX));
    }
    QueryRules.check(request.metricDataQueries(), "MetricDataQueries", desk.account());
    if (!request.startTime().isBefore(request.endTime())) {
      throw CloudWatchRefusal.validation("The parameter StartTime must be less than the parameter EndTime.");
    }
    for (int i = 0; i < request.metricDataQueries().size(); i++) {
      MetricDataQuery query = request.metricDataQueries().get(i);
      Integer period = query.metricStat() == null ? query.period() : query.metricStat().period();
      if (period != null && !ReadWindow.isPeriod(period)) {
        throw CloudWatchRefusal.validation("The value %s for parameter MetricDataQueries.member.%s.Period is not supported."
            .formatted(period, i + 1));
      }
    }
  }

  private static void checkCount(Desk desk, GetMetricDataRequest request, List<MetricQuery> lines) {
    long count = 0;
    for (MetricQuery line : lines) {
      if (line instanceof MetricQuery.Metric metric) {
        count += window(desk, request, Math.toIntExact(metric.period().toSeconds())).slots();
      }
    }
    if (count > POINTS_MAX) {
      throw CloudWatchRefusal.validation(("You have requested up to %s datapoints, which exceeds the limit of %s. "
          + "You may reduce the datapoints requested by increasing Period, or decreasing the time range.")
          .formatted(count, POINTS_MAX));
    }
  }

  private static int size(@Nullable Integer maxDatapoints) {
    if (maxDatapoints == null) {
      return POINTS_MAX;
    }
    if (maxDatapoints < 1) {
      throw CloudWatchRefusal.validation(
          "The value %s for parameter MaxDatapoints is invalid.".formatted(maxDatapoints));
    }
    return Math.min(maxDatapoints, POINTS_MAX);
  }

  /** In the order that was asked for; one pointless mark for a line without a point, so that it is in the answer. */
  private List<Point> points(Desk desk, GetMetricDataRequest request, MetricDataQuery query, List<MetricQuery> lines) {
    List<MetricQuery> needed = needed(lines, query.id());
    MetricMath math = switch (MetricMath.parse(needed, query.id())) {
      case MetricMath.Parsed.Program program -> program.math();
      case MetricMath.Parsed.Refused refused -> throw CloudWatchRefusal.validation(
          "Error in expression '%s': %s".formatted(query.id(), String.join("; ", refused.problems())));
    };
    ReadWindow window = window(desk, request, Math.toIntExact(math.period().toSeconds()));
    if (window.slots() > POINTS_MAX) {
      throw CloudWatchRefusal.validation(
          "Error in expression '%s': more than %s data points".formatted(query.id(), POINTS_MAX));
    }
    ReadWindow kept = window.kept(desk.engine().now());
    double[] values = new double[Math.toIntExact(kept.slots())];
    math.read(desk.engine().metrics(), kept.from(), values.length, kept.period(), desk.engine().now(), values);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length && hasUnit(query); i++) {
      if (!Double.isNaN(values[i])) {
        points.add(new Point(query, kept.start(i), values[i]));
      }
    }
    if (!"TimestampAscending".equals(request.scanByAsString())) {
      Collections.reverse(points);
    }
    return points.isEmpty() ? List.of(new Point(query, null, Double.NaN)) : points;
  }

  private boolean hasUnit(MetricDataQuery query) {
    return query.metricStat() == null
        || units.has(MetricsData.id(query.metricStat().metric()), query.metricStat().unitAsString());
  }

  private static ReadWindow window(Desk desk, GetMetricDataRequest request, int period) {
    return ReadWindow.of(request.startTime(), request.endTime(), period, desk.engine().now());
  }

  /** The line and all lines that it refers to, so that others may have another period. */
  private static List<MetricQuery> needed(List<MetricQuery> lines, String id) {
    Set<String> needed = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (!needed.add(next)) {
        continue;
      }
      for (MetricQuery line : lines) {
        if (line.id().equals(next) && line instanceof MetricQuery.Expression expression) {
          open.addAll(words(expression.expression(), lines));
        }
      }
    }
    return lines.stream().filter(line -> needed.contains(line.id())).toList();
  }

  /** {@code METRICS()} refers to every metric. */
  private static List<String> words(String expression, List<MetricQuery> lines) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(expression);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    if (words.contains("METRICS")) {
      lines.stream().filter(MetricQuery.Metric.class::isInstance).map(MetricQuery::id).forEach(words::add);
    }
    return words;
  }

  private static List<MetricDataResult> results(List<Point> all, Page<Point> page) {
    Map<String, List<Point>> byQuery = new LinkedHashMap<>();
    page.items().forEach(point -> byQuery.computeIfAbsent(point.query().id(), id -> new ArrayList<>()).add(point));
    String unfinished = page.nextToken() == null
        ? null : all.get(all.indexOf(page.items().getLast()) + 1).query().id();
    List<MetricDataResult> results = new ArrayList<>();
    byQuery.forEach((id, points) -> results.add(result(points, !id.equals(unfinished))));
    return results;
  }

  private static MetricDataResult result(List<Point> points, boolean isComplete) {
    MetricDataQuery query = points.getFirst().query();
    List<Point> real = points.stream().filter(point -> point.at() != null).toList();
    return MetricDataResult.builder()
        .id(query.id())
        .label(label(query))
        .timestamps(real.stream().map(Point::at).toList())
        .values(real.stream().map(Point::value).toList())
        .statusCode(isComplete ? "Complete" : "PartialData")
        .build();
  }

  /** Unverified: AWS's default label, which also tells metrics of one name apart. */
  private static String label(MetricDataQuery query) {
    if (query.label() != null) {
      return query.label();
    }
    return query.metricStat() == null ? query.id() : query.metricStat().metric().metricName();
  }
}
