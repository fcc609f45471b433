package io.sagescale.api;

import io.sagescale.engine.EngineEvent;
import io.sagescale.metrics.Samples;
import io.sagescale.model.MetricId;
import io.sagescale.sdk.MetricsData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.StatisticSet;

/** The operation that puts data points; either all of them are taken or none. */
final class MetricPuts {
  static final int DATUMS_MAX = 1_000;
  static final int VALUES_MAX = 150;

  /** Source: CloudWatch API, {@code MetricDatum}. */
  static final double GREATEST = Math.scalb(1.0, 360);

  /** How old a point may be. Source: CloudWatch API, {@code PutMetricData}. */
  static final Duration BACK = Duration.ofDays(14);

  /** How far ahead a point may be. Source: CloudWatch API, {@code PutMetricData}. */
  static final Duration AHEAD = Duration.ofHours(2);

  /** Series beyond which no new one is fed by hand. Source: our choice, a bound. */
  static final int SERIES_MAX = 9_000;

  private static final List<Constraint<StatisticSet>> STATISTIC_SET = List.of(
      Constraint.<StatisticSet>on("sampleCount", StatisticSet::sampleCount).required(),
      Constraint.<StatisticSet>on("sum", StatisticSet::sum).required(),
      Constraint.<StatisticSet>on("minimum", StatisticSet::minimum).required(),
      Constraint.<StatisticSet>on("maximum", StatisticSet::maximum).required());

  private static final List<Constraint<MetricDatum>> DATUM = List.of(
      CloudWatchShapes.metricName(MetricDatum::metricName).required(),
      Constraint.<MetricDatum>on("dimensions", q -> q.hasDimensions() ? q.dimensions() : null)
          .length(0, CloudWatchShapes.DIMENSIONS_MAX),
      Constraint.each("dimensions", MetricDatum::dimensions, CloudWatchShapes.DIMENSION),
      Constraint.<MetricDatum, StatisticSet>inside("statisticValues", MetricDatum::statisticValues, STATISTIC_SET),
      Constraint.<MetricDatum>on("unit", MetricDatum::unitAsString).oneOf(CloudWatchShapes.UNITS),
      Constraint.<MetricDatum>on("storageResolution", MetricDatum::storageResolution).atLeast(1));

  static final List<Constraint<PutMetricDataRequest>> TABLE = List.of(
      CloudWatchShapes.namespace(PutMetricDataRequest::namespace).required(),
      Constraint.each("metricData", PutMetricDataRequest::metricData, DATUM));

  private final MetricUnits units;

  MetricPuts(MetricUnits units) {
    this.units = units;
  }

  /** A point that has been checked. */
  private record Point(MetricId metric, Instant timestamp, Samples samples, String unit) {}

