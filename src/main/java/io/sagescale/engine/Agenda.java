package io.sagescale.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is due when: a heap ordered by time, then {@link Rank}, then insertion. Primitive keys beside the entries, because
 * every request passes through it twice.
 *
 * @param <T> what is due
 */
public final class Agenda<T> {
  /** Most entries at once; more is a bug of the world, which would otherwise eat the memory. */
  private static final int MAX_ENTRIES = 1 << 24;

  private static final int RANK_SHIFT = 58;

  private long[] times = new long[64];
  private long[] orders = new long[64];
  private @Nullable Object[] entries = new Object[64];
  private int size;
  private long inserted;
  private long firstTime;

  public void add(long atNanos, Rank rank, T entry) {
    if (size == times.length) {
      grow();
    }
    long order = ((long) rank.ordinal() << RANK_SHIFT) | inserted++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!isBefore(atNanos, order, times[parent], orders[parent])) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    place(hole, atNanos, order, entry);
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** When the next entry is due; {@link Long#MAX_VALUE} when there is none. */
  public long nextNanos() {
    return size == 0 ? Long.MAX_VALUE : times[0];
  }

  /** Takes the next entry. */
  @SuppressWarnings("unchecked")
  public T poll() {
    if (size == 0) {
      throw new IllegalStateException("nothing is due");
    }
    T first = (T) entries[0];
    firstTime = times[0];
    size--;
    long time = times[size];
    long order = orders[size];
    Object entry = entries[size];
    entries[size] = null;
    if (size > 0) {
      sink(time, order, entry);
    }
    if (first == null) {
      throw new IllegalStateException("an entry at " + firstTime + " is null");
    }
    return first;
  }

  private void sink(long time, long order, @Nullable Object entry) {
    int hole = 0;
    int child = 1;
    while (child < size) {
      int right = child + 1;
      if (right < size && isBefore(times[right], orders[right], times[child], orders[child])) {
        child = right;
      }
      if (!isBefore(times[child], orders[child], time, order)) {
        break;
      }
      move(child, hole);
      hole = child;
      child = 2 * hole + 1;
    }
    place(hole, time, order, entry);
  }

  private static boolean isBefore(long timeA, long orderA, long timeB, long orderB) {
    return timeA < timeB || (timeA == timeB && orderA < orderB);
  }

  private void move(int from, int to) {
    times[to] = times[from];
    orders[to] = orders[from];
    entries[to] = entries[from];
  }

  private void place(int at, long time, long order, @Nullable Object entry) {
    times[at] = time;
    orders[at] = order;
    entries[at] = entry;
  }

  private void grow() {
    if (size >= MAX_ENTRIES) {
      throw new IllegalStateException("more than " + MAX_ENTRIES + " entries are due");
    }
    times = Arrays.copyOf(times, size * 2);
    orders = Arrays.copyOf(orders, size * 2);
    entries = Arrays.copyOf(entries, size * 2);
  }
}
