package io.sagescale.serving;

import java.util.Arrays;

/** A first-in first-out line of requests, each with one number about it; a ring that grows to what it has to hold. */
final class WaitingLine {
  private static final int FIRST_SIZE = 16;

  private long[] ids = new long[FIRST_SIZE];
  private long[] loads = new long[FIRST_SIZE];
  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long id, long load) {
    if (size == ids.length) {
      grow();
    }
    int at = (head + size) & (ids.length - 1);
    ids[at] = id;
    loads[at] = load;
    size++;
  }

  long headId() {
    return ids[head];
  }

  long headLoad() {
    return loads[head];
  }

  void removeHead() {
    head = (head + 1) & (ids.length - 1);
    size--;
  }

  /** Position of a request counted from the head, or -1. Impatient requests are the oldest, so the search starts there. */
  int indexOf(long id) {
    for (int i = 0; i < size; i++) {
      if (ids[(head + i) & (ids.length - 1)] == id) {
        return i;
      }
    }
    return -1;
  }

  /** Takes a request out of the middle; returns its load. */
  long remove(int index) {
    int mask = ids.length - 1;
    long load = loads[(head + index) & mask];
    for (int i = index; i > 0; i--) {
      ids[(head + i) & mask] = ids[(head + i - 1) & mask];
      loads[(head + i) & mask] = loads[(head + i - 1) & mask];
    }
    removeHead();
    return load;
  }

  void clear() {
    head = 0;
    size = 0;
  }

  private void grow() {
    int length = ids.length;
    long[] biggerIds = Arrays.copyOf(ids, 2 * length);
    long[] biggerLoads = Arrays.copyOf(loads, 2 * length);
    System.arraycopy(ids, 0, biggerIds, length, head);
    System.arraycopy(loads, 0, biggerLoads, length, head);
    ids = biggerIds;
    loads = biggerLoads;
  }
}
