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
 * @param slots the evaluation range, newest first, missing points included
 */
record Judged(
    AlarmCondition condition,
    @Nullable String statistic,
    long periodSeconds,
    Instant queryTime,
    AlarmState state,
    List<Point> slots) {
  Judged {
    slots = List.copyOf(slots);
  }

  /** One slot of the range; its value is NaN when it is missing. */
  record Point(Instant start, double value, double count) {
    boolean isMissing() {
      return Double.isNaN(value);
    }
  }

  /** The real points that counted, newest first; at most N. */
  List<Point> real() {
    return slots.stream().filter(point -> !point.isMissing()).limit(condition.evaluationPeriods()).toList();
  }

  /** What was evaluated, newest first: the real points and, when they are fewer than N, the newest gaps. */
  List<Point> evaluated() {
    List<Point> evaluated = new ArrayList<>();
    int real = condition.evaluationPeriods() - fills();
    int gaps = fills();
    for (Point point : slots) {
      boolean counts = point.isMissing() ? gaps-- > 0 : real-- > 0;
      if (counts) {
        evaluated.add(point);
      }
    }
    return evaluated;
  }

  /** How many points the treatment of missing data stood in for. */
  int fills() {
    return condition.evaluationPeriods() - real().size();
  }
}
