package io.sagescale.metrics;

import java.util.Map;
import java.util.TreeMap;

/** Joins the visible windows of a series into periods: start second of each period with data, oldest first. */
final class Joiner {
  private Joiner() {}

  static Map<Long, Samples> periods(
      Series series, long stepSeconds, long fromSecond, long toSecond, long asOfNanos) {
    Map<Long, Samples> periods = new TreeMap<>();
    series.visit(fromSecond, toSecond, (tier, i) -> {
      if (tier.visibleNanos(i) <= asOfNanos) {
        long start = fromSecond + (tier.startSecond(i) - fromSecond) / stepSeconds * stepSeconds;
        periods.merge(start, tier.samples(i), Samples::merge);
      }
    });
    return periods;
  }
}
