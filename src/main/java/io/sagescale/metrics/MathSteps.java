package io.sagescale.metrics;

import java.util.function.DoubleBinaryOperator;

/** The functions of metric math that look from one point of a series to the next. NaN stands for a missing point. */
final class MathSteps {
  private MathSteps() {}

  /** Of each point and the present one before it: the operator sees the change and the slots between them. */
  static double[] differences(double[] series, DoubleBinaryOperator operator) {
    double[] steps = MathValue.constant(Double.NaN, series.length);
    int before = -1;
    for (int i = 0; i < series.length; i++) {
      if (!Double.isNaN(series[i])) {
        if (before >= 0) {
          steps[i] = operator.applyAsDouble(series[i] - series[before], i - before);
        }
        before = i;
      }
    }
    return steps;
  }

  static double[] runningSum(double[] series) {
    double[] sums = new double[series.length];
    double sum = 0;
    for (int i = 0; i < series.length; i++) {
      sum += Double.isNaN(series[i]) ? 0 : series[i];
      sums[i] = Double.isNaN(series[i]) ? Double.NaN : sum;
    }
    return sums;
  }

  /** Points before the first present one stay missing. */
  static double[] repeated(double[] series) {
    double[] filled = series.clone();
    for (int i = 1; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = filled[i - 1];
      }
    }
    return filled;
  }

  /** Points outside the first and last present ones stay missing. */
  static double[] straightened(double[] series) {
    double[] filled = series.clone();
    int before = -1;
    for (int i = 0; i < series.length; i++) {
      if (!Double.isNaN(series[i])) {
        for (int gap = before + 1; before >= 0 && gap < i; gap++) {
          filled[gap] = series[before] + (series[i] - series[before]) * (gap - before) / (i - before);
        }
        before = i;
      }
    }
    return filled;
  }
}
