package io.sagescale.report;

import java.time.Duration;
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

  /** Metric alarms, then composite ones; where all are of one target, it is left out of the plain table. */
  public static Sheet sheet(List<MetricAlarm> alarms, List<CompositeAlarm> composites, Instant now) {
    AlarmNames names = AlarmNames.of(alarms);
    boolean isOneTarget = alarms.stream().map(AlarmRows::target).distinct().count() == 1;
    List<Sheet.Row> rows = new ArrayList<>();
    alarms.forEach(alarm -> rows.add(new Sheet.Row(alarm.alarmName(), List.of(
        names.shown(alarm.alarmName()), target(alarm), state(alarm.stateValueAsString()), AwsWords.ago(since(alarm), now),
        condition(alarm), AwsWords.time(since(alarm)), AwsWords.dash(dimensions(alarm.dimensions())), alarm.alarmName()))));
    composites.forEach(alarm -> rows.add(new Sheet.Row(alarm.alarmName(), List.of(
        alarm.alarmName(), "-", state(alarm.stateValueAsString()), AwsWords.ago(since(alarm), now),
        AwsWords.dash(alarm.alarmRule()), AwsWords.time(since(alarm)), "alarms", alarm.alarmName()))));
    return Sheet.titled("no alarms", List.of("ALARM", isOneTarget ? "+TARGET" : "TARGET", "STATE", "#FOR", "~CONDITION", "+@SINCE",
        "+METRIC OF", "+NAME"), rows);
  }

  /** The target that the metric is of; a dash when it is of something else. */
  private static String target(MetricAlarm alarm) {
    String component = dimension(alarm, "InferenceComponentName");
    String endpoint = dimension(alarm, "EndpointName");
    String variant = dimension(alarm, "VariantName");
    return !component.isEmpty() ? "component:" + component
        : endpoint.isEmpty() || variant.isEmpty() ? "-" : endpoint + "/" + variant;
  }

  private static String dimension(MetricAlarm alarm, String name) {
    return alarm.dimensions().stream().filter(one -> name.equals(one.name())).map(Dimension::value).findFirst().orElse("");
  }

  /** {@code concurrency high: ALARM for 40 s, 3 points > 5: 30, 30, 30 (Maximum ConcurrentRequestsPerModel > 5 for 30 s)}. */
  static String line(MetricAlarm alarm, AlarmNames names, Instant now) {
    boolean isOff = Boolean.FALSE.equals(alarm.actionsEnabled());
    return names.shown(alarm.alarmName()) + ": " + state(alarm.stateValueAsString()) + " for " + AwsWords.ago(since(alarm), now)
        + ", " + AlarmReason.plain(alarm.stateReason()) + " (" + condition(alarm) + ")" + (isOff ? "; its actions are off" : "");
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

  /** {@code Maximum ConcurrentRequestsPerModel > 5 for 30 s}, or {@code ... > 5, 2 of 3 x 10 s}. */
  static String condition(MetricAlarm alarm) {
    @Nullable String stat = alarm.statistic() != null ? alarm.statisticAsString() : alarm.extendedStatistic();
    int periods = alarm.evaluationPeriods() == null ? 1 : alarm.evaluationPeriods();
    int points = alarm.datapointsToAlarm() == null ? periods : alarm.datapointsToAlarm();
    String what = alarm.metricName() == null ? "metric math" : (stat == null ? "" : stat + " ") + alarm.metricName();
    return what + " " + sign(alarm.comparisonOperatorAsString()) + " " + AwsWords.number(alarm.threshold())
        + (alarm.period() == null || points != periods
            ? ", " + points + " of " + periods + (alarm.period() == null ? "" : " x " + alarm.period() + " s")
            : " for " + Words.duration(Duration.ofSeconds((long) periods * alarm.period())));
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

  public static Card card(MetricAlarm alarm, Instant now) {
    return new Card()
        .with("Alarm", alarm.alarmName())
        .withStates("State", List.of(state(alarm.stateValueAsString()) + " for " + AwsWords.ago(since(alarm), now)
            + ", since " + AwsWords.time(since(alarm))))
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

  public static Card card(CompositeAlarm alarm, Instant now) {
    return new Card()
        .with("Alarm", alarm.alarmName())
        .withStates("State", List.of(state(alarm.stateValueAsString()) + " for " + AwsWords.ago(since(alarm), now)
            + ", since " + AwsWords.time(since(alarm))))
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
