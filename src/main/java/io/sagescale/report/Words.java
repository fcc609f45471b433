package io.sagescale.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Quantities as people say them. */
final class Words {
  private Words() {}

  /** {@code 38 s}, {@code 7 min 46 s}, {@code 1 h 02 min}; rounded to the last unit shown. */
  static String duration(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 && !duration.isZero()) {
      return duration.toMillis() + " ms";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }
    return hours(Math.round(seconds / 60.0));
  }

  private static String hours(long minutes) {
    if (minutes < 48 * 60) {
      return "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
    return "%d d %02d h".formatted(minutes / 1440, minutes % 1440 / 60);
  }

  /** {@code 8.3 ms}, {@code 840 ms}, {@code 1.25 s}, {@code 2 min 5 s}; a dash for null. */
  static String millis(@Nullable Double millis) {
    if (millis == null) {
      return "-";
    }
    if (millis < 9.95) {
      return decimals(millis, 1) + " ms";
    }
    if (millis < 999.5) {
      return Math.round(millis) + " ms";
    }
    if (millis < 59_950) {
      return decimals(millis / 1000, millis < 9_995 ? 2 : 1) + " s";
    }
    return duration(Duration.ofMillis(Math.round(millis)));
  }

  /** Time since the start, {@code 0:03:58}. */
  static String elapsed(Instant start, Instant at) {
    long seconds = Math.floorDiv(Duration.between(start, at).toMillis(), 1000);
    String sign = seconds < 0 ? "-" : "";
    seconds = Math.abs(seconds);
    return "%s%d:%02d:%02d".formatted(sign, seconds / 3600, seconds % 3600 / 60, seconds % 60);
  }

  /** {@code 19,366}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 19,366 requests}, {@code 1 request}. */
  static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** {@code modelDownload} as {@code model download}. */
  static String spaced(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  static String usd(double usd) {
    return String.format(Locale.ROOT, usd != 0 && Math.abs(usd) < 0.1 ? "%,.4f USD" : "%,.2f USD", usd);
  }

  /** At most two decimals, none that are zero. */
  static String number(double number) {
    String text = decimals(number, 2);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  static String decimals(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
