package io.sagescale.alarm;

import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation that turned an alarm, kept so that its texts can be written when someone asks.
 *
 * @param statistic AWS's spelling; null for metric math
 * @param values slots from oldest to newest, NaN where missing
 * @param counts samples behind each value
 */
record Judged(
    AlarmCondition condition,
    @Nullable String statistic,
    long periodSeconds,
    Instant queryTime,
    AlarmState state,
    long oldestStartSecond,
    long stepSeconds,
    double[] values,
    double[] counts) {

  /** One slot that counted. */
  record Point(Instant start, double value, double count) {
    boolean isMissing() {
      return Double.isNaN(value);
    }
  }

  /** The real points that counted, newest first; at most N. */
  List<Point> real() {
    List<Point> real = new ArrayList<>();
    for (int i = values.length - 1; i >= 0 && real.size() < condition.evaluationPeriods(); i--) {
      if (!Double.isNaN(values[i])) {
        real.add(point(i));
      }
    }
    return real;
  }

  /** What was evaluated, newest first: the real points if there are N of them, else with gaps among and after them. */
  List<Point> evaluated() {
    List<Point> real = real();
    if (real.size() == condition.evaluationPeriods()) {
      return real;
    }
    int gaps = condition.evaluationPeriods() - real.size();
    List<Point> evaluated = new ArrayList<>();
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        evaluated.add(point(i));
      } else if (gaps-- > 0) {
        evaluated.add(point(i));
      }
    }
    return evaluated;
  }

  /** How many points the treatment of missing data stood in for. */
  int fills() {
    return condition.evaluationPeriods() - real().size();
  }

  private Point point(int slot) {
    return new Point(Instant.ofEpochSecond(oldestStartSecond + slot * stepSeconds), values[slot], counts[slot]);
  }
}
