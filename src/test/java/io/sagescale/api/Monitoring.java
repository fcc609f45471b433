package io.sagescale.api;

import io.sagescale.model.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;

/** Short words for questions to CloudWatch about the metric {@code Depth} of {@code Shop} and the alarm {@code deep} on it. */
final class Monitoring {
  static final Instant START = ModelledDesk.START;
  static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pager";
  static final String ALARM_ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:";

  final ModelledDesk desk = ModelledDesk.lenient();
  private final OperationTable table = OperationTable.of(List.of(new CloudWatchApi(), new AutoScalingApi()));

  /** Performs the operation of the request's type. */
  <R> R ask(Object question, Class<R> answer) {
    String name = question.getClass().getSimpleName().replaceFirst("Request$", "");
    String service = question.getClass().getPackageName().contains(".cloudwatch.")
        ? CloudWatchApi.SERVICE : "application-autoscaling";
    return answer.cast(performed(table.find(service, name).orElseThrow(), question));
  }

  Object ask(Object question) {
    return ask(question, Object.class);
  }

  private <Q> Object performed(Operation<Q, ?> operation, Object question) {
    return operation.answer(desk, operation.request().cast(question));
  }

  void seconds(long seconds) {
    desk.advance(Duration.ofSeconds(seconds));
  }

  /** Puts a value of high resolution for each ten seconds that begin now, and lets them pass. */
  void depths(double... values) {
    for (double value : values) {
      ask(datum(d -> d.value(value).storageResolution(1)));
      seconds(10);
    }
  }

  List<MetricAlarm> alarms(Consumer<DescribeAlarmsRequest.Builder> more) {
    return ask(DescribeAlarmsRequest.builder().applyMutation(more).build(), DescribeAlarmsResponse.class).metricAlarms();
  }

  MetricAlarm alarm(String name) {
    return alarms(q -> q.alarmNames(name)).getFirst();
  }

  /** Newest first. */
  List<AlarmHistoryItem> history(String alarm) {
    return ask(DescribeAlarmHistoryRequest.builder().alarmName(alarm).build(), DescribeAlarmHistoryResponse.class)
        .alarmHistoryItems();
  }

  /** Oldest first. */
  List<String> story(String alarm) {
    return history(alarm).reversed().stream().map(AlarmHistoryItem::historySummary).toList();
  }

  void setState(String alarm, AlarmState state) {
    ask(SetAlarmStateRequest.builder().alarmName(alarm).stateValue(state.name()).stateReason("drill").build());
  }

  /** Over 5 in one period of ten seconds; a page on ALARM. */
  static PutMetricAlarmRequest deep(Consumer<PutMetricAlarmRequest.Builder> more) {
    return PutMetricAlarmRequest.builder().alarmName("deep").namespace("Shop").metricName("Depth").statistic("Maximum")
        .period(10).evaluationPeriods(1).threshold(5.0).comparisonOperator("GreaterThanThreshold").alarmActions(TOPIC)
        .applyMutation(more).build();
  }

  static PutMetricDataRequest datum(Consumer<MetricDatum.Builder> more) {
    return PutMetricDataRequest.builder().namespace("Shop")
        .metricData(MetricDatum.builder().metricName("Depth").applyMutation(more).build()).build();
  }
}
