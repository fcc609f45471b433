package io.sagescale.scaling;

import io.sagescale.model.ScheduleExpression;
import io.sagescale.scaling.ScheduleExpressions.Parsed;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** The six numbers of {@code yyyy-MM-dd'T'HH:mm:ss}, refused in the words of the library that AWS uses. Unverified. */
final class AtFields {

  private final String text;

  private AtFields(String text) {
    this.text = text;
  }

  /** Reads a text that has the right shape. */
  static Parsed of(String text) {
    return new AtFields(text).parsed();
  }

  private Parsed parsed() {
    int year = number(0, 4);
    int month = number(5, 7);
    int day = number(8, 10);
    int hour = number(11, 13);
    int minute = number(14, 16);
    int second = number(17, 19);
    if (month < 1 || month > 12) {
      return refused(month, "monthOfYear", 1, 12);
    }
    int lastDay = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > lastDay) {
      return refused(day, "dayOfMonth", 1, lastDay);
    }
    if (hour > 23) {
      return refused(hour, "hourOfDay", 0, 23);
    }
    if (minute > 59) {
      return refused(minute, "minuteOfHour", 0, 59);
    }
    return second > 59
        ? refused(second, "secondOfMinute", 0, 59)
        : new Parsed.Valid(new ScheduleExpression.At(LocalDateTime.of(year, month, day, hour, minute, second)));
  }

  private int number(int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private Parsed refused(int value, String field, int least, int most) {
    return ScheduleExpressions.refusedAt("Cannot parse \"" + text + "\": Value " + value + " for " + field
        + " must be in the range [" + least + "," + most + "]");
  }
}
