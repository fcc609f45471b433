package io.sagescale.metrics;

import java.util.Arrays;

/**
 * Collects the samples of the running window, value by value.
 *
 * <p>Called once per request, so adding allocates nothing while a window has up to {@link Distribution#EXACT_VALUES}
 * distinct values. Beyond them values share buckets, as {@link Distribution} says.
 */
public final class SampleAccumulator {
  private static final int INITIAL_SLOTS = 2 * Distribution.EXACT_VALUES;

  private double[] values = new double[INITIAL_SLOTS];
  private double[] times = new double[INITIAL_SLOTS]; // 0 marks a free slot
  private int distinct;
  private boolean isCoarse;
  private double count;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  public void add(double value) {
    add(value, 1);
  }

  /** Adds a finite value seen {@code often} times; 0 times changes nothing. */
  public void add(double value, int often) {
    if (!Double.isFinite(value) || often < 0) {
      throw new IllegalArgumentException("sample %s seen %s times".formatted(value, often));
    }
    if (often == 0) {
      return;
    }
    count += often;
    sum += value * often;
    min = Math.min(min, value);
    max = Math.max(max, value);
    store(isCoarse ? Distribution.bucket(value, Distribution.FINE_SHIFT) : value + 0.0, often);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** What was added since the last call; the accumulator is empty afterwards. Refuses an empty one. */
  public Samples drain() {
    if (isEmpty()) {
      throw new IllegalStateException("no samples to drain");
    }
    Samples samples = new Samples(count, sum, min, max, distinct > 1 ? sorted() : null);
    Arrays.fill(times, 0);
    distinct = 0;
    isCoarse = false;
    count = 0;
    sum = 0;
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    return samples;
  }

  private void store(double value, double often) {
    int slot = slotOf(value);
    if (times[slot] == 0) {
      if (distinct == (isCoarse ? values.length / 2 : Distribution.EXACT_VALUES)) {
        makeRoom();
        store(isCoarse ? Distribution.bucket(value, Distribution.FINE_SHIFT) : value, often);
        return;
      }
      values[slot] = value;
      distinct++;
    }
    times[slot] += often;
  }

  private int slotOf(double value) {
    long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
    int mask = values.length - 1;
    int slot = (int) (bits >>> 40) & mask;
    while (times[slot] != 0 && values[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The first overflow turns to buckets; a later one, with very wide values, doubles the table. */
  private void makeRoom() {
    double[] oldValues = values;
    double[] oldTimes = times;
    int slots = isCoarse ? 2 * values.length : values.length;
    isCoarse = true;
    distinct = 0;
    values = new double[slots];
    times = new double[slots];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldTimes[i] != 0) {
        store(Distribution.bucket(oldValues[i], Distribution.FINE_SHIFT), oldTimes[i]);
      }
    }
  }

  private Distribution sorted() {
    double[] rising = new double[distinct];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (times[i] != 0) {
        rising[size++] = values[i];
      }
    }
    Arrays.sort(rising);
    double[] often = new double[size];
    for (int i = 0; i < size; i++) {
      often[i] = times[slotOf(rising[i])];
    }
    return Distribution.joined(rising, often);
  }
}
