package io.sagescale.serving;

import java.util.Arrays;

/** What runs, ordered by when it ends; equal ends in the order they were started. A binary heap in primitive arrays. */
final class FinishHeap {
  private static final int FIRST_SIZE = 16;

  private long[] ends = new long[FIRST_SIZE];
  private long[] turns = new long[FIRST_SIZE];
  private long[] items = new long[FIRST_SIZE];
  private int size;
  private long turn;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The earliest end; {@code Long.MAX_VALUE} when nothing runs. */
  long firstEnd() {
    return size == 0 ? Long.MAX_VALUE : ends[0];
  }

  long firstItem() {
    return items[0];
  }

  void push(long end, long item) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      turns = Arrays.copyOf(turns, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
    }
    rise(size++, end, turn++, item);
  }

  void removeFirst() {
    removeAt(0);
  }

  /** {@link #removeFirst} and {@link #push} in one. */
  void replaceFirst(long end, long item) {
    sink(0, end, turn++, item);
  }

  /** Takes an item out wherever it is; false when it is not here. Linear in the size. */
  boolean remove(long item) {
    int at = indexOf(item);
    if (at < 0) {
      return false;
    }
    removeAt(at);
    return true;
  }

  /** Brings an item's end forward. Linear in the size. */
  void bringForward(long item, long end) {
    int at = indexOf(item);
    if (at < 0 || ends[at] < end) {
      throw new IllegalStateException("item %d at %d cannot end at %d".formatted(item, at, end));
    }
    rise(at, end, turns[at], item);
  }

  /** Multiplies what is left of every end after {@code now}. */
  void stretch(long now, double factor) {
    for (int i = 0; i < size; i++) {
      ends[i] = now + Math.round((ends[i] - now) * factor);
    }
    for (int i = size / 2 - 1; i >= 0; i--) { // rounding can make ends equal, and then turns decide
      sink(i, ends[i], turns[i], items[i]);
    }
  }

  void clear() {
    size = 0;
  }

  private int indexOf(long item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    return -1;
  }

  private void removeAt(int at) {
    size--;
    if (at == size) {
      return;
    }
    long end = ends[size];
    long itsTurn = turns[size];
    long item = items[size];
    if (at > 0 && isBefore(end, itsTurn, (at - 1) >>> 1)) {
      rise(at, end, itsTurn, item);
    } else {
      sink(at, end, itsTurn, item);
    }
  }

  private void rise(int from, long end, long itsTurn, long item) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!isBefore(end, itsTurn, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(at, end, itsTurn, item);
  }

  private void sink(int from, long end, long itsTurn, long item) {
    int at = from;
    int child = 2 * at + 1;
    while (child < size) {
      if (child + 1 < size && isBefore(ends[child + 1], turns[child + 1], child)) {
        child++;
      }
      if (isBefore(end, itsTurn, child)) {
        break;
      }
      move(child, at);
      at = child;
      child = 2 * at + 1;
    }
    put(at, end, itsTurn, item);
  }

  private boolean isBefore(long end, long itsTurn, int other) {
    return end < ends[other] || (end == ends[other] && itsTurn < turns[other]);
  }

  private void move(int from, int to) {
    ends[to] = ends[from];
    turns[to] = turns[from];
    items[to] = items[from];
  }

  private void put(int at, long end, long itsTurn, long item) {
    ends[at] = end;
    turns[at] = itsTurn;
    items[at] = item;
  }
}
