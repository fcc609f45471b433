package io.sagescale.api;

import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.MetricId;
import io.sagescale.sdk.MetricsData;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The operations that show alarms; there are no composite ones. */
final class AlarmViews {
  /** Alarms on a page when nobody says how many. Source: CloudWatch user guide; Unverified. */
  static final int PAGE = 50;

  private static final List<Constraint<DescribeAlarmsRequest>> DESCRIBE = List.of(
      Constraint.<DescribeAlarmsRequest>on("alarmNames", q -> q.hasAlarmNames() ? q.alarmNames() : null)
          .length(0, CloudWatchShapes.ALARM_NAMES_MAX),
      Constraint.each("alarmNames", DescribeAlarmsRequest::alarmNames,
          List.of(Constraint.<String>on("", name -> name).length(1, CloudWatchShapes.NAME_MAX))),
      Constraint.<DescribeAlarmsRequest>on("alarmNamePrefix", DescribeAlarmsRequest::alarmNamePrefix)
          .length(1, CloudWatchShapes.NAME_MAX),
      Constraint.each("alarmTypes", DescribeAlarmsRequest::alarmTypesAsStrings,
          List.of(Constraint.<String>on("", type -> type).oneOf(CloudWatchShapes.ALARM_TYPES))),
      Constraint.<DescribeAlarmsRequest>on("stateValue", DescribeAlarmsRequest::stateValueAsString)
          .oneOf(CloudWatchShapes.STATES),
      Constraint.<DescribeAlarmsRequest>on("actionPrefix", DescribeAlarmsRequest::actionPrefix).length(1, 1024),
      Constraint.<DescribeAlarmsRequest>on("maxRecords", DescribeAlarmsRequest::maxRecords)
          .range(1, CloudWatchShapes.RECORDS_MAX));

  private static final List<Constraint<DescribeAlarmsForMetricRequest>> FOR_METRIC = List.of(
      CloudWatchShapes.metricName(DescribeAlarmsForMetricRequest::metricName).required(),
      CloudWatchShapes.namespace(DescribeAlarmsForMetricRequest::namespace).required(),
      Constraint.<DescribeAlarmsForMetricRequest>on("statistic", DescribeAlarmsForMetricRequest::statisticAsString)
          .oneOf(CloudWatchShapes.STATISTICS),
      Constraint.<DescribeAlarmsForMetricRequest>on("dimensions", q -> q.hasDimensions() ? q.dimensions() : null)
          .length(0, CloudWatchShapes.DIMENSIONS_MAX),
      Constraint.each("dimensions", DescribeAlarmsForMetricRequest::dimensions, CloudWatchShapes.DIMENSION),
      Constraint.<DescribeAlarmsForMetricRequest>on("period", DescribeAlarmsForMetricRequest::period).atLeast(1),
      Constraint.<DescribeAlarmsForMetricRequest>on("unit", DescribeAlarmsForMetricRequest::unitAsString)
          .oneOf(CloudWatchShapes.UNITS));

  private final AlarmRegister register;

  AlarmViews(AlarmRegister register) {
    this.register = register;
  }

  DescribeAlarmsResponse describe(Desk desk, DescribeAlarmsRequest request) {
    CloudWatchShapes.check(request, DESCRIBE);
    if (request.hasAlarmNames() && request.alarmNamePrefix() != null) {
      throw CloudWatchRefusal.exclusive("AlarmNames", "AlarmNamePrefix");
    }
    boolean isOfComposites = request.childrenOfAlarmName() != null || request.parentsOfAlarmName() != null
        || (request.hasAlarmTypes() && !request.alarmTypesAsStrings().contains("MetricAlarm"));
    List<MetricAlarm> found = isOfComposites
        ? List.of() : register.alarms(desk).stream().filter(wanted(request)).toList();
    Page<MetricAlarm> page = Paging.of("DescribeAlarms" + selection(request))
        .refusingAs(CloudWatchRefusal.INVALID_NEXT_TOKEN)
        .page(found, MetricAlarm::alarmName, request.maxRecords() == null ? PAGE : request.maxRecords(),
            request.nextToken());
    return DescribeAlarmsResponse.builder()
        .metricAlarms(page.items()).compositeAlarms(List.of()).nextToken(page.nextToken()).build();
  }

  /** Alarms on metric math are not among them. Source: CloudWatch API, {@code DescribeAlarmsForMetric}. */
  DescribeAlarmsForMetricResponse describeForMetric(Desk desk, DescribeAlarmsForMetricRequest request) {
    CloudWatchShapes.check(request, FOR_METRIC);
    MetricId metric = MetricsData.id(request.namespace(), request.metricName(), request.dimensions());
    List<MetricAlarm> found = register.alarms(desk).stream()
        .filter(alarm -> watches(desk.engine().alarms().rule(alarm.alarmName()).orElseThrow(), metric))
        .filter(alarm -> isAny(request.statisticAsString(), alarm.statisticAsString())
            && isAny(request.extendedStatistic(), alarm.extendedStatistic())
            && isAny(request.period(), alarm.period())
            && isAny(request.unitAsString(), alarm.unitAsString()))
        .toList();
    return DescribeAlarmsForMetricResponse.builder().metricAlarms(found).build();
  }

  private static Predicate<MetricAlarm> wanted(DescribeAlarmsRequest request) {
    return alarm -> (!request.hasAlarmNames() || request.alarmNames().isEmpty()
            || request.alarmNames().contains(alarm.alarmName()))
        && (request.alarmNamePrefix() == null || alarm.alarmName().startsWith(request.alarmNamePrefix()))
        && isAny(request.stateValueAsString(), alarm.stateValueAsString())
        && (request.actionPrefix() == null
            || actions(alarm).anyMatch(action -> action.startsWith(request.actionPrefix())));
  }

  private static Stream<String> actions(MetricAlarm alarm) {
    return Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions()).flatMap(List::stream);
  }

  private static boolean watches(AlarmRule rule, MetricId metric) {
    return rule.input() instanceof AlarmInput.Metric input && input.metric().equals(metric);
  }

  /** An absent wish is met by all. */
  private static boolean isAny(@Nullable Object wished, @Nullable Object actual) {
    return wished == null || wished.equals(actual);
  }

  private static String selection(DescribeAlarmsRequest request) {
    return request.toBuilder().nextToken(null).maxRecords(null).build().toString();
  }
}
