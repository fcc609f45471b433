package io.sagescale.report;

import java.util.List;
import java.util.Optional;

/**
 * The middle of a figure over several runs, and where nine runs of ten lie.
 *
 * @param low 5 % of the runs lie below, by straight lines between the sorted values
 * @param high 5 % of the runs lie above
 * @param runs runs that have the figure at all, 1 or more
 */
record Interval(double median, double low, double high, int runs) {
  /** Empty for no values. */
  static Optional<Interval> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = values.stream().sorted().toList();
    return Optional.of(
        new Interval(at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95), sorted.size()));
  }

  private static double at(List<Double> sorted, double quantile) {
    double position = quantile * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }
}
