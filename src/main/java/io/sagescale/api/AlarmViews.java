package io.sagescale.api;

import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.MetricId;
import io.sagescale.sdk.MetricsData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The operations that show alarms. */
final class AlarmViews {
  /** Alarms on a page when nobody says how many. Source: CloudWatch user guide; Unverified. */
  static final int PAGE = 50;

  static final List<Constraint<DescribeAlarmsRequest>> DESCRIBE = List.of(
      Constraint.<DescribeAlarmsRequest>on("alarmNames", q -> q.hasAlarmNames() ? q.alarmNames() : null)
          .length(0, CloudWatchShapes.ALARM_NAMES_MAX),
      Constraint.each("alarmNames", DescribeAlarmsRequest::alarmNames,
          List.of(Constraint.<String>on("", name -> name).length(1, CloudWatchShapes.NAME_MAX))),
      Constraint.<DescribeAlarmsRequest>on("alarmNamePrefix", DescribeAlarmsRequest::alarmNamePrefix)
          .length(1, CloudWatchShapes.NAME_MAX),
      Constraint.each("alarmTypes", DescribeAlarmsRequest::alarmTypesAsStrings,
          List.of(Constraint.<String>on("", type -> type).oneOf(CloudWatchShapes.ALARM_TYPES))),
      CloudWatchShapes.text("childrenOfAlarmName", DescribeAlarmsRequest::childrenOfAlarmName),
      CloudWatchShapes.text("parentsOfAlarmName", DescribeAlarmsRequest::parentsOfAlarmName),
      Constraint.<DescribeAlarmsRequest>on("stateValue", DescribeAlarmsRequest::stateValueAsString)
          .oneOf(CloudWatchShapes.STATES),
      Constraint.<DescribeAlarmsRequest>on("actionPrefix", DescribeAlarmsRequest::actionPrefix).length(1, 1024),
      Constraint.<DescribeAlarmsRequest>on("maxRecords", DescribeAlarmsRequest::maxRecords)
          .range(1, CloudWatchShapes.RECORDS_MAX));

  static final List<Constraint<DescribeAlarmsForMetricRequest>> FOR_METRIC = List.of(
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
    Page<Shown> page = Paging.of("DescribeAlarms" + selection(request))
        .refusingAs(CloudWatchRefusal.INVALID_NEXT_TOKEN)
        .page(found(desk, request), Shown::name, request.maxRecords() == null ? PAGE : request.maxRecords(),
            request.nextToken());
    return DescribeAlarmsResponse.builder()
        .metricAlarms(page.items().stream().map(Shown::metric).filter(Objects::nonNull).toList())
        .compositeAlarms(page.items().stream().map(Shown::composite).filter(Objects::nonNull).toList())
        .nextToken(page.nextToken())
        .build();
  }

  /** An alarm of either kind; the other is null. */
  private record Shown(@Nullable MetricAlarm metric, @Nullable CompositeAlarm composite) {
    String name() {
      return metric != null ? metric.alarmName() : Objects.requireNonNull(composite).alarmName();
    }
  }

  /** By name. */
  private List<Shown> found(Desk desk, DescribeAlarmsRequest request) {
    String child = request.parentsOfAlarmName();
    String parent = request.childrenOfAlarmName();
    if (child == null && parent == null) {
      return selected(desk, request);
    }
    checkAlone(request);
    if (child != null) {
      return desk.engine().composites().parents(child).stream().sorted().map(name -> relative(desk, name, false)).toList();
    }
    return desk.engine().composites().rule(parent).stream()
        .flatMap(rule -> rule.expression().children().stream())
        .filter(name -> AlarmRegister.isAlarm(desk, name))
        .sorted().map(name -> relative(desk, name, true)).toList();
  }

  /** Metric alarms unless other types are asked for. Source: CloudWatch API, {@code DescribeAlarms}. */
  private List<Shown> selected(Desk desk, DescribeAlarmsRequest request) {
    List<Shown> found = new ArrayList<>();
    if (!request.hasAlarmTypes() || request.alarmTypesAsStrings().contains("MetricAlarm")) {
      register.alarms(desk).stream().filter(alarm -> isWanted(request, alarm.alarmName(), alarm.stateValueAsString(),
          List.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions())))
          .forEach(alarm -> found.add(new Shown(alarm, null)));
    }
    if (request.alarmTypesAsStrings().contains("CompositeAlarm")) {
      register.composites(desk).stream().filter(alarm -> isWanted(request, alarm.alarmName(), alarm.stateValueAsString(),
          List.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions())))
          .forEach(alarm -> found.add(new Shown(null, alarm)));
    }
    found.sort(Comparator.comparing(Shown::name));
    return found;
  }

  /** Source: CloudWatch API, {@code DescribeAlarms}. Unverified: the text. */
  private static void checkAlone(DescribeAlarmsRequest request) {
    DescribeAlarmsRequest alone = DescribeAlarmsRequest.builder().maxRecords(request.maxRecords())
        .nextToken(request.nextToken()).build();
    boolean isAlone = request.equals(alone.toBuilder().childrenOfAlarmName(request.childrenOfAlarmName()).build())
        || request.equals(alone.toBuilder().parentsOfAlarmName(request.parentsOfAlarmName()).build());
    if (!isAlone) {
      throw CloudWatchRefusal.validation("ChildrenOfAlarmName and ParentsOfAlarmName must not be specified with any "
          + "parameter but MaxRecords and NextToken.");
    }
  }

  /** Name and ARN, of children the state too. Source: CloudWatch API, {@code DescribeAlarms}. */
  private Shown relative(Desk desk, String name, boolean isChild) {
    Optional<MetricAlarm> metric = register.alarm(desk, name);
    if (metric.isPresent()) {
      MetricAlarm whole = metric.get();
      return new Shown(MetricAlarm.builder().alarmName(name).alarmArn(whole.alarmArn())
          .stateValue(isChild ? whole.stateValue() : null)
          .stateUpdatedTimestamp(isChild ? whole.stateUpdatedTimestamp() : null).build(), null);
    }
    CompositeAlarm whole = register.composite(desk, name);
    return new Shown(null, CompositeAlarm.builder().alarmName(name).alarmArn(whole.alarmArn())
        .stateValue(isChild ? whole.stateValue() : null)
        .stateUpdatedTimestamp(isChild ? whole.stateUpdatedTimestamp() : null).build());
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

  private static boolean isWanted(
      DescribeAlarmsRequest request, String name, @Nullable String state, List<List<String>> actions) {
    return (request.alarmNames().isEmpty() || request.alarmNames().contains(name))
        && (request.alarmNamePrefix() == null || name.startsWith(request.alarmNamePrefix()))
        && isAny(request.stateValueAsString(), state)
        && (request.actionPrefix() == null || actions.stream().flatMap(List::stream)
            .anyMatch(action -> action.startsWith(request.actionPrefix())));
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
