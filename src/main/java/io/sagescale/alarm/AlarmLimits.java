package io.sagescale.alarm;

import io.sagescale.metrics.MetricMath;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import java.util.ArrayList;
import java.util.List;

/** What CloudWatch refuses in an alarm's rule, in its own words where they are known. Source: seen on AWS. */
public final class AlarmLimits {
  /** Most actions per state. */
  public static final int ACTIONS_MAX = 5;

  /** Longest window of periods from an hour on: a week. */
  public static final long LONG_WINDOW_SECONDS = 604_800;

  /** Longest window of shorter periods: a day. */
  public static final long SHORT_WINDOW_SECONDS = 86_400;

  private static final long HOUR_SECONDS = 3_600;

  private AlarmLimits() {}

  /** One sentence per problem; empty for a rule that the book takes. */
  public static List<String> problems(AlarmRule rule) {
    List<String> problems = new ArrayList<>();
    long seconds = rule.input().period().toSeconds();
    if (rule.input().period().toNanosPart() != 0 || !isPeriod(seconds)) {
      problems.add("Period must be 10, 20, 30 or a multiple of 60");
    }
    long most = seconds >= HOUR_SECONDS ? LONG_WINDOW_SECONDS : SHORT_WINDOW_SECONDS;
    if (seconds * rule.condition().evaluationPeriods() > most) {
      problems.add("EvaluationPeriods * Period must be <= %s".formatted(most));
    }
    for (AlarmState state : AlarmState.values()) {
      if (rule.actions().on(state).size() > ACTIONS_MAX) {
        problems.add("at most %s actions on %s".formatted(ACTIONS_MAX, state));
      }
    }
    if (rule.input() instanceof AlarmInput.Math math
        && MetricMath.parse(math.queries()) instanceof MetricMath.Parsed.Refused refused) {
      problems.addAll(refused.problems());
    }
    return problems;
  }

  private static boolean isPeriod(long seconds) {
    return seconds == 10 || seconds == 20 || seconds == 30 || (seconds > 0 && seconds % 60 == 0);
  }
}
