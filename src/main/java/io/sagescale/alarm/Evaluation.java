package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.util.List;

/**
 * One look at an alarm.
 *
 * @param reason of the state after; older than this evaluation unless the alarm turned
 * @param recentDatapoints the real points that were judged, oldest first; at most N; none when nothing follows from them,
 *     the state being as before and no action due
 * @param actionsDue what the alarm does now, in the rule's order
 */
public record Evaluation(
    String alarm,
    AlarmState before,
    AlarmState after,
    String reason,
    List<Double> recentDatapoints,
    Instant queryTime,
    List<AlarmAction> actionsDue) {

  public boolean isTransition() {
    return before != after;
  }
}
