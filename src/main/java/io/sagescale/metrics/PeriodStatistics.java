package io.sagescale.metrics;

import io.sagescale.model.Statistic;

/**
 * Figures of one period's samples.
 *
 * <p>Percentiles go by nearest rank: the smallest value with at least that share of the samples at or below it. Source:
 * our choice, because CloudWatch does not publish its rule. The bounds of the ranged figures are such ranks, the lower
 * one outside and the upper one inside. Source: CloudWatch user guide, statistics definitions.
 */
final class PeriodStatistics {
  private PeriodStatistics() {}

  /** NaN when the samples do not tell: percentiles of a statistic set, or of negative values. */
  static double of(Samples samples, Statistic statistic) {
    return switch (statistic) {
      case Statistic.Simple simple -> switch (simple) {
        case SAMPLE_COUNT -> samples.count();
        case AVERAGE -> samples.sum() / samples.count();
        case SUM -> samples.sum();
        case MINIMUM -> samples.min();
        case MAXIMUM -> samples.max();
      };
      case Statistic.Percentile percentile -> samples.min() < 0 ? Double.NaN : percentile(samples, percentile.percent());
      case Statistic.Ranged ranged -> ranged(samples, ranged);
      case Statistic.PercentileRank rank -> share(samples, rank);
    };
  }

  private static double percentile(Samples samples, double percent) {
    Distribution distribution = samples.distribution();
    if (distribution == null) {
      return Double.NaN;
    }
    double rank = rank(samples.count(), percent);
    if (rank <= 1 || rank >= samples.count()) {
      return rank >= samples.count() ? samples.max() : samples.min();
    }
    return clamp(valueAt(distribution, rank), samples);
  }

  private static double ranged(Samples samples, Statistic.Ranged ranged) {
    Distribution distribution = samples.distribution();
    if (distribution == null) {
      return Double.NaN;
    }
    double from = rank(samples.count(), ranged.fromPercent());
    double to = rank(samples.count(), ranged.toPercent());
    double inside = 0;
    double sum = 0;
    double seen = 0;
    for (int i = 0; i < distribution.size(); i++) {
      double next = seen + distribution.times(i);
      double taken = Math.max(0, Math.min(next, to) - Math.max(seen, from));
      inside += taken;
      sum += taken * clamp(distribution.value(i), samples);
      seen = next;
    }
    return switch (ranged.kind()) {
      case TRIMMED_MEAN -> inside == 0 ? Double.NaN : sum / inside;
      case TRIMMED_COUNT -> inside;
      case TRIMMED_SUM -> sum;
      case WINSORIZED_MEAN -> (sum + from * clamp(valueAt(distribution, Math.max(1, from)), samples)
          + (samples.count() - to) * clamp(valueAt(distribution, to), samples)) / samples.count();
    };
  }

  private static double share(Samples samples, Statistic.PercentileRank rank) {
    Distribution distribution = samples.distribution();
    if (distribution == null) {
      return Double.NaN;
    }
    double inside = 0;
    for (int i = 0; i < distribution.size(); i++) {
      double value = distribution.value(i);
      inside += value > rank.from() && value <= rank.to() ? distribution.times(i) : 0;
    }
    return 100 * inside / samples.count();
  }

  /** Counts may be fractional; a rank a hair above a whole number is that number. */
  private static double rank(double count, double percent) {
    return Math.ceil(count * percent / 100 - 1e-9);
  }

  private static double valueAt(Distribution distribution, double rank) {
    double seen = 0;
    for (int i = 0; i < distribution.size(); i++) {
      seen += distribution.times(i);
      if (seen >= rank) {
        return distribution.value(i);
      }
    }
    return distribution.value(distribution.size() - 1);
  }

  /** The middle of the outermost buckets may lie beyond the true extremes. */
  private static double clamp(double value, Samples samples) {
    return Math.clamp(value, samples.min(), samples.max());
  }
}
