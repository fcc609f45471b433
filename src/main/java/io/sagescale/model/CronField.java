package io.sagescale.model;

import java.util.BitSet;
import java.util.List;

/** The kinds of field of a calendar expression: its numbers, its names in capitals, and how they are read. */
enum CronField {
  SECOND("Seconds", 0, 59, List.of()),
  MINUTE("Minutes", 0, 59, List.of()),
  HOUR("Hours", 0, 23, List.of()),
  DAY_OF_MONTH("Day-of-Month", 1, 31, List.of()),
  MONTH("Month", 1, 12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  /** 1 is Sunday. */
  DAY_OF_WEEK("Day-of-Week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
  YEAR("Year", CronSchedule.FIRST_YEAR, CronSchedule.LAST_YEAR, List.of());

  private final String title;
  private final int least;
  private final int most;
  private final List<String> names;

  CronField(String title, int least, int most, List<String> names) {
    this.title = title;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /** The numbers of a comma-separated list of {@code *}, values, ranges and steps; a range may wrap, except of years. */
  BitSet read(String text, int position) {
    BitSet numbers = new BitSet();
    for (String part : text.split(",", -1)) {
      readPart(part, position, numbers);
    }
    return numbers;
  }

  private void readPart(String part, int position, BitSet numbers) {
    int slash = part.indexOf('/');
    String span = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : step(part.substring(slash + 1), position);
    int dash = span.indexOf('-');
    if (span.equals("*")) {
      fill(numbers, least, most, step);
    } else if (dash > 0) {
      fill(numbers, number(span.substring(0, dash), position), number(span.substring(dash + 1), position), step, position);
    } else {
      int from = number(span, position);
      fill(numbers, from, slash < 0 ? from : most, step);
    }
  }

  private void fill(BitSet numbers, int from, int to, int step, int position) {
    if (from <= to) {
      fill(numbers, from, to, step);
      return;
    }
    if (this == YEAR) {
      throw new CronProblem(position, title + " range " + from + "-" + to + " runs backwards");
    }
    int count = most - least + 1;
    for (int value = from; value <= to + count; value += step) {
      numbers.set(least + (value - least) % count);
    }
  }

  private static void fill(BitSet numbers, int from, int to, int step) {
    for (int value = from; value <= to; value += step) {
      numbers.set(value);
    }
  }

  private int step(String text, int position) {
    int step = plain(text);
    if (step < 1 || step > most) {
      throw new CronProblem(position, "step '" + text + "' of " + title + " must be 1 to " + most);
    }
    return step;
  }

  /** A number or a name of this field. */
  int number(String text, int position) {
    int named = names.indexOf(text);
    int value = named >= 0 ? named + 1 : plain(text);
    if (value < least || value > most) {
      throw new CronProblem(position, "'" + text + "' is not a value of " + title + ", " + least + " to " + most);
    }
    return value;
  }

  /** The number of up to four digits, or -1. */
  private static int plain(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }
}
