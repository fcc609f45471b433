package io.sagescale.sdk;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Alarm rules to and from CloudWatch's types. */
public final class Alarms {
  /** Period of metric math that reads no metric. Source: our choice, the standard resolution. */
  private static final Duration PERIOD_WITHOUT_METRIC = Duration.ofMinutes(1);

  private Alarms() {}

  /** The rule that a request asks for. Refuses what CloudWatch refuses before: a request without threshold, for example. */
  public static AlarmRule rule(PutMetricAlarmRequest request, Arns arns) {
    AlarmCondition condition = new AlarmCondition(
        Comparison.ofText(request.comparisonOperatorAsString()).orElseThrow(),
        request.threshold(), request.evaluationPeriods(), request.datapointsToAlarm(),
        missingData(request.treatMissingData()));
    boolean isEnabled = request.actionsEnabled() == null || request.actionsEnabled();
    AlarmActions actions = new AlarmActions(isEnabled, actions(request.alarmActions(), arns),
        actions(request.okActions(), arns), actions(request.insufficientDataActions(), arns));
    return new AlarmRule(request.alarmName(), input(request), condition, actions, request.alarmDescription());
  }

  /** The request that puts the rule, as its own alarm or, under the name of one, as an alarm that AWS made for a policy. */
  public static PutMetricAlarmRequest request(AlarmRule rule, Arns arns) {
    PutMetricAlarmRequest.Builder request = PutMetricAlarmRequest.builder()
        .alarmName(rule.name())
        .alarmDescription(description(rule, arns))
        .actionsEnabled(rule.actions().isEnabled())
        .alarmActions(arns(rule, rule.actions().onAlarm(), arns))
        .okActions(arns(rule, rule.actions().onOk(), arns))
        .insufficientDataActions(arns(rule, rule.actions().onInsufficientData(), arns))
        .comparisonOperator(rule.condition().comparison().text())
        .threshold(rule.condition().threshold())
        .evaluationPeriods(rule.condition().evaluationPeriods())
        .datapointsToAlarm(rule.condition().datapointsToAlarm());
    if (rule.condition().missingData() != MissingData.MISSING) {
      request.treatMissingData(rule.condition().missingData().text());
    }
    switch (rule.input()) {
      case AlarmInput.Math math -> request.metrics(math.queries().stream().map(MetricsData::query).toList());
      case AlarmInput.Metric metric -> {
        request.namespace(metric.metric().namespace()).metricName(metric.metric().name())
            .dimensions(MetricsData.dimensions(metric.metric()))
            .period(Math.toIntExact(metric.period().toSeconds()));
        switch (metric.statistic()) {
          case Statistic.Simple simple -> request.statistic(simple.text());
          case Statistic.Percentile extended -> request.extendedStatistic(extended.text());
          case Statistic.Ranged extended -> request.extendedStatistic(extended.text());
          case Statistic.PercentileRank extended -> request.extendedStatistic(extended.text());
        }
      }
    }
    return request.build();
  }

  /** The alarm as CloudWatch shows what was put, without its state. Source: an alarm seen on AWS. */
  public static MetricAlarm.Builder described(PutMetricAlarmRequest put, Arns arns) {
    MetricAlarm.Builder alarm = MetricAlarm.builder()
        .alarmName(put.alarmName())
        .alarmArn(arns.alarm(put.alarmName()))
        .alarmDescription(put.alarmDescription())
        .actionsEnabled(put.actionsEnabled() == null || put.actionsEnabled())
        .okActions(List.copyOf(put.okActions()))
        .alarmActions(List.copyOf(put.alarmActions()))
        .insufficientDataActions(List.copyOf(put.insufficientDataActions()))
        .metricName(put.metricName())
        .namespace(put.namespace())
        .statistic(put.statisticAsString())
        .extendedStatistic(put.extendedStatistic())
        .dimensions(List.copyOf(put.dimensions()))
        .period(put.period())
        .unit(put.unitAsString())
        .evaluationPeriods(put.evaluationPeriods())
        .datapointsToAlarm(put.datapointsToAlarm())
        .threshold(put.threshold())
        .comparisonOperator(put.comparisonOperatorAsString())
        .treatMissingData(put.treatMissingData())
        .evaluateLowSampleCountPercentile(put.evaluateLowSampleCountPercentile());
    return put.hasMetrics() ? alarm.metrics(put.metrics()) : alarm;
  }

