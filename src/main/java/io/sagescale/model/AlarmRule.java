package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/** A CloudWatch metric alarm as configured. Source: CloudWatch API, {@code PutMetricAlarm}. */
public record AlarmRule(
    String name, AlarmInput input, AlarmCondition condition, AlarmActions actions, @Nullable String description) {
  public AlarmRule {
    Check.named("alarm name", name);
  }
}
