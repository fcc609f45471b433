package io.sagescale.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The history of one metric in four resolutions, each window in exactly one of them.
 *
 * <p>A window starts in the finest tier, at its own second, and moves up when it is older than the tier keeps. Times are
 * measured from the newest window of the series. Source: CloudWatch user guide, metrics retention.
 */
final class Series {
  /** Seconds that windows keep their own second. Source: CloudWatch, points under 60 s live 3 hours. */
  static final long FINE_SECONDS = 3 * 3600L;

  /** Seconds that minutes live. Source: CloudWatch, 15 days. */
  static final long MINUTES_SECONDS = 15 * 86_400L;

  /** Seconds that five minutes live. Source: CloudWatch, 63 days. */
  static final long FIVE_MINUTES_SECONDS = 63 * 86_400L;

  /** Seconds that hours live. Source: CloudWatch, 455 days. */
  static final long HOURS_SECONDS = 455 * 86_400L;

  /** Windows in the finest tier before the oldest move up early. Source: our choice, three hours of 1 s and a half. */
  static final int FINE_ENTRIES = 16_384;

  private static final long[] GRID_SECONDS = {1, 60, 300, 3600};
  private static final long[] KEPT_SECONDS =
      {FINE_SECONDS, MINUTES_SECONDS, FIVE_MINUTES_SECONDS, HOURS_SECONDS};

  /** Those that ever held a window, but always the finest. */
  private final List<Tier> tiers = new ArrayList<>(List.of(new Tier()));

  private long newestSecond = Long.MIN_VALUE;

  void put(long second, long visibleNanos, Samples samples) {
    newestSecond = Math.max(newestSecond, second);
    int level = 0;
    while (level < GRID_SECONDS.length && isTooOld(level, second)) {
      level++;
    }
    if (level < GRID_SECONDS.length) {
      tier(level).put(grid(level, second), visibleNanos, samples);
    }
    age(0);
  }

  /** Finest first. */
  List<Tier> tiers() {
    return tiers;
  }

  /** Every entry of every tier that starts in [from, to), coarse tiers first. */
  void visit(long fromSecond, long toSecond, Visitor visitor) {
    for (int level = tiers.size() - 1; level >= 0; level--) {
      Tier tier = tiers.get(level);
      if (tier.isEmpty() || tier.startSecond(tier.size() - 1) < fromSecond || tier.startSecond(0) >= toSecond) {
        continue;
      }
      for (int i = tier.firstFrom(fromSecond); i < tier.size() && tier.startSecond(i) < toSecond; i++) {
        visitor.entry(tier, i);
      }
    }
  }

  /** Sees one entry of a tier. */
  interface Visitor {
    void entry(Tier tier, int index);
  }

  private Tier tier(int level) {
    while (tiers.size() <= level) {
      tiers.add(new Tier());
    }
    return tiers.get(level);
  }

  private void age(int level) {
    Tier tier = tiers.get(level);
    while (!tier.isEmpty() && (isTooOld(level, tier.startSecond(0)) || (level == 0 && tier.size() > FINE_ENTRIES))) {
      if (level + 1 < GRID_SECONDS.length) {
        tier(level + 1).fold(grid(level + 1, tier.startSecond(0)), tier.visibleNanos(0), tier.samples(0));
        tier.dropOldest();
        age(level + 1);
      } else {
        tier.dropOldest();
      }
    }
  }

  /** Whole windows of the next tier age together, so that a coarse window is never half moved. */
  private boolean isTooOld(int level, long second) {
    long step = level + 1 < GRID_SECONDS.length ? GRID_SECONDS[level + 1] : GRID_SECONDS[level];
    return Math.floorDiv(second, step) * step + step <= newestSecond - KEPT_SECONDS[level];
  }

  private static long grid(int level, long second) {
    return Math.floorDiv(second, GRID_SECONDS[level]) * GRID_SECONDS[level];
  }
}
