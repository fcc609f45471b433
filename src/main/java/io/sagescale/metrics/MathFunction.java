package io.sagescale.metrics;

import java.util.Optional;

/** The functions of metric math that alarms and target tracking use. Source: CloudWatch user guide, metric math. */
enum MathFunction {
  ABS(1, 1), AVG(1, 1), CEIL(1, 1), DATAPOINT_COUNT(1, 1), DIFF(1, 1), DIFF_TIME(1, 1), FIRST(1, 1), FLOOR(1, 1),
  IF(2, 3), LAST(1, 1), LOG(1, 1), LOG10(1, 1), MAX(1, 1), METRIC_COUNT(1, 1), MIN(1, 1), PERIOD(1, 1), RATE(1, 1),
  RUNNING_SUM(1, 1), STDDEV(1, 1), SUM(1, 1), TIME_SERIES(1, 1);

  private final int fewest;
  private final int most;

  MathFunction(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  static Optional<MathFunction> named(String name) {
    for (MathFunction function : values()) {
      if (function.name().equals(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }
}
