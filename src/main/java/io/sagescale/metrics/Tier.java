package io.sagescale.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The windows of one series at one resolution: a ring in order of start, oldest first.
 *
 * <p>Windows of one start that become visible at the same instant are one entry. Primitive columns, because alarms read
 * some hundred windows per evaluation.
 */
final class Tier {
  /** Entries of one start before further ones share the last one's later visibility. Source: our choice, a bound. */
  static final int ENTRIES_PER_START = 4;

  private static final int INITIAL_CAPACITY = 8;

  private long[] startSeconds = new long[INITIAL_CAPACITY];
  private long[] visibleNanos = new long[INITIAL_CAPACITY];
  private double[] counts = new double[INITIAL_CAPACITY];
  private double[] sums = new double[INITIAL_CAPACITY];
  private double[] minima = new double[INITIAL_CAPACITY];
  private double[] maxima = new double[INITIAL_CAPACITY];
  private @Nullable Distribution @Nullable [] distributions; // from the first entry that has one
  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long startSecond(int index) {
    return startSeconds[at(index)];
  }

  long visibleNanos(int index) {
    return visibleNanos[at(index)];
  }

  double count(int index) {
    return counts[at(index)];
  }

  double sum(int index) {
    return sums[at(index)];
  }

  double min(int index) {
    return minima[at(index)];
  }

  double max(int index) {
    return maxima[at(index)];
  }

  Samples samples(int index) {
    int slot = at(index);
    return new Samples(counts[slot], sums[slot], minima[slot], maxima[slot],
        distributions == null ? null : distributions[slot]);
  }

  /**
   * Index of the first entry that starts at or after the second; {@link #size()} when none does. Looked for from the newest
   * back, in growing strides, because the newest are what is read.
   */
  int firstFrom(long second) {
    int high = size;
    int stride = 1;
    while (high > 0 && startSecond(Math.max(0, high - stride)) >= second) {
      high = Math.max(0, high - stride);
      stride *= 2;
    }
    int low = Math.max(0, high - stride);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startSecond(middle) < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void put(long startSecond, long visible, Samples samples) {
    int end = size > 0 && startSecond(size - 1) > startSecond ? firstFrom(startSecond + 1) : size;
    int same = 0;
    for (int i = end - 1; i >= 0 && startSecond(i) == startSecond; i--) {
      if (visibleNanos(i) == visible) {
        write(at(i), startSecond, visible, samples(i).merge(samples));
        return;
      }
      same++;
    }
    if (same >= ENTRIES_PER_START) {
      int last = at(end - 1);
      write(last, startSecond, Math.max(visible, visibleNanos[last]), samples(end - 1).merge(samples));
      return;
    }
    insert(end, startSecond, visible, samples);
  }

  /** Joins the window into the entry of its start, which is visible when both are. */
  void fold(long startSecond, long visible, Samples samples) {
    int index = firstFrom(startSecond);
    if (index < size && startSecond(index) == startSecond) {
      write(at(index), startSecond, Math.max(visible, visibleNanos(index)), samples(index).merge(samples).folded());
    } else {
      insert(index, startSecond, visible, samples.folded());
    }
  }

  void dropOldest() {
    if (distributions != null) {
      distributions[head] = null;
    }
    head = (head + 1) & (startSeconds.length - 1);
    size--;
  }

  private void insert(int index, long startSecond, long visible, Samples samples) {
    if (size == startSeconds.length) {
      grow();
    }
    size++;
    for (int i = size - 1; i > index; i--) {
      copy(at(i - 1), at(i));
    }
    write(at(index), startSecond, visible, samples);
  }

  private int at(int index) {
    return (head + index) & (startSeconds.length - 1);
  }

  private void write(int slot, long startSecond, long visible, Samples samples) {
    startSeconds[slot] = startSecond;
    visibleNanos[slot] = visible;
    counts[slot] = samples.count();
    sums[slot] = samples.sum();
    minima[slot] = samples.min();
    maxima[slot] = samples.max();
    Distribution distribution = samples.storedDistribution();
    if (distributions != null) {
      distributions[slot] = distribution;
    } else if (distribution != null) {
      distributions = new @Nullable Distribution[startSeconds.length];
      distributions[slot] = distribution;
    }
  }

  private void copy(int from, int to) {
    startSeconds[to] = startSeconds[from];
    visibleNanos[to] = visibleNanos[from];
    counts[to] = counts[from];
    sums[to] = sums[from];
    minima[to] = minima[from];
    maxima[to] = maxima[from];
    if (distributions != null) {
      distributions[to] = distributions[from];
    }
  }

  private void grow() {
    int capacity = 2 * size;
    startSeconds = straight(startSeconds, capacity);
    visibleNanos = straight(visibleNanos, capacity);
    counts = straight(counts, capacity);
    sums = straight(sums, capacity);
    minima = straight(minima, capacity);
    maxima = straight(maxima, capacity);
    if (distributions != null) {
      @Nullable Distribution[] wider = new @Nullable Distribution[capacity];
      System.arraycopy(distributions, head, wider, 0, size - head);
      System.arraycopy(distributions, 0, wider, size - head, head);
      distributions = wider;
    }
    head = 0;
  }

  private long[] straight(long[] column, int capacity) {
    long[] wider = new long[capacity];
    System.arraycopy(column, head, wider, 0, size - head);
    System.arraycopy(column, 0, wider, size - head, head);
    return wider;
  }

  private double[] straight(double[] column, int capacity) {
    double[] wider = new double[capacity];
    System.arraycopy(column, head, wider, 0, size - head);
    System.arraycopy(column, 0, wider, size - head, head);
    return wider;
  }
}
