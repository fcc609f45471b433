package io.sagescale.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * The functions of metric math that make one number of many: of a series its figure over time, of several series a series
 * of their figures at each point. Missing points do not count. Source: CloudWatch user guide, metric math functions.
 */
final class MathSummary {
  private MathSummary() {}

  static MathValue of(MathFunction function, MathValue value, int slots) {
    return switch (value) {
      case MathValue.Scalar scalar -> new MathValue.Scalar(figure(function, new double[] {scalar.value()}));
      case MathValue.Series series -> new MathValue.Scalar(figure(function, series.slots()));
      case MathValue.Many many -> new MathValue.Series(across(function, many.all(), slots));
    };
  }

  private static double[] across(MathFunction function, List<double[]> all, int slots) {
    double[] figures = new double[slots];
    for (int i = 0; i < slots; i++) {
      int slot = i;
      figures[i] = figure(function, all.stream().mapToDouble(series -> series[slot]).toArray());
    }
    return figures;
  }

  private static double figure(MathFunction function, double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (present.length == 0) {
      return function == MathFunction.DATAPOINT_COUNT ? 0 : Double.NaN;
    }
    double sum = Arrays.stream(present).sum();
    return switch (function) {
      case SUM -> sum;
      case AVG -> sum / present.length;
      case MIN -> Arrays.stream(present).min().orElseThrow();
      case MAX -> Arrays.stream(present).max().orElseThrow();
      case DATAPOINT_COUNT -> present.length;
      case STDDEV -> {
        double mean = sum / present.length;
        yield Math.sqrt(Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum() / present.length);
      }
      case ABS, CEIL, DIFF, DIFF_TIME, FIRST, FLOOR, IF, LAST, LOG, LOG10, METRIC_COUNT, PERIOD, RATE, RUNNING_SUM,
          TIME_SERIES -> throw new IllegalArgumentException(function + " sums nothing up");
    };
  }
}
