package io.sagescale.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which days of a month a calendar expression means: by number or by weekday, the other field being {@code ?}. */
sealed interface CronDays {

  /** The days of the month that begins at {@code first}. */
  BitSet in(LocalDate first);

  /** Numbers of days; those that the month lacks never come. */
  record Numbers(BitSet numbers) implements CronDays {
    @Override
    public BitSet in(LocalDate first) {
      BitSet days = (BitSet) numbers.clone();
      days.clear(first.lengthOfMonth() + 1, 32);
      return days;
    }
  }

  /** {@code L}, {@code L-3}: so many days before the month's last. */
  record FromLast(int before) implements CronDays {
    @Override
    public BitSet in(LocalDate first) {
      return single(first.lengthOfMonth() - before);
    }
  }

  /** {@code 15W}, {@code LW}: the working day nearest to a day, in the same month; 32 stands for the last. */
  record NearestWorkday(int day) implements CronDays {
    static final int LAST = 32;

    @Override
    public BitSet in(LocalDate first) {
      int last = first.lengthOfMonth();
      if (day != LAST && day > last) {
        return new BitSet();
      }
      int wanted = Math.min(day, last);
      int shift = switch (first.withDayOfMonth(wanted).getDayOfWeek()) {
        case SATURDAY -> wanted == 1 ? 2 : -1;
        case SUNDAY -> wanted == last ? -2 : 1;
        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 0;
      };
      return single(wanted + shift);
    }
  }

  /** Weekdays, 1 for Sunday. */
  record Weekdays(BitSet weekdays) implements CronDays {
    @Override
    public BitSet in(LocalDate first) {
      BitSet days = new BitSet();
      for (int day = 1; day <= first.lengthOfMonth(); day++) {
        if (weekdays.get(number(first.withDayOfMonth(day).getDayOfWeek()))) {
          days.set(day);
        }
      }
      return days;
    }
  }

  /** {@code FRI#2}, {@code 6L}: the n-th of a weekday, 1 to 5, or with 0 the last one. */
  record NthWeekday(int weekday, int nth) implements CronDays {
    @Override
    public BitSet in(LocalDate first) {
      int ahead = Math.floorMod(weekday - number(first.getDayOfWeek()), 7);
      int day = nth == 0 ? 1 + ahead + 28 : 1 + ahead + 7 * (nth - 1);
      int last = first.lengthOfMonth();
      return single(nth == 0 && day > last ? day - 7 : day).get(0, last + 1);
    }
  }

  /** Several of the above, from a list. */
  record Any(List<CronDays> parts) implements CronDays {
    @Override
    public BitSet in(LocalDate first) {
      BitSet days = new BitSet();
      parts.forEach(part -> days.or(part.in(first)));
      return days;
    }
  }

  /** Reads the two day fields; the position is that of the first. Exactly one of them is {@code ?}. */
  static CronDays read(String ofMonth, String ofWeek, int position) {
    if (ofMonth.equals("?") == ofWeek.equals("?")) {
      throw new CronProblem(1, "'?' can only be specified for Day-of-Month or Day-of-Week");
    }
    boolean isByWeek = ofMonth.equals("?");
    List<CronDays> parts = new ArrayList<>();
    for (String part : (isByWeek ? ofWeek : ofMonth).split(",", -1)) {
      parts.add(isByWeek ? ofWeek(part, position + 2) : ofMonth(part, position));
    }
    return new Any(List.copyOf(parts));
  }

  private static CronDays ofMonth(String part, int position) {
    if (part.equals("L")) {
      return new FromLast(0);
    }
    if (part.equals("LW")) {
      return new NearestWorkday(NearestWorkday.LAST);
    }
    Matcher fromLast = Pattern.compile("L-([0-9]{1,2})").matcher(part);
    if (fromLast.matches()) {
      return new FromLast(CronField.DAY_OF_MONTH.number(fromLast.group(1), position));
    }
    if (part.endsWith("W")) {
      return new NearestWorkday(CronField.DAY_OF_MONTH.number(part.substring(0, part.length() - 1), position));
    }
    return new Numbers(CronField.DAY_OF_MONTH.read(part, position));
  }

  private static CronDays ofWeek(String part, int position) {
    int hash = part.indexOf('#');
    if (part.equals("L")) {
      return new Weekdays(CronField.DAY_OF_WEEK.read("SAT", position));
    }
    if (hash > 0) {
      String nth = part.substring(hash + 1);
      if (!nth.matches("[1-5]")) {
        throw new CronProblem(position, "'" + nth + "' after '#' must be 1 to 5");
      }
      return new NthWeekday(CronField.DAY_OF_WEEK.number(part.substring(0, hash), position), Integer.parseInt(nth));
    }
    if (part.length() > 1 && part.endsWith("L")) {
      return new NthWeekday(CronField.DAY_OF_WEEK.number(part.substring(0, part.length() - 1), position), 0);
    }
    return new Weekdays(CronField.DAY_OF_WEEK.read(part, position));
  }

  private static BitSet single(int day) {
    BitSet days = new BitSet();
    if (day >= 1) {
      days.set(day);
    }
    return days;
  }

  private static int number(DayOfWeek day) {
    return day == DayOfWeek.SUNDAY ? 1 : day.getValue() + 1;
  }
}