  /** The alarm that a description would put again. */
  public static AlarmRule rule(MetricAlarm alarm, Arns arns) {
    PutMetricAlarmRequest.Builder request = PutMetricAlarmRequest.builder()
        .alarmName(alarm.alarmName()).alarmDescription(alarm.alarmDescription()).actionsEnabled(alarm.actionsEnabled())
        .okActions(alarm.okActions()).alarmActions(alarm.alarmActions())
        .insufficientDataActions(alarm.insufficientDataActions())
        .metricName(alarm.metricName()).namespace(alarm.namespace()).statistic(alarm.statisticAsString())
        .extendedStatistic(alarm.extendedStatistic()).dimensions(alarm.dimensions()).period(alarm.period())
        .unit(alarm.unitAsString()).evaluationPeriods(alarm.evaluationPeriods())
        .datapointsToAlarm(alarm.datapointsToAlarm()).threshold(alarm.threshold())
        .comparisonOperator(alarm.comparisonOperatorAsString()).treatMissingData(alarm.treatMissingData())
        .evaluateLowSampleCountPercentile(alarm.evaluateLowSampleCountPercentile());
    return rule((alarm.hasMetrics() ? request.metrics(alarm.metrics()) : request).build(), arns);
  }

  private static AlarmInput input(PutMetricAlarmRequest request) {
    if (request.metrics().isEmpty()) {
      String statistic = request.statisticAsString() == null ? request.extendedStatistic() : request.statisticAsString();
      return new AlarmInput.Metric(
          MetricsData.id(request.namespace(), request.metricName(), request.dimensions()),
          Statistic.parse(statistic).orElseThrow(), Duration.ofSeconds(request.period()));
    }
    List<MetricQuery> queries = MetricsData.queries(request.metrics());
    Duration period = queries.stream()
        .filter(MetricQuery.Metric.class::isInstance)
        .map(line -> ((MetricQuery.Metric) line).period())
        .findFirst()
        .orElseGet(() -> request.metrics().stream()
            .map(line -> line.period()).filter(Objects::nonNull)
            .findFirst().map(Duration::ofSeconds).orElse(PERIOD_WITHOUT_METRIC));
    return new AlarmInput.Math(queries, period);
  }

  private static MissingData missingData(@Nullable String text) {
    if (text == null) {
      return MissingData.MISSING;
    }
    for (MissingData treatment : MissingData.values()) {
      if (treatment.text().equals(text)) {
        return treatment;
      }
    }
    throw new IllegalArgumentException("no treatment of missing data is called " + text);
  }

  private static List<AlarmAction> actions(List<String> actions, Arns arns) {
    return actions.stream().map(arns::action).toList();
  }

  private static List<String> arns(AlarmRule rule, List<AlarmAction> actions, Arns arns) {
    return actions.stream().map(action -> arns.action(rule.name(), action)).toList();
  }

  /** An alarm that AWS made says for which policy. Source: alarms of target tracking policies seen on AWS. */
  private static @Nullable String description(AlarmRule rule, Arns arns) {
    for (AlarmAction action : rule.actions().onAlarm()) {
      if (action instanceof AlarmAction.Scale(ResourceId resource, String policyName)
          && Arns.isManaged(rule.name(), resource)
          && rule.description() != null && rule.description().endsWith("policy " + policyName + ".")) {
        return "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy "
            + arns.managedPolicy(resource, policyName) + ".";
      }
    }
    return rule.description();
  }
}
