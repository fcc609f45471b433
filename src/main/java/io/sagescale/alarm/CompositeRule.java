package io.sagescale.alarm;

import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmState;
import org.jspecify.annotations.Nullable;

/**
 * A composite alarm as configured. Source: CloudWatch API, {@code PutCompositeAlarm}.
 *
 * @param arn ends with the name; those of the children differ in the name alone
 * @param text the expression as it was written
 */
public record CompositeRule(
    String name, String arn, String text, RuleExpression expression, AlarmActions actions,
    @Nullable String description) {
  public CompositeRule {
    if (name.isEmpty() || !arn.endsWith(name)) {
      throw new IllegalArgumentException("composite alarm %s of ARN %s".formatted(name, arn));
    }
    for (AlarmState state : AlarmState.values()) {
      if (actions.on(state).size() > AlarmLimits.ACTIONS_MAX) {
        throw new IllegalArgumentException("composite alarm %s: more than %s actions on %s"
            .formatted(name, AlarmLimits.ACTIONS_MAX, state));
      }
    }
  }

  String arnOf(String child) {
    return arn.substring(0, arn.length() - name.length()) + child;
  }
}
