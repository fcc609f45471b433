package io.sagescale.awscli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Points in time as a person writes them: ISO 8601, in UTC where no offset is said, or seconds since 1970. Source: AWS CLI User Guide. */
final class AwsTime {
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,9})?");
  private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE)
      .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME)
      .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
      .optionalStart().appendOffset("+HHmm", "Z").optionalEnd()
      .optionalEnd()
      .toFormatter(Locale.ROOT);

  private AwsTime() {}

  /** Seconds since 1970, to the millisecond; empty when the text is no point in time. */
  static OptionalDouble seconds(String text) {
    String written = text.strip();
    if (SECONDS.matcher(written).matches()) {
      return OptionalDouble.of(Double.parseDouble(written));
    }
    try {
      TemporalAccessor parsed = ISO.parseBest(written.replaceFirst("(?<=^.{10}) ", "T").replaceFirst("(?i)z$", "Z"),
          OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return OptionalDouble.of(instant(parsed).toEpochMilli() / 1000.0);
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalDouble.empty();
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    return parsed instanceof OffsetDateTime time ? time.toInstant()
        : parsed instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC)
        : LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
