package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.report.AlarmPeriod;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Alarms as AWS has them. */
final class AlarmPages {
  private AlarmPages() {}

  /** Those that the request asks for: on metrics of one target, or all, composite ones too. */
  static DescribeAlarmsResponse of(
      Clients clients, @Nullable ResourceId target, Consumer<DescribeAlarmsRequest.Builder> narrowed) {
    DescribeAlarmsRequest.Builder request = DescribeAlarmsRequest.builder().alarmTypes(
        target == null ? List.of(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM) : List.of(AlarmType.METRIC_ALARM));
    narrowed.accept(request);
    List<DescribeAlarmsResponse> pages = Pages.all(
        token -> clients.cloudWatch().describeAlarms(request.nextToken(token).build()),
        List::of, DescribeAlarmsResponse::nextToken);
    return DescribeAlarmsResponse.builder()
        .metricAlarms(pages.stream().flatMap(page -> page.metricAlarms().stream())
            .filter(alarm -> target == null || MetricDimensions.areOf(target, alarm.dimensions())).toList())
        .compositeAlarms(pages.stream().flatMap(page -> page.compositeAlarms().stream()).toList())
        .build();
  }

  /** Those on one metric of a target. */
  static List<MetricAlarm> ofMetric(Clients clients, ResourceId target, String metric) {
    return of(clients, target, request -> {}).metricAlarms().stream().filter(alarm -> metric.equals(alarm.metricName())).toList();
  }

  /** The times since the start in which an alarm was in ALARM, oldest first. */
  static List<AlarmPeriod> periods(Clients clients, MetricAlarm alarm, Instant start) {
    List<AlarmHistoryItem> changes = Pages.all(
        token -> clients.cloudWatch().describeAlarmHistory(DescribeAlarmHistoryRequest.builder().alarmName(alarm.alarmName())
            .historyItemType(HistoryItemType.STATE_UPDATE).startDate(start).scanBy(ScanBy.TIMESTAMP_ASCENDING).nextToken(token).build()),
        DescribeAlarmHistoryResponse::alarmHistoryItems, DescribeAlarmHistoryResponse::nextToken);
    return AlarmPeriod.of(alarm, changes, start);
  }

  /** The lowest threshold that the metric must not rise over; null when no alarm has one. */
  static @Nullable Double upperThreshold(List<MetricAlarm> alarms) {
    return alarms.stream()
        .filter(alarm -> isUpper(alarm.comparisonOperator()))
        .map(MetricAlarm::threshold)
        .min(Double::compare)
        .orElse(null);
  }

  private static boolean isUpper(ComparisonOperator operator) {
    return operator == ComparisonOperator.GREATER_THAN_THRESHOLD
        || operator == ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
  }
}
