package io.sagescale.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/** A value inside metric math: one number, one series with NaN for missing points, or several series. */
sealed interface MathValue {
  record Scalar(double value) implements MathValue {}

  /** One value per slot; whoever is handed the array must not change it. */
  final class Series implements MathValue {
    private final double[] slots;

    Series(double[] slots) {
      this.slots = slots;
    }

    double[] slots() {
      return slots;
    }
  }

  record Many(List<double[]> all) implements MathValue {}

  /** What a value is, narrowest first. */
  enum Kind { SCALAR, SERIES, MANY }

  /** Every series of it; a number counts as a series that never changes. */
  default List<double[]> all(int slots) {
    return switch (this) {
      case Scalar scalar -> List.of(constant(scalar.value(), slots));
      case Series series -> List.of(series.slots());
      case Many many -> many.all();
    };
  }

  /** The same kind of value with each number or series changed. */
  default MathValue map(UnaryOperator<double[]> change) {
    return switch (this) {
      case Scalar scalar -> new Scalar(change.apply(new double[] {scalar.value()})[0]);
      case Series series -> new Series(change.apply(series.slots()));
      case Many many -> new Many(many.all().stream().map(change).toList());
    };
  }

  /** Joins point by point; of unequally many series, the shorter list decides unless it is one. */
  static MathValue join(MathValue left, MathValue right, int slots, DoubleBinaryOperator operator) {
    if (left instanceof Scalar a && right instanceof Scalar b) {
      return new Scalar(operator.applyAsDouble(a.value(), b.value()));
    }
    List<double[]> lefts = left.all(slots);
    List<double[]> rights = right.all(slots);
    int size = lefts.size() == 1 || rights.size() == 1
        ? Math.max(lefts.size(), rights.size()) : Math.min(lefts.size(), rights.size());
    List<double[]> joined = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      joined.add(points(lefts.get(lefts.size() == 1 ? 0 : i), rights.get(rights.size() == 1 ? 0 : i), operator));
    }
    return left instanceof Many || right instanceof Many ? new Many(joined) : new Series(joined.getFirst());
  }

  static double[] constant(double value, int slots) {
    double[] series = new double[slots];
    Arrays.fill(series, value);
    return series;
  }

  private static double[] points(double[] left, double[] right, DoubleBinaryOperator operator) {
    double[] joined = new double[left.length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = operator.applyAsDouble(left[i], right[i]);
    }
    return joined;
  }
}
