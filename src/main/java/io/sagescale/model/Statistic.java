package io.sagescale.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of one period become one number.
 *
 * <p>Source: CloudWatch user guide, statistics definitions; CloudWatch API, {@code ExtendedStatistic}.
 */
public sealed interface Statistic {
  Statistic SAMPLE_COUNT = Simple.SAMPLE_COUNT;
  Statistic AVERAGE = Simple.AVERAGE;
  Statistic SUM = Simple.SUM;
  Statistic MINIMUM = Simple.MINIMUM;
  Statistic MAXIMUM = Simple.MAXIMUM;

  /** AWS's spelling: {@code Maximum}, {@code p99.9}, {@code tm90}. */
  String text();

  /** The five statistics that need no distribution. */
  enum Simple implements Statistic {
    SAMPLE_COUNT("SampleCount"), AVERAGE("Average"), SUM("Sum"), MINIMUM("Minimum"), MAXIMUM("Maximum");

    private final String text;

    Simple(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** The value below which {@code percent} of the samples lie; 0 to 100. */
  record Percentile(double percent) implements Statistic {
    public Percentile {
      Check.that(percent >= 0 && percent <= 100, "percentile %s is outside 0 to 100", percent);
    }

    @Override
    public String text() {
      return "p" + plain(percent);
    }
  }

  /** Which figure of the samples between two percentile bounds. */
  enum RangeKind { TRIMMED_MEAN, WINSORIZED_MEAN, TRIMMED_COUNT, TRIMMED_SUM }

  /** A figure of the samples between two percentiles, 0 to 100: tm, wm, tc, ts; {@code IQM} is TM(25%:75%). */
  record Ranged(RangeKind kind, double fromPercent, double toPercent) implements Statistic {
    public Ranged {
      Check.that(fromPercent >= 0 && toPercent <= 100 && fromPercent < toPercent,
          "percentile range %s to %s is empty or outside 0 to 100", fromPercent, toPercent);
    }

    @Override
    public String text() {
      String letters = switch (kind) {
        case TRIMMED_MEAN -> "TM";
        case WINSORIZED_MEAN -> "WM";
        case TRIMMED_COUNT -> "TC";
        case TRIMMED_SUM -> "TS";
      };
      return letters + "(" + plain(fromPercent) + "%:" + plain(toPercent) + "%)";
    }
  }

  /** The percentage of samples above {@code from} and at or below {@code to}; an infinite bound is open. */
  record PercentileRank(double from, double to) implements Statistic {
    @Override
    public String text() {
      return "PR(" + (Double.isInfinite(from) ? "" : plain(from)) + ":" + (Double.isInfinite(to) ? "" : plain(to)) + ")";
    }
  }

  /** Reads AWS's spelling of the five statistics, percentiles, {@code tm90} and {@code TM(10%:90%)} forms. */
  static Optional<Statistic> parse(String text) {
    for (Simple simple : Simple.values()) {
      if (simple.text.equals(text)) {
        return Optional.of(simple);
      }
    }
    return StatisticText.extended(text);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
  }
}

/** Reads the spellings of extended statistics. */
final class StatisticText {
  private static final Pattern SHORT = Pattern.compile("(p|tm|wm|tc|ts)(\\d{1,3}(?:\\.\\d{1,10})?)");
  private static final Pattern RANGE =
      Pattern.compile("(TM|WM|TC|TS)\\((\\d{1,3}(?:\\.\\d+)?)?%:(\\d{1,3}(?:\\.\\d+)?)?%\\)");
  private static final Pattern RANK =
      Pattern.compile("PR\\((-?\\d+(?:\\.\\d+)?)?:(-?\\d+(?:\\.\\d+)?)?\\)");

  private StatisticText() {}

  static Optional<Statistic> extended(String text) {
    if (text.equals("IQM")) {
      return Optional.of(new Statistic.Ranged(Statistic.RangeKind.TRIMMED_MEAN, 25, 75));
    }
    Matcher brief = SHORT.matcher(text);
    if (brief.matches()) {
      double percent = Double.parseDouble(brief.group(2));
      if (percent > 100) {
        return Optional.empty();
      }
      if (brief.group(1).equals("p")) {
        return Optional.of(new Statistic.Percentile(percent));
      }
      return ranged(brief.group(1).toUpperCase(Locale.ROOT), 0, percent);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return ranged(range.group(1), bound(range.group(2), 0), bound(range.group(3), 100));
    }
    Matcher rank = RANK.matcher(text);
    if (rank.matches()) {
      return Optional.of(new Statistic.PercentileRank(
          bound(rank.group(1), Double.NEGATIVE_INFINITY), bound(rank.group(2), Double.POSITIVE_INFINITY)));
    }
    return Optional.empty();
  }

  private static Optional<Statistic> ranged(String letters, double from, double to) {
    if (from >= to || to > 100) {
      return Optional.empty();
    }
    Statistic.RangeKind kind = switch (letters) {
      case "TM" -> Statistic.RangeKind.TRIMMED_MEAN;
      case "WM" -> Statistic.RangeKind.WINSORIZED_MEAN;
      case "TC" -> Statistic.RangeKind.TRIMMED_COUNT;
      case "TS" -> Statistic.RangeKind.TRIMMED_SUM;
      default -> throw new IllegalStateException("no statistic is spelled " + letters);
    };
    return Optional.of(new Statistic.Ranged(kind, from, to));
  }

  private static double bound(String group, double otherwise) {
    return group == null ? otherwise : Double.parseDouble(group);
  }
}
