package io.sagescale.serving;

import java.util.Arrays;

/** The requests that hold a place in a batch, in primitive columns; a place is a small number that is used again. */
final class Sequences {
  private static final int FIRST_SIZE = 16;

  private long[] ids = new long[FIRST_SIZE];
  private long[] contextBases = new long[FIRST_SIZE];
  private long[] reservations = new long[FIRST_SIZE];
  private int[] outputs = new int[FIRST_SIZE];
  private boolean[] taken = new boolean[FIRST_SIZE];
  private boolean[] gone = new boolean[FIRST_SIZE];
  private int[] free = new int[FIRST_SIZE];
  private int freeCount;
  private int used;
  private int size;

  int size() {
    return size;
  }

  int take(long id, long reservation, int outputTokens) {
    int place = freeCount > 0 ? free[--freeCount] : newPlace();
    ids[place] = id;
    reservations[place] = reservation;
    outputs[place] = outputTokens;
    taken[place] = true;
    gone[place] = false;
    size++;
    return place;
  }

  void release(int place) {
    taken[place] = false;
    free[freeCount++] = place;
    size--;
  }

  /** The place of a request that has not been given up, or -1. Linear in the batch. */
  int find(long id) {
    for (int place = 0; place < used; place++) {
      if (ids[place] == id && taken[place] && !gone[place]) {
        return place;
      }
    }
    return -1;
  }

  long id(int place) {
    return ids[place];
  }

  /** Tokens of the answer, 1 or more. */
  int outputTokens(int place) {
    return outputs[place];
  }

  /** Tokens kept free for it in the KV cache. */
  long reservation(int place) {
    return reservations[place];
  }

  /** Its context is this plus the number of the iteration. */
  long contextBase(int place) {
    return contextBases[place];
  }

  void contextBase(int place, long base) {
    contextBases[place] = base;
  }

  void giveUp(int place) {
    gone[place] = true;
  }

  boolean isGivenUp(int place) {
    return gone[place];
  }

  void clear() {
    Arrays.fill(taken, false);
    freeCount = 0;
    used = 0;
    size = 0;
  }

  private int newPlace() {
    if (used == ids.length) {
      int length = 2 * used;
      ids = Arrays.copyOf(ids, length);
      contextBases = Arrays.copyOf(contextBases, length);
      reservations = Arrays.copyOf(reservations, length);
      outputs = Arrays.copyOf(outputs, length);
      taken = Arrays.copyOf(taken, length);
      gone = Arrays.copyOf(gone, length);
      free = Arrays.copyOf(free, length);
    }
    return used++;
  }
}
