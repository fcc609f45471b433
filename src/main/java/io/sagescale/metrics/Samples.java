package io.sagescale.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The samples of one window: count, sum, least, greatest and, where known, their distribution.
 *
 * <p>A statistic set carries no distribution unless all its values are equal; percentiles of it are then absent.
 * Source: CloudWatch user guide, statistics definitions.
 */
public final class Samples {
  private final double count;
  private final double sum;
  private final double min;
  private final double max;
  private final @Nullable Distribution distribution;

  Samples(double count, double sum, double min, double max, @Nullable Distribution distribution) {
    if (!(count > 0) || !(min <= max) || Double.isNaN(sum)) {
      throw new IllegalArgumentException(
          "samples with count %s, sum %s, min %s, max %s".formatted(count, sum, min, max));
    }
    this.count = count;
    this.sum = sum;
    this.min = min;
    this.max = max;
    this.distribution = distribution;
  }

  public static Samples of(double value) {
    return new Samples(1, value, value, value, null);
  }

  /** One or more values in any order. */
  public static Samples of(double... values) {
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new Samples(values.length, sum, min, max, values.length > 1 ? Distribution.of(values) : null);
  }

  /** The same value seen {@code times} times, above 0. Source: CloudWatch API, {@code Values} and {@code Counts}. */
  public static Samples repeated(double value, double times) {
    return new Samples(times, value * times, value, value, null);
  }

  /** A statistic set. Source: CloudWatch API, {@code StatisticSet}. */
  public static Samples statistics(double count, double sum, double min, double max) {
    return new Samples(count, sum, min, max, null);
  }

  /** What the accumulator holds, which is empty afterwards. Refuses an empty one. */
  public static Samples of(SampleAccumulator accumulator) {
    return accumulator.drain();
  }

  public double count() {
    return count;
  }

  public double sum() {
    return sum;
  }

  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  /** The samples of both windows. */
  public Samples merge(Samples other) {
    Distribution mine = distribution();
    Distribution theirs = other.distribution();
    double least = Math.min(min, other.min);
    double greatest = Math.max(max, other.max);
    Distribution both = mine == null || theirs == null || least == greatest ? null : mine.plus(theirs);
    return new Samples(count + other.count, sum + other.sum, least, greatest, both);
  }

  /** The same samples as an old window keeps them, as {@link Distribution} says. */
  Samples folded() {
    return distribution == null ? this : new Samples(count, sum, min, max,
        distribution.bounded(Distribution.FOLDED_VALUES, Distribution.FOLDED_SHIFT).packed());
  }

  /** Null when unknown: a statistic set of unequal values. */
  @Nullable Distribution distribution() {
    return distribution != null ? distribution : min == max ? Distribution.single(min, count) : null;
  }

  /** As stored: null also when one value says it all. */
  @Nullable Distribution storedDistribution() {
    return distribution;
  }
}
