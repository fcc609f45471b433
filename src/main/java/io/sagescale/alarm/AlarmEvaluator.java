package io.sagescale.alarm;

import io.sagescale.model.AlarmCondition;
import io.sagescale.model.MissingData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch's rule for M of N data points, some of which may be missing.
 *
 * <p>With N or more real points in the evaluation range the latest N decide. With fewer, every real point counts and the
 * treatment of missing data stands in for the rest. Source: CloudWatch user guide, alarms-and-missing-data; the tables
 * there are this class's test.
 */
public final class AlarmEvaluator {
  private AlarmEvaluator() {}

  /**
   * Slots that are looked at for N evaluation periods: N + max(floor(N / 3), 2). Source: the guide says 5 for 3 and
   * "depends on the period" otherwise. Unverified: the rule for other N.
   */
  public static int range(int evaluationPeriods) {
    return evaluationPeriods + Math.max(evaluationPeriods / 3, 2);
  }

  /** Judges slots from oldest to newest; null is a missing point. */
  public static Verdict judge(AlarmCondition condition, List<@Nullable Double> range) {
    double[] slots = new double[range.size()];
    for (int i = 0; i < slots.length; i++) {
      Double value = range.get(i);
      slots[i] = value == null ? Double.NaN : value;
    }
    return judge(condition, slots, slots.length);
  }

  /** Judges the first {@code size} slots, oldest to newest; NaN is a missing point. */
  static Verdict judge(AlarmCondition condition, double[] slots, int size) {
    int n = condition.evaluationPeriods();
    int real = 0;
    int breaching = 0;
    int oldestBreachAge = 0;
    for (int i = size - 1; i >= 0 && real < n; i--) {
      if (!Double.isNaN(slots[i])) {
        real++;
        if (condition.comparison().isBreachedBy(slots[i], condition.threshold())) {
          breaching++;
          oldestBreachAge = size - i;
        }
      }
    }
    if (real == n) {
      return breaching >= condition.pointsNeeded() ? Verdict.ALARM : Verdict.OK;
    }
    return real == 0 ? withoutData(condition.missingData()) : withGaps(condition, real, breaching, oldestBreachAge);
  }

  private static Verdict withoutData(MissingData treatment) {
    return switch (treatment) {
      case MISSING -> Verdict.INSUFFICIENT_DATA;
      case IGNORE -> Verdict.RETAIN;
      case BREACHING -> Verdict.ALARM;
      case NOT_BREACHING -> Verdict.OK;
    };
  }

  private static Verdict withGaps(AlarmCondition condition, int real, int breaching, int oldestBreachAge) {
    int fills = condition.evaluationPeriods() - real;
    boolean isBreach = breaching >= condition.pointsNeeded();
    boolean isEachPointBreaching = breaching == real;
    return switch (condition.missingData()) {
      case BREACHING -> breaching + fills >= condition.pointsNeeded() ? Verdict.ALARM : Verdict.OK;
      case NOT_BREACHING -> isBreach ? Verdict.ALARM : Verdict.OK;
      case IGNORE -> isBreach ? Verdict.ALARM : isEachPointBreaching ? Verdict.RETAIN : Verdict.OK;
      case MISSING -> isBreach ? Verdict.ALARM
          : isEachPointBreaching ? early(condition, oldestBreachAge) : Verdict.OK;
    };
  }

  /**
   * Fewer than M points, all breaching: alarm once the oldest of them is M slots old. Source: the guide, "premature"
   * alarm transitions. Unverified: that a younger one keeps the state.
   */
  private static Verdict early(AlarmCondition condition, int oldestBreachAge) {
    return oldestBreachAge >= condition.pointsNeeded() ? Verdict.ALARM : Verdict.RETAIN;
  }
}
