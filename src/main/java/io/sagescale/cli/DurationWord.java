package io.sagescale.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations: {@code 180s}, {@code 3m}, {@code 1h30m}, {@code 2d}, or a bare number of seconds; at most 10,000 days. */
final class DurationWord implements ITypeConverter<Duration> {
  private static final Pattern WHOLE = Pattern.compile("(?:(\\d{1,9})s?)|(?=.)(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");
  private static final Duration MOST = Duration.ofDays(10_000);

  @Override
  public Duration convert(String word) {
    Matcher matcher = WHOLE.matcher(word);
    if (!matcher.matches()) {
      throw new TypeConversionException(Cli.quoted(word) + " is not a duration such as 180s, 3m or 1h30m");
    }
    long seconds = part(matcher, 1) + 86_400 * part(matcher, 2) + 3600 * part(matcher, 3) + 60 * part(matcher, 4)
        + part(matcher, 5);
    if (seconds > MOST.toSeconds()) {
      throw new TypeConversionException(Cli.quoted(word) + " is longer than " + MOST.toDays() + " days");
    }
    return Duration.ofSeconds(seconds);
  }

  private static long part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
