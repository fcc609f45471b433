package io.sagescale.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * A calendar expression read into its fields: the minutes, hours, days, months and years at which it fires.
 *
 * <p>Source: AAS user guide, cron expressions. Five fields have no year, seven begin with seconds, which fire no finer than the
 * minute.
 */
public final class CronSchedule {

  static final int FIRST_YEAR = 1970;
  static final int LAST_YEAR = 2199;

  private static final int HOURS_A_DAY = 24;

  private final BitSet minutes;
  private final BitSet hours;
  private final CronDays days;
  private final BitSet months;
  private final BitSet years;

  private CronSchedule(BitSet minutes, BitSet hours, CronDays days, BitSet months, BitSet years) {
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
    this.months = months;
    this.years = years;
  }

  /**
   * Reads the text between the parentheses.
   *
   * @throws CronProblem when it is no calendar expression
   */
  public static CronSchedule parse(String text) {
    String[] written = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
    if (written.length < 5 || written.length > 7) {
      throw new CronProblem(1, "an expression has 5 to 7 fields, not " + written.length);
    }
    int first = written.length == 7 ? 1 : 0;
    if (first == 1) {
      CronField.SECOND.read(written[0], 1);
    }
    String year = written.length == 5 ? "*" : written[first + 5];
    return new CronSchedule(
        CronField.MINUTE.read(written[first], first + 1),
        CronField.HOUR.read(written[first + 1], first + 2),
        CronDays.read(written[first + 2], written[first + 4], first + 3),
        CronField.MONTH.read(written[first + 3], first + 4),
        CronField.YEAR.read(year, first + 6));
  }

  /** The first moment strictly after {@code after}, or empty. */
  public Optional<Instant> next(Instant after, ZoneId zone, DaylightRule daylight) {
    // One day earlier, for a zone may turn its clock back over midnight.
    LocalDate from = after.atZone(zone).toLocalDate().minusDays(1);
    for (int year = years.nextSetBit(Math.max(FIRST_YEAR, from.getYear())); year >= 0; year = years.nextSetBit(year + 1)) {
      for (int month = months.nextSetBit(1); month >= 0; month = months.nextSetBit(month + 1)) {
        LocalDate start = LocalDate.of(year, month, 1);
        if (start.plusMonths(1).isAfter(from)) {
          Optional<Instant> found = nextInMonth(start, from, after, zone, daylight);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> nextInMonth(
      LocalDate month, LocalDate from, Instant after, ZoneId zone, DaylightRule daylight) {
    BitSet matching = days.in(month);
    for (int day = matching.nextSetBit(1); day >= 0; day = matching.nextSetBit(day + 1)) {
      LocalDate date = month.withDayOfMonth(day);
      if (!date.isBefore(from)) {
        Optional<Instant> found = nextOnDay(date, after, zone, daylight);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> nextOnDay(LocalDate date, Instant after, ZoneId zone, DaylightRule daylight) {
    boolean isPlain = keepsItsOffset(date, zone);
    LocalDateTime localAfter = LocalDateTime.ofInstant(after, zone);
    if (isPlain && date.isBefore(localAfter.toLocalDate())) {
      return Optional.empty();
    }
    int fromHour = isPlain && date.equals(localAfter.toLocalDate()) ? localAfter.getHour() : 0;
    boolean isEveryHour = hours.cardinality() == HOURS_A_DAY;
    Instant earliest = null;
    for (int hour = hours.nextSetBit(fromHour); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
        for (Instant instant : daylight.instants(date.atTime(hour, minute), zone, isEveryHour)) {
          if (instant.isAfter(after) && (earliest == null || instant.isBefore(earliest))) {
            earliest = instant;
          }
        }
        if (isPlain && earliest != null) {
          return Optional.of(earliest);
        }
      }
    }
    return Optional.ofNullable(earliest);
  }

  /** On other days the order of wall-clock times is not the order of moments. */
  private static boolean keepsItsOffset(LocalDate date, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant().minusSeconds(1));
    return change == null || change.getInstant().isAfter(date.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
