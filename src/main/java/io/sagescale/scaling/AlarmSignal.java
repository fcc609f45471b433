package io.sagescale.scaling;

import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.List;

/**
 * One call of an alarm upon a scaling policy: on the transition and once a minute while the state stays.
 *
 * @param isAbove whether the alarm watches for values above its threshold ({@code >} or {@code >=})
 * @param recentDatapoints the values the alarm judged, oldest first; absent points are left out
 */
public record AlarmSignal(
    ResourceId resource,
    String policyName,
    String alarmName,
    AlarmState state,
    double threshold,
    boolean isAbove,
    List<Double> recentDatapoints,
    Instant at) {

  public AlarmSignal {
    recentDatapoints = List.copyOf(recentDatapoints);
  }

  boolean isInAlarm() {
    return state == AlarmState.ALARM;
  }
}
