package io.sagescale.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Alarms for people. */
public final class AlarmRows {
  private AlarmRows() {}

  /** Metric alarms, then composite ones. */
  public static Sheet sheet(List<MetricAlarm> alarms, List<CompositeAlarm> composites) {
    List<Sheet.Row> rows = new ArrayList<>();
    alarms.forEach(alarm -> rows.add(row(alarm.alarmName(), alarm.stateValueAsString(), condition(alarm), since(alarm),
        AwsWords.dash(dimensions(alarm.dimensions())))));
    composites.forEach(alarm -> rows.add(
        row(alarm.alarmName(), alarm.stateValueAsString(), alarm.alarmRule(), since(alarm), "alarms")));
    return Sheet.titled("no alarms", List.of("ALARM", "STATE", "CONDITION", "SINCE", "+METRIC OF", "+NAME"), rows);
  }

  private static Sheet.Row row(
      String name, @Nullable String state, String condition, @Nullable Instant since, String of) {
    return new Sheet.Row(name,
        List.of(AwsWords.alarm(name), state(state), condition, AwsWords.time(since), of, name));
  }

  /** {@code no data} says the same as AWS's word, and fits. */
  static String state(@Nullable String state) {
    return "INSUFFICIENT_DATA".equals(state) ? "no data" : AwsWords.dash(state);
  }

  private static @Nullable Instant since(MetricAlarm alarm) {
    return alarm.stateTransitionedTimestamp() != null
        ? alarm.stateTransitionedTimestamp() : alarm.stateUpdatedTimestamp();
  }

  private static @Nullable Instant since(CompositeAlarm alarm) {
    return alarm.stateTransitionedTimestamp() != null
        ? alarm.stateTransitionedTimestamp() : alarm.stateUpdatedTimestamp();
  }

  /** {@code Maximum ConcurrentRequestsPerModel > 5, 3 of 3 x 10 s}. */
  static String condition(MetricAlarm alarm) {
    @Nullable String stat = alarm.statistic() != null ? alarm.statisticAsString() : alarm.extendedStatistic();
    int periods = alarm.evaluationPeriods() == null ? 1 : alarm.evaluationPeriods();
    int points = alarm.datapointsToAlarm() == null ? periods : alarm.datapointsToAlarm();
    String what = alarm.metricName() == null ? "metric math" : (stat == null ? "" : stat + " ") + alarm.metricName();
    return what + " " + sign(alarm.comparisonOperatorAsString()) + " " + AwsWords.number(alarm.threshold())
        + ", " + points + " of " + periods + (alarm.period() == null ? "" : " x " + alarm.period() + " s");
  }

  static String sign(@Nullable String operator) {
    return switch (AwsWords.dash(operator)) {
      case "GreaterThanThreshold" -> ">";
      case "GreaterThanOrEqualToThreshold" -> ">=";
      case "LessThanThreshold" -> "<";
      case "LessThanOrEqualToThreshold" -> "<=";
      default -> AwsWords.dash(operator);
    };
  }

  static String dimensions(List<Dimension> dimensions) {
    return String.join(" ", dimensions.stream().map(one -> one.name() + "=" + one.value()).toList());
  }

  public static Card card(MetricAlarm alarm) {
    return new Card()
        .with("Alarm", alarm.alarmName())
        .with("State", state(alarm.stateValueAsString()) + " since " + AwsWords.time(since(alarm)))
        .with("Why", alarm.stateReason())
        .with("Condition", condition(alarm))
        .with("Of", dimensions(alarm.dimensions()))
        .with("Missing data", alarm.treatMissingData() == null ? "missing" : alarm.treatMissingData())
        .with("On alarm", actions(alarm.actionsEnabled(), alarm.alarmActions()))
        .with("On OK", actions(alarm.actionsEnabled(), alarm.okActions()))
        .with("On no data", actions(alarm.actionsEnabled(), alarm.insufficientDataActions()))
        .with("Description", alarm.alarmDescription())
        .with("ARN", alarm.alarmArn());
  }

  public static Card card(CompositeAlarm alarm) {
    return new Card()
        .with("Alarm", alarm.alarmName())
        .with("State", state(alarm.stateValueAsString()) + " since " + AwsWords.time(since(alarm)))
        .with("Why", alarm.stateReason())
        .with("Rule", alarm.alarmRule())
        .with("On alarm", actions(alarm.actionsEnabled(), alarm.alarmActions()))
        .with("On OK", actions(alarm.actionsEnabled(), alarm.okActions()))
        .with("On no data", actions(alarm.actionsEnabled(), alarm.insufficientDataActions()))
        .with("Description", alarm.alarmDescription())
        .with("ARN", alarm.alarmArn());
  }

  private static List<String> actions(@Nullable Boolean isEnabled, List<String> actions) {
    boolean isOff = Boolean.FALSE.equals(isEnabled);
    return actions.stream().map(action -> HistoryRows.action(action) + (isOff ? " (actions are off)" : "")).toList();
  }
}
