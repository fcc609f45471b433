package io.sagescale.metrics;

import io.sagescale.model.Statistic;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a simple statistic of many periods in a row without allocating: alarms read up to a few hundred periods per
 * evaluation.
 */
final class SlotReader {
  private double[] countScratch = new double[0];

  /** Fills the first {@code slots} places of {@code into}; NaN stands for a period without a visible sample. */
  void read(
      List<Tier> tiers, Statistic.Simple statistic, long stepSeconds, long fromSecond, int slots, long asOfNanos,
      double[] into) {
    Arrays.fill(into, 0, slots, Double.NaN);
    boolean isAverage = statistic == Statistic.Simple.AVERAGE;
    if (isAverage) {
      clearCounts(slots);
    }
    for (int level = tiers.size() - 1; level >= 0; level--) {
      Tier tier = tiers.get(level);
      int index = tier.firstFrom(fromSecond);
      long end = fromSecond + slots * stepSeconds;
      int slot = 0;
      long slotEnd = fromSecond + stepSeconds;
      for (; index < tier.size() && tier.startSecond(index) < end; index++) {
        long start = tier.startSecond(index);
        while (start >= slotEnd) {
          slot++;
          slotEnd += stepSeconds;
        }
        if (tier.visibleNanos(index) <= asOfNanos) {
          into[slot] = joined(into[slot], tier, index, statistic);
          if (isAverage) {
            countScratch[slot] += tier.count(index);
          }
        }
      }
    }
    if (isAverage) {
      for (int slot = 0; slot < slots; slot++) {
        into[slot] /= countScratch[slot];
      }
    }
  }

  private static double joined(double before, Tier tier, int index, Statistic.Simple statistic) {
    return switch (statistic) {
      case SAMPLE_COUNT -> Double.isNaN(before) ? tier.count(index) : before + tier.count(index);
      case SUM, AVERAGE -> Double.isNaN(before) ? tier.sum(index) : before + tier.sum(index);
      case MINIMUM -> Double.isNaN(before) ? tier.min(index) : Math.min(before, tier.min(index));
      case MAXIMUM -> Double.isNaN(before) ? tier.max(index) : Math.max(before, tier.max(index));
    };
  }

  private void clearCounts(int slots) {
    if (countScratch.length < slots) {
      countScratch = new double[slots];
    }
    Arrays.fill(countScratch, 0, slots, 0);
  }
}
