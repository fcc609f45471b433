package io.sagescale.api;

import io.sagescale.model.MetricId;
import io.sagescale.model.Statistic;
import io.sagescale.sdk.MetricsData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

/** The operation that shows several statistics of one metric; oldest point first, which AWS does not promise. */
final class MetricStatisticsView {
  /** Points in one answer. Source: CloudWatch API, {@code GetMetricStatistics}. */
  static final int POINTS_MAX = 1_440;

  static final List<Constraint<GetMetricStatisticsRequest>> TABLE = List.of(
      CloudWatchShapes.namespace(GetMetricStatisticsRequest::namespace).required(),
      CloudWatchShapes.metricName(GetMetricStatisticsRequest::metricName).required(),
      Constraint.<GetMetricStatisticsRequest>on("dimensions", q -> q.hasDimensions() ? q.dimensions() : null)
          .length(0, CloudWatchShapes.DIMENSIONS_MAX),
      Constraint.each("dimensions", GetMetricStatisticsRequest::dimensions, CloudWatchShapes.DIMENSION),
      Constraint.<GetMetricStatisticsRequest>on("startTime", GetMetricStatisticsRequest::startTime).required(),
      Constraint.<GetMetricStatisticsRequest>on("endTime", GetMetricStatisticsRequest::endTime).required(),
      Constraint.<GetMetricStatisticsRequest>on("period", GetMetricStatisticsRequest::period).required().atLeast(1),
      Constraint.<GetMetricStatisticsRequest>on("statistics",
          q -> q.hasStatistics() ? q.statisticsAsStrings() : null).length(1, 5),
      Constraint.each("statistics", GetMetricStatisticsRequest::statisticsAsStrings,
          List.of(Constraint.<String>on("", name -> name).oneOf(CloudWatchShapes.STATISTICS))),
      Constraint.<GetMetricStatisticsRequest>on("extendedStatistics",
          q -> q.hasExtendedStatistics() ? q.extendedStatistics() : null).length(1, 10),
      Constraint.<GetMetricStatisticsRequest>on("unit", GetMetricStatisticsRequest::unitAsString)
          .oneOf(CloudWatchShapes.UNITS));

  private final MetricUnits units;

  MetricStatisticsView(MetricUnits units) {
    this.units = units;
  }

  GetMetricStatisticsResponse get(Desk desk, GetMetricStatisticsRequest request) {
    CloudWatchShapes.check(request, TABLE);
    Map<String, Statistic> statistics = statistics(request);
    if (!ReadWindow.isPeriod(request.period())) {
      throw CloudWatchRefusal.invalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
    ReadWindow window =
        ReadWindow.of(request.startTime(), request.endTime(), request.period(), desk.engine().now());
    if (window.slots() > POINTS_MAX) {
      throw CloudWatchRefusal.invalidCombination(("You have requested up to %s datapoints, which exceeds the limit of %s. "
          + "You may reduce the datapoints requested by increasing Period, or decreasing the time range.")
          .formatted(window.slots(), POINTS_MAX));
    }
    MetricId metric = MetricsData.id(request.namespace(), request.metricName(), request.dimensions());
    List<Datapoint> points = units.has(metric, request.unitAsString())
        ? points(desk, metric, statistics, window.kept(desk.engine().now()), units.shown(metric, request.unitAsString())) : List.of();
    return GetMetricStatisticsResponse.builder().label(request.metricName()).datapoints(points).build();
  }

  /** By AWS's name as it was asked for. */
  private static Map<String, Statistic> statistics(GetMetricStatisticsRequest request) {
    Map<String, Statistic> statistics = new LinkedHashMap<>();
    for (String name : request.statisticsAsStrings()) {
      statistics.put(name, Statistic.parse(name).orElseThrow());
    }
    for (String name : request.extendedStatistics()) {
      Statistic statistic = Statistic.parse(name).filter(each -> !(each instanceof Statistic.Simple)).orElseThrow(
          () -> CloudWatchRefusal.invalidValue(
              "The value %s for parameter ExtendedStatistics is not supported.".formatted(name)));
      statistics.put(name, statistic);
    }
    if (statistics.isEmpty()) {
      throw CloudWatchRefusal.missing("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
    }
    return statistics;
  }

  private static List<Datapoint> points(
      Desk desk, MetricId metric, Map<String, Statistic> statistics, ReadWindow window, String unit) {
    int slots = Math.toIntExact(window.slots());
    Map<String, double[]> columns = new LinkedHashMap<>();
    statistics.forEach((name, statistic) -> columns.put(name, column(desk, metric, statistic, window)));
    double[] counts = column(desk, metric, Statistic.SAMPLE_COUNT, window);
    List<Datapoint> points = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      if (!Double.isNaN(counts[i])) {
        points.add(point(window, i, columns, unit));
      }
    }
    return points;
  }

  private static double[] column(Desk desk, MetricId metric, Statistic statistic, ReadWindow window) {
    double[] column = new double[Math.toIntExact(window.slots())];
    desk.engine().metrics().read(
        metric, statistic, window.period(), window.from(), column.length, desk.engine().now(), column);
    return column;
  }

  /** A percentile that the samples do not tell is left out. */
  private static Datapoint point(ReadWindow window, int slot, Map<String, double[]> columns, String unit) {
    Datapoint.Builder point = Datapoint.builder().timestamp(window.start(slot)).unit(unit);
    Map<String, Double> extended = new LinkedHashMap<>();
    columns.forEach((name, column) -> {
      double value = column[slot];
      switch (name) {
        case "SampleCount" -> point.sampleCount(value);
        case "Average" -> point.average(value);
        case "Sum" -> point.sum(value);
        case "Minimum" -> point.minimum(value);
        case "Maximum" -> point.maximum(value);
        default -> {
          if (!Double.isNaN(value)) {
            extended.put(name, value);
          }
        }
      }
    });
    return (extended.isEmpty() ? point : point.extendedStatistics(extended)).build();
  }
}
