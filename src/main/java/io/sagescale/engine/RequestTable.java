package io.sagescale.engine;

import java.util.Arrays;

/**
 * The requests in flight, as primitive columns. An id is a slot and the slot's generation, so that a report about an ended
 * request never meets its successor.
 */
final class RequestTable {
  private int[] generation = new int[64];
  private int[] copy = new int[64];
  private int[] meter = new int[64];
  private long[] arrivedNanos = new long[64];
  private long[] firstTokenNanos = new long[64];
  private long[] tag = new long[64];
  private boolean[] isLive = new boolean[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  long open(int onCopy, int ofMeter, long nowNanos, long senderTag) {
    int slot = freeCount > 0 ? free[--freeCount] : fresh();
    copy[slot] = onCopy;
    meter[slot] = ofMeter;
    arrivedNanos[slot] = nowNanos;
    firstTokenNanos[slot] = 0;
    tag[slot] = senderTag;
    isLive[slot] = true;
    return ((long) generation[slot] << 32) | slot;
  }

  boolean isLive(long request) {
    int slot = (int) request;
    return isLive[slot] && generation[slot] == (int) (request >>> 32);
  }

  void close(long request) {
    int slot = (int) request;
    isLive[slot] = false;
    generation[slot]++;
    free[freeCount++] = slot;
  }

  int copy(long request) {
    return copy[(int) request];
  }

  int meter(long request) {
    return meter[(int) request];
  }

  long arrivedNanos(long request) {
    return arrivedNanos[(int) request];
  }

  long tag(long request) {
    return tag[(int) request];
  }

  long firstTokenNanos(long request) {
    return firstTokenNanos[(int) request];
  }

  void firstToken(long request, long nowNanos) {
    firstTokenNanos[(int) request] = nowNanos;
  }

  /** The live requests of one copy, by slot. Walks the whole table: for crashes, not for the hot path. */
  long[] onCopy(int wanted) {
    long[] found = new long[used];
    int count = 0;
    for (int slot = 0; slot < used; slot++) {
      if (isLive[slot] && copy[slot] == wanted) {
        found[count++] = ((long) generation[slot] << 32) | slot;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int fresh() {
    if (used == generation.length) {
      int length = used * 2;
      generation = Arrays.copyOf(generation, length);
      copy = Arrays.copyOf(copy, length);
      meter = Arrays.copyOf(meter, length);
      arrivedNanos = Arrays.copyOf(arrivedNanos, length);
      firstTokenNanos = Arrays.copyOf(firstTokenNanos, length);
      tag = Arrays.copyOf(tag, length);
      isLive = Arrays.copyOf(isLive, length);
      free = Arrays.copyOf(free, length);
    }
    return used++;
  }
}
