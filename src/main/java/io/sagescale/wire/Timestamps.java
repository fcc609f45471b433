package io.sagescale.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The forms that a point in time takes on the wire, all to the millisecond. Source: Smithy, timestamp formats. */
final class Timestamps {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private Timestamps() {}

  static Instant ofSeconds(double seconds) throws Unreadable {
    if (!(seconds >= FIRST.getEpochSecond() && seconds <= LAST.getEpochSecond())) {
      throw new Unreadable("A timestamp must be of the years 1 to 9999");
    }
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  static Instant ofText(String text, Format format) throws Unreadable {
    try {
      return switch (format) {
        case ISO_8601 -> checked(ofIso(text));
        case RFC_822 -> checked(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        case UNIX_TIMESTAMP -> ofSeconds(Double.parseDouble(text));
        case UNIX_TIMESTAMP_MILLIS -> ofSeconds(Double.parseDouble(text) / 1000);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new Unreadable("timestamp must follow ISO8601");
    }
  }

  /** Seconds since the epoch as a decimal number without an exponent, e.g. {@code 1700000000.123}. */
  static String seconds(Instant instant) {
    BigDecimal seconds = BigDecimal.valueOf(instant.toEpochMilli(), 3);
    return instant.toEpochMilli() % 1000 == 0 ? seconds.setScale(0).toPlainString() : seconds.toPlainString();
  }

  static String text(Instant instant, Format format) {
    Instant rounded = instant.truncatedTo(ChronoUnit.MILLIS);
    return switch (format) {
      case ISO_8601 -> rounded.toString();
      case RFC_822 -> HTTP_DATE.format(rounded.atOffset(ZoneOffset.UTC));
      case UNIX_TIMESTAMP -> seconds(rounded);
      case UNIX_TIMESTAMP_MILLIS -> Long.toString(rounded.toEpochMilli());
    };
  }

  /** A date and time without an offset is one of UTC. */
  private static Instant ofIso(String text) {
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    Instant instant =
        parsed instanceof OffsetDateTime time ? time.toInstant() : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant checked(Instant instant) throws Unreadable {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new Unreadable("A timestamp must be of the years 1 to 9999");
    }
    return instant;
  }
}
