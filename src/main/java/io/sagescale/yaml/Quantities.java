package io.sagescale.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of numbers with units. Every method is empty when the text is not such a quantity. */
final class Quantities {
  /** Longest text that can be a number of any use; longer ones would only cost time. */
  private static final int MOST_LENGTH = 64;

  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9]\\d*)");
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
  private static final Pattern MONEY = Pattern.compile("(\\d+(?:\\.\\d+)?) ?USD");
  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(MB|MiB|GB|GiB)");
  private static final BigDecimal LARGEST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  private Quantities() {}

  /** A finite decimal number; {@code NaN}, infinities and numbers past double's range are none. */
  static Optional<BigDecimal> number(String text) {
    if (text.length() > MOST_LENGTH || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    return Double.isFinite(value.doubleValue()) ? Optional.of(value) : Optional.empty();
  }

  /** A whole number of any size, without leading zeros. */
  static Optional<BigDecimal> whole(String text) {
    return text.length() > MOST_LENGTH || !WHOLE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new BigDecimal(text));
  }

  /** {@code 180}, {@code 180s}, {@code 1h30m}, {@code 250ms} or ISO's {@code PT3M}; never negative. */
  static Optional<Duration> duration(String text) {
    if (text.length() > MOST_LENGTH) {
      return Optional.empty();
    }
    if (text.startsWith("P")) {
      return iso(text);
    }
    Optional<BigDecimal> bare = number(text);
    if (bare.isPresent()) {
      return nanos(bare.get().movePointRight(9));
    }
    Matcher part = PART.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (at < text.length()) {
      if (!part.find(at) || part.start() != at) {
        return Optional.empty();
      }
      sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosOf(part.group(2)))));
      at = part.end();
    }
    return at == 0 ? Optional.empty() : nanos(sum);
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "d" -> 86_400_000_000_000L;
      default -> throw new IllegalStateException("no unit " + unit);
    };
  }

  private static Optional<Duration> nanos(BigDecimal nanos) {
    if (nanos.signum() < 0 || nanos.compareTo(LARGEST_NANOS) > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  private static Optional<Duration> iso(String text) {
    try {
      Duration duration = Duration.parse(text);
      return duration.isNegative() ? Optional.empty() : Optional.of(duration);
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** {@code 2026-01-05T08:00:00Z}. */
  static Optional<Instant> instant(String text) {
    try {
      return text.length() > MOST_LENGTH ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code 8 USD}. */
  static Optional<Double> usd(String text) {
    Matcher money = MONEY.matcher(text);
    return text.length() <= MOST_LENGTH && money.matches()
        ? Optional.of(Double.parseDouble(money.group(1)))
        : Optional.empty();
  }

  /** Mebibytes: {@code 24 GiB}, {@code 4096 MiB}, or a bare number of them; MB and GB are taken as AWS's own 1,024s. */
  static Optional<Integer> mebibytes(String text) {
    Matcher size = SIZE.matcher(text);
    BigDecimal value;
    if (text.length() <= MOST_LENGTH && size.matches()) {
      value = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(size.group(2).startsWith("G") ? 1024 : 1));
    } else {
      Optional<BigDecimal> bare = whole(text);
      if (bare.isEmpty()) {
        return Optional.empty();
      }
      value = bare.get();
    }
    boolean isSound = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return isSound ? Optional.of(value.intValue()) : Optional.empty();
  }
}
