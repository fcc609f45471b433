package io.sagescale.engine;

/**
 * The requests that one time limit holds for, oldest first. All have the same limit, so the oldest is always the next to
 * reach it, and one wake-up for the oldest is enough.
 */
final class TimeLimit {
  final long limitNanos;
  private long[] requests = new long[64];
  private int head;
  private int size;
  private boolean isWatched;

  TimeLimit(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  void add(long request, RequestTable table) {
    while (size > 0 && !table.isLive(requests[head])) {
      dropHead();
    }
    if (size == requests.length) {
      long[] larger = new long[size * 2];
      for (int i = 0; i < size; i++) {
        larger[i] = requests[(head + i) & (size - 1)];
      }
      requests = larger;
      head = 0;
    }
    requests[(head + size) & (requests.length - 1)] = request;
    size++;
  }

  /** The oldest live request that is over its limit, taken out; -1 when there is none. */
  long takeExpired(long nowNanos, RequestTable table) {
    while (size > 0) {
      long request = requests[head];
      if (!table.isLive(request)) {
        dropHead();
      } else if (table.arrivedNanos(request) + limitNanos <= nowNanos) {
        dropHead();
        return request;
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** When to look again; {@link Long#MAX_VALUE} when nothing is to be watched or a wake-up stands already. */
  long watchFrom(RequestTable table) {
    while (size > 0 && !table.isLive(requests[head])) {
      dropHead();
    }
    if (isWatched || size == 0) {
      return Long.MAX_VALUE;
    }
    isWatched = true;
    return table.arrivedNanos(requests[head]) + limitNanos;
  }

  void woken() {
    isWatched = false;
  }

  private void dropHead() {
    requests[head] = 0;
    head = (head + 1) & (requests.length - 1);
    size--;
  }
}
