package io.sagescale.simulate;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates with times, such as {@code 2023-11-16 18:15:46.6805900} or {@code 2024-05-10T00:00:00.009930+00:00}, as
 * nanoseconds since 1970. Without an offset they are UTC; from 1970 to 2199; finer than a nanosecond is cut.
 */
final class TimestampColumn {
  private static final String NEXT_STEP = "Write it as 2023-11-16 18:15:46.6805900.";
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int SECONDS_PER_DAY = 86_400;

  /** The last date met, as year, month and day in decimal digits: most lines have the date of the line before. */
  private int lastDate;
  private long lastEpochDay;

  long parse(LineReader line, int from, int to) {
    byte[] b = line.bytes();
    int clock = from + 11;
    if (to - from < 19 || b[from + 4] != '-' || b[from + 7] != '-' || (b[from + 10] != ' ' && b[from + 10] != 'T')
        || b[clock + 2] != ':' || b[clock + 5] != ':') {
      throw wrong(line, from, to);
    }
    int date = digits(b, from, 4) * 10_000 + digits(b, from + 5, 2) * 100 + digits(b, from + 8, 2);
    int hour = digits(b, clock, 2);
    int minute = digits(b, clock + 3, 2);
    int second = digits(b, clock + 6, 2);
    if (date < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      throw wrong(line, from, to);
    }
    if (date != lastDate) {
      lastEpochDay = epochDay(line, from, to, date);
      lastDate = date;
    }
    int at = clock + 8;
    long nanos = 0;
    if (at < to && b[at] == '.') {
      int end = ++at;
      long unit = NANOS_PER_SECOND / 10;
      while (end < to && NumberColumn.isDigit(b[end])) {
        nanos += unit * (b[end++] - '0');
        unit /= 10;
      }
      if (end == at) {
        throw wrong(line, from, to);
      }
      at = end;
    }
    long secondOfDay = (hour * 60L + minute) * 60 + second - offsetSeconds(line, from, to, at);
    return (lastEpochDay * SECONDS_PER_DAY + secondOfDay) * NANOS_PER_SECOND + nanos;
  }

  /** What stands behind the time: nothing, Z, or an offset such as +02:00, +0200 or +02. */
  private static int offsetSeconds(LineReader line, int from, int to, int at) {
    byte[] b = line.bytes();
    if (at == to || (b[at] == 'Z' && at + 1 == to)) {
      return 0;
    }
    int length = to - at;
    boolean hasColon = length == 6 && b[at + 3] == ':';
    if ((b[at] != '+' && b[at] != '-') || (length != 3 && length != 5 && !hasColon)) {
      throw wrong(line, from, to);
    }
    int hours = digits(b, at + 1, 2);
    int minutes = length == 3 ? 0 : digits(b, to - 2, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      throw wrong(line, from, to);
    }
    int seconds = (hours * 60 + minutes) * 60;
    return b[at] == '-' ? -seconds : seconds;
  }

  private static long epochDay(LineReader line, int from, int to, int date) {
    int year = date / 10_000;
    if (year < 1970 || year > 2199) {
      throw line.problem(from, "the year of " + line.quoted(from, to) + " is not from 1970 to 2199", NEXT_STEP);
    }
    try {
      return LocalDate.of(year, date / 100 % 100, date % 100).toEpochDay();
    } catch (DateTimeException e) {
      throw wrong(line, from, to);
    }
  }

  /** A number of so many digits; far below 0 when a byte is not a digit. */
  private static int digits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      if (!NumberColumn.isDigit(bytes[i])) {
        return -100_000_000;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  private static TraceProblem wrong(LineReader line, int from, int to) {
    return line.problem(from, "TIMESTAMP " + line.quoted(from, to) + " is not a date with a time", NEXT_STEP);
  }
}
