package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/**
 * When an alarm is in breach: M of N data points beyond a threshold.
 *
 * @param evaluationPeriods N, 1 or more
 * @param datapointsToAlarm M, 1 to N; null means N and decides the wording of the reason
 */
public record AlarmCondition(
    Comparison comparison,
    double threshold,
    int evaluationPeriods,
    @Nullable Integer datapointsToAlarm,
    MissingData missingData) {
  public AlarmCondition {
    Check.that(evaluationPeriods >= 1, "evaluation periods %s", evaluationPeriods);
    Check.that(datapointsToAlarm == null || (datapointsToAlarm >= 1 && datapointsToAlarm <= evaluationPeriods),
        "datapoints to alarm %s of %s", String.valueOf(datapointsToAlarm), evaluationPeriods);
  }

  /** M: how many of the last N points must breach. */
  public int pointsNeeded() {
    return datapointsToAlarm == null ? evaluationPeriods : datapointsToAlarm;
  }
}
