package io.sagescale.scaling;

import io.sagescale.model.CronProblem;
import io.sagescale.model.ScheduleExpression;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts {@code at(...)}, {@code rate(...)} and {@code cron(...)} as people write them.
 *
 * <p>Source: AAS user guide, scheduled scaling; the refusals are the service's own answers. Unverified: the words after
 * {@code details:} for anything but a misplaced {@code ?}.
 */
public final class ScheduleExpressions {

  private static final String REFUSED = "Invalid schedule expression. Details: ";
  private static final String SYNTAX = REFUSED + "Schedule expressions must have the following syntax: "
      + "rate(<number>\\s?(minutes?|hours?|days?)), cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).";
  private static final String TOO_FREQUENT = "Invalid schedule frequency. Run for '1970-01-01T00:00:00.000Z' and "
      + "'1970-01-01T00:00:00.000Z' are less than 60 seconds apart";

  private static final Pattern RATE = Pattern.compile("rate\\(([0-9]{1,6})\\s?(minute|hour|day)s?\\)");
  private static final Pattern AT = Pattern.compile("at\\((.*)\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");
  private static final String AT_SHAPE = "0000-00-00T00:00:00";

  private ScheduleExpressions() {}

  /** An expression, or AWS's text that refuses it. */
  public sealed interface Parsed {
    record Valid(ScheduleExpression expression) implements Parsed {}

    record Refused(String message) implements Parsed {}
  }

  public static Parsed parse(String text) {
    Matcher rate = RATE.matcher(text);
    if (rate.matches()) {
      return rate(Integer.parseInt(rate.group(1)), rate.group(2));
    }
    Matcher at = AT.matcher(text);
    if (at.matches()) {
      return at(at.group(1));
    }
    Matcher cron = CRON.matcher(text);
    return cron.matches() ? cron(cron.group(1)) : new Parsed.Refused(SYNTAX);
  }

  /** The expression as AWS writes it. */
  public static String text(ScheduleExpression expression) {
    return switch (expression) {
      case ScheduleExpression.At(LocalDateTime at) ->
          "at(" + at.toLocalDate() + "T" + twoDigits(at.getHour()) + ":" + twoDigits(at.getMinute()) + ":"
              + twoDigits(at.getSecond()) + ")";
      case ScheduleExpression.Rate(Duration every) -> "rate(" + amount(every) + ")";
      case ScheduleExpression.Cron(String fields) -> "cron(" + fields + ")";
    };
  }

  private static Parsed rate(int number, String unit) {
    if (number == 0) {
      return new Parsed.Refused(TOO_FREQUENT);
    }
    Duration every = switch (unit) {
      case "minute" -> Duration.ofMinutes(number);
      case "hour" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
    return new Parsed.Valid(new ScheduleExpression.Rate(every));
  }

  private static Parsed at(String text) {
    int good = matchingLength(text);
    if (good == AT_SHAPE.length() && text.length() == good) {
      return AtFields.of(text);
    }
    String quoted = "Invalid format: \"" + text + "\"";
    if (good == text.length()) {
      return refusedAt(quoted + " is too short");
    }
    return refusedAt(good == 0 ? quoted : quoted + " is malformed at \"" + text.substring(good) + "\"");
  }

  static Parsed refusedAt(String details) {
    return new Parsed.Refused(REFUSED + "Invalid schedule at DateTime expression: " + details);
  }

  /** How many characters from the left have the shape of {@code at}'s date. */
  private static int matchingLength(String text) {
    int length = Math.min(text.length(), AT_SHAPE.length());
    for (int i = 0; i < length; i++) {
      char shape = AT_SHAPE.charAt(i);
      char found = text.charAt(i);
      if (shape == '0' ? found < '0' || found > '9' : found != shape) {
        return i;
      }
    }
    return length;
  }

  private static Parsed cron(String fields) {
    try {
      return new Parsed.Valid(new ScheduleExpression.Cron(fields));
    } catch (CronProblem problem) {
      return new Parsed.Refused(REFUSED + "Invalid CRON expression: error at position " + problem.position()
          + ", details: " + problem.getMessage() + ".");
    }
  }

  private static String amount(Duration every) {
    if (every.equals(Duration.ofDays(every.toDays()))) {
      return counted(every.toDays(), "day");
    }
    return every.equals(Duration.ofHours(every.toHours()))
        ? counted(every.toHours(), "hour")
        : counted(every.toMinutes(), "minute");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
