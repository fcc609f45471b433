package io.sagescale.alarm;

import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmState;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * CloudWatch's sentence about why an alarm is in its state.
 *
 * <p>Source: texts seen on AWS (StateReason of DescribeAlarms and of notifications). Unverified: the singular of
 * "unknown", that its count is N, and where the missing clause stands with more than five points.
 */
final class ReasonText {
  static final String CREATED = "Unchecked: Initial alarm creation";

  /** Points shown; with more only the newest are. Source: seen on AWS. */
  private static final int SHOWN = 5;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReasonText() {}

  static String of(Judged judged) {
    int n = judged.condition().evaluationPeriods();
    if (judged.state() == AlarmState.INSUFFICIENT_DATA) {
      return "Insufficient Data: %s unknown.".formatted(points(n) + were(n));
    }
    List<Judged.Point> real = judged.real();
    List<Judged.Point> crossing = real.stream().filter(point -> isCrossing(judged, point)).toList();
    String missing = missing(judged);
    if (crossing.isEmpty() && !missing.isEmpty()) {
      return "Threshold Crossed: %s received for %s%s%s.".formatted(
          real.isEmpty() ? "no datapoints were" : points(real.size()) + were(real.size()),
          n == 1 ? "1 period" : n + " periods", missing, minimum(judged));
    }
    boolean isLong = crossing.size() > SHOWN;
    String shown = crossing.stream().limit(SHOWN)
        .map(point -> "%s (%s)".formatted(point.value(), DATE.format(point.start())))
        .collect(Collectors.joining(", ", "[", "]"));
    return "Threshold Crossed: " + count(judged.condition(), crossing.size())
        + (isLong ? "" : " " + shown) + were(crossing.size()) + (isAlarm(judged) ? "" : " not") + " "
        + judged.condition().comparison().words() + " the threshold (" + judged.condition().threshold() + ")"
        + missing + (isLong ? ". The most recent datapoints which crossed the threshold: " + shown : "")
        + minimum(judged) + ".";
  }

  private static String count(AlarmCondition condition, int crossing) {
    return condition.datapointsToAlarm() == null
        ? points(crossing)
        : "%s out of the last %s datapoints".formatted(crossing, condition.evaluationPeriods());
  }

  private static String missing(Judged judged) {
    int fills = judged.fills();
    if (fills == 0) {
      return "";
    }
    return switch (judged.condition().missingData()) {
      case MISSING, IGNORE -> "";
      case BREACHING -> filled(fills, "Breaching");
      case NOT_BREACHING -> filled(fills, "NonBreaching");
    };
  }

  private static String filled(int fills, String as) {
    return " and %s missing datapoint%s%s treated as [%s]".formatted(fills, fills == 1 ? "" : "s", were(fills), as);
  }

  private static String minimum(Judged judged) {
    Integer needed = judged.condition().datapointsToAlarm();
    if (needed == null) {
      return "";
    }
    return isAlarm(judged)
        ? " (minimum %s for OK -> ALARM transition)".formatted(points(needed))
        : " (minimum %s for ALARM -> OK transition)".formatted(
            points(judged.condition().evaluationPeriods() - needed + 1));
  }

  private static boolean isCrossing(Judged judged, Judged.Point point) {
    AlarmCondition condition = judged.condition();
    return condition.comparison().isBreachedBy(point.value(), condition.threshold()) == isAlarm(judged);
  }

  private static boolean isAlarm(Judged judged) {
    return judged.state() == AlarmState.ALARM;
  }

  private static String points(int count) {
    return count == 1 ? "1 datapoint" : count + " datapoints";
  }

  private static String were(int count) {
    return count == 1 ? " was" : " were";
  }
}
