package io.sagescale.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * A time in which an alarm was in ALARM.
 *
 * @param alarm as people call it
 * @param to null while it lasts
 */
public record AlarmPeriod(String alarm, Instant from, @Nullable Instant to) {

  /**
   * Those of one alarm, oldest first.
   *
   * @param changes of its state since the start, oldest first
   */
  public static List<AlarmPeriod> of(MetricAlarm alarm, List<AlarmHistoryItem> changes, Instant start) {
    String name = AlarmNames.of(List.of(alarm)).shown(alarm.alarmName());
    List<AlarmPeriod> periods = new ArrayList<>();
    @Nullable Instant from = changes.isEmpty() && alarm.stateValue() == StateValue.ALARM ? start : null;
    for (AlarmHistoryItem change : changes) {
      String summary = AwsWords.dash(change.historySummary());
      if (summary.endsWith(" to ALARM")) {
        from = change.timestamp();
      } else if (summary.contains(" from ALARM to ")) {
        periods.add(new AlarmPeriod(name, from == null ? start : from, change.timestamp()));
        from = null;
      }
    }
    if (from != null) {
      periods.add(new AlarmPeriod(name, from, null));
    }
    return periods;
  }

  /** {@code ALARM of concurrency high: 03:04:05 to 03:06:05, 2 min}. */
  String line() {
    return "ALARM of " + alarm + ": from " + AwsWords.time(from)
        + (to == null ? ", until now" : " for " + AwsWords.ago(from, to));
  }
}
