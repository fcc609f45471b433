package io.sagescale.metrics;

import java.util.Arrays;

/**
 * Distinct values in rising order, each with the number of times it was seen.
 *
 * <p>Exact up to {@link #EXACT_VALUES} distinct values; beyond them values share buckets whose width is a fixed part of
 * their size, so a figure read from them is off by less than 1 %.
 */
final class Distribution {
  /** Most distinct values kept exactly. Source: our choice, one window of a busy copy fits. */
  static final int EXACT_VALUES = 256;

  /** Bits of the fraction that a fine bucket ignores: 128 buckets per doubling, 0.4 % off at most. */
  static final int FINE_SHIFT = 45;

  /** Distinct values kept of a minute older than the finest tier. Source: our choice, a week must fit in memory. */
  static final int FOLDED_VALUES = 64;

  /** Bits that a bucket of an old minute ignores: 32 buckets per doubling, 1.6 % off at most. */
  static final int FOLDED_SHIFT = 47;

  private final Column values;
  private final Column times;

  private Distribution(Column values, Column times) {
    this.values = values;
    this.times = times;
  }

  static Distribution single(double value, double times) {
    return new Distribution(new Column.Wide(new double[] {value}), new Column.Wide(new double[] {times}));
  }

  /** Of values in any order, all seen once. */
  static Distribution of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] once = new double[sorted.length];
    Arrays.fill(once, 1);
    return joined(sorted, once).bounded(EXACT_VALUES, FINE_SHIFT);
  }

  /** Of rising values; the arrays are taken over. Equal neighbours become one. */
  static Distribution joined(double[] rising, double[] times) {
    int size = 0;
    for (int i = 0; i < rising.length; i++) {
      if (size > 0 && rising[size - 1] == rising[i]) {
        times[size - 1] += times[i];
      } else {
        rising[size] = rising[i];
        times[size++] = times[i];
      }
    }
    return new Distribution(
        new Column.Wide(Arrays.copyOf(rising, size)), new Column.Wide(Arrays.copyOf(times, size)));
  }

  /** The middle of the bucket that holds the value; itself a member of that bucket, so applying it twice changes nothing. */
  static double bucket(double value, int shift) {
    if (value == 0) {
      return 0;
    }
    long bits = Double.doubleToRawLongBits(value);
    return Double.longBitsToDouble(((bits >>> shift) << shift) | (1L << (shift - 1)));
  }

  Distribution plus(Distribution other) {
    double[] merged = new double[size() + other.size()];
    double[] counts = new double[merged.length];
    int mine = 0;
    int theirs = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean isMine = theirs == other.size() || (mine < size() && value(mine) <= other.value(theirs));
      merged[i] = isMine ? value(mine) : other.value(theirs);
      counts[i] = isMine ? times(mine++) : other.times(theirs++);
    }
    return joined(merged, counts).bounded(EXACT_VALUES, FINE_SHIFT);
  }

  /** The same samples in buckets if there are more than {@code most} distinct values. */
  Distribution bounded(int most, int shift) {
    if (size() <= most) {
      return this;
    }
    double[] coarse = new double[size()];
    double[] counts = new double[size()];
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = bucket(value(i), shift);
      counts[i] = times(i);
    }
    return joined(coarse, counts);
  }

  /** The same samples in half the memory, where no digit is lost by that. */
  Distribution packed() {
    return new Distribution(values.packed(), times.packed());
  }

  int size() {
    return values.size();
  }

  double value(int index) {
    return values.at(index);
  }

  double times(int index) {
    return times.at(index);
  }

  /** Numbers by index, in eight or four bytes each. */
  private sealed interface Column {
    int size();

    double at(int index);

    Column packed();

    final class Wide implements Column {
      private final double[] numbers;

      Wide(double[] numbers) {
        this.numbers = numbers;
      }

      @Override
      public int size() {
        return numbers.length;
      }

      @Override
      public double at(int index) {
        return numbers[index];
      }

      @Override
      public Column packed() {
        float[] narrow = new float[numbers.length];
        for (int i = 0; i < narrow.length; i++) {
          narrow[i] = (float) numbers[i];
          if (narrow[i] != numbers[i]) {
            return this;
          }
        }
        return new Narrow(narrow);
      }
    }

    final class Narrow implements Column {
      private final float[] numbers;

      Narrow(float[] numbers) {
        this.numbers = numbers;
      }

      @Override
      public int size() {
        return numbers.length;
      }

      @Override
      public double at(int index) {
        return numbers[index];
      }

      @Override
      public Column packed() {
        return this;
      }
    }
  }
}
