package io.sagescale.alarm;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Immutable data points that box only what is looked at: an evaluation hands out 90 of them every ten seconds. */
final class Readings extends AbstractList<Double> implements RandomAccess {
  private final double[] values;

  private Readings(double[] values) {
    this.values = values;
  }

  /** The latest {@code most} real points of the first {@code size} slots, oldest first. */
  static List<Double> latest(double[] slots, int size, int most) {
    double[] found = new double[Math.min(most, size)];
    int free = found.length;
    for (int i = size - 1; i >= 0 && free > 0; i--) {
      if (!Double.isNaN(slots[i])) {
        found[--free] = slots[i];
      }
    }
    return new Readings(free == 0 ? found : Arrays.copyOfRange(found, free, found.length));
  }

  @Override
  public Double get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