  PutMetricDataResponse put(Desk desk, PutMetricDataRequest request) {
    check(request);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < request.metricData().size(); i++) {
      points.add(point(request, i, desk.engine().now()));
    }
    checkSeries(desk, points);
    if (!desk.isReplaying()) {
      points.forEach(this::checkUnit);
    }
    for (Point point : points) {
      units.remember(point.metric(), point.unit());
      desk.tell(new EngineEvent.PutMetric(point.metric(), point.timestamp(), point.samples()));
    }
    return PutMetricDataResponse.builder().build();
  }

  private static void check(PutMetricDataRequest request) {
    CloudWatchShapes.check(request, TABLE);
    if (request.hasEntityMetricData()) {
      throw CloudWatchRefusal.invalidValue("The parameter EntityMetricData is not supported by this engine.");
    }
    if (request.metricData().isEmpty()) {
      throw CloudWatchRefusal.missing("The parameter MetricData is required.");
    }
    if (request.metricData().size() > DATUMS_MAX) {
      throw CloudWatchRefusal.invalidValue(
          "The collection MetricData must not have a size greater than %s.".formatted(DATUMS_MAX));
    }
    // AWS refuses namespaces of its own (AWS/...); here a person may feed any metric by hand, to see what follows
  }

  /** A bound of the engine's; AWS has none. */
  private void checkSeries(Desk desk, List<Point> points) {
    Set<MetricId> fresh = new LinkedHashSet<>();
    points.stream().map(Point::metric).filter(metric -> !units.isKnown(metric)).forEach(fresh::add);
    if (fresh.isEmpty()) {
      return;
    }
    if (desk.engine().metrics().ids().size() + fresh.size() > SERIES_MAX) {
      throw CloudWatchRefusal.limit("The limit of %s metrics of this engine is reached.".formatted(SERIES_MAX));
    }
  }

  private void checkUnit(Point point) {
    String alarm = units.alarmOnOther(point.metric(), point.unit());
    if (alarm != null) {
      throw CloudWatchRefusal.invalidValue(("Alarm %s selects another unit of metric %s than %s, and this engine keeps the data "
          + "points of a metric together: put them in the alarm's unit.")
          .formatted(alarm, point.metric().name(), point.unit()));
    }
  }

  private static Point point(PutMetricDataRequest request, int index, Instant now) {
    MetricDatum datum = request.metricData().get(index);
    String place = "MetricData.member." + (index + 1);
    return new Point(
        MetricsData.id(request.namespace(), datum.metricName(), datum.dimensions()),
        timestamp(datum, place, now), samples(datum, place),
        datum.unitAsString() == null ? MetricUnits.NONE : datum.unitAsString());
  }

  /** Cut to the minute, or to the second in high resolution. */
  private static Instant timestamp(MetricDatum datum, String place, Instant now) {
    Instant at = datum.timestamp() == null ? now : datum.timestamp();
    if (at.isBefore(now.minus(BACK))) {
      throw CloudWatchRefusal.invalidValue(
          "The parameter %s.Timestamp must specify a time within the past two weeks.".formatted(place));
    }
    if (at.isAfter(now.plus(AHEAD))) {
      throw CloudWatchRefusal.invalidValue(
          "The parameter %s.Timestamp must specify a time no more than two hours in the future.".formatted(place));
    }
    int resolution = datum.storageResolution() == null ? 60 : datum.storageResolution();
    if (resolution != 1 && resolution != 60) {
      throw invalid(resolution, place + ".StorageResolution");
    }
    return at.truncatedTo(resolution == 1 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
  }

  private static Samples samples(MetricDatum datum, String place) {
    boolean hasValues = datum.hasValues() && !datum.values().isEmpty();
    exclusive(datum.value() != null, place + ".Value", hasValues, place + ".Values");
    exclusive(datum.value() != null, place + ".Value", datum.statisticValues() != null, place + ".StatisticValues");
    exclusive(hasValues, place + ".Values", datum.statisticValues() != null, place + ".StatisticValues");
    if (datum.value() != null) {
      return Samples.of(number(datum.value(), place + ".Value"));
    }
    if (datum.statisticValues() != null) {
      return statistics(datum.statisticValues(), place + ".StatisticValues");
    }
    if (!hasValues) {
      throw CloudWatchRefusal.missing(
          "At least one of the parameters %1$s.Value, %1$s.Values or %1$s.StatisticValues must be specified."
              .formatted(place));
    }
    return values(datum, place);
  }

  private static Samples values(MetricDatum datum, String place) {
    if (datum.values().size() > VALUES_MAX) {
      throw CloudWatchRefusal.invalidValue(
          "The collection %s.Values must not have a size greater than %s.".formatted(place, VALUES_MAX));
    }
    boolean hasCounts = datum.hasCounts() && !datum.counts().isEmpty();
    if (hasCounts && datum.counts().size() != datum.values().size()) {
      throw CloudWatchRefusal.invalidValue(
          "The parameters %1$s.Values and %1$s.Counts must be of the same size.".formatted(place));
    }
    Samples all = null;
    for (int i = 0; i < datum.values().size(); i++) {
      double value = number(datum.values().get(i), place + ".Values.member." + (i + 1));
      double count = hasCounts ? number(datum.counts().get(i), place + ".Counts.member." + (i + 1)) : 1;
      if (count <= 0) {
        throw invalid(count, place + ".Counts.member." + (i + 1));
      }
      Samples one = Samples.repeated(value, count);
      all = all == null ? one : all.merge(one);
    }
    return Objects.requireNonNull(all);
  }

  private static Samples statistics(StatisticSet set, String place) {
    double count = number(set.sampleCount(), place + ".SampleCount");
    double sum = number(set.sum(), place + ".Sum");
    double least = number(set.minimum(), place + ".Minimum");
    double greatest = number(set.maximum(), place + ".Maximum");
    if (greatest < least) {
      throw CloudWatchRefusal.invalidValue(
          "The parameter %1$s.Maximum must be greater than %1$s.Minimum.".formatted(place));
    }
    if (count <= 0) {
      throw CloudWatchRefusal.invalidValue("The parameter %s.SampleCount must be greater than 0.".formatted(place));
    }
    return Samples.statistics(count, sum, least, greatest);
  }

  private static double number(double value, String parameter) {
    if (!(Math.abs(value) <= GREATEST)) {
      throw invalid(value, parameter);
    }
    return value;
  }

  private static void exclusive(boolean hasOne, String one, boolean hasOther, String other) {
    if (hasOne && hasOther) {
      throw CloudWatchRefusal.exclusive(one, other);
    }
  }

  private static Refusal invalid(@Nullable Object value, String parameter) {
    return CloudWatchRefusal.invalidValue("The value %s for parameter %s is invalid.".formatted(value, parameter));
  }
}
