package io.sagescale.routing;

import java.util.Arrays;

/**
 * How many requests each copy has in flight, queued ones included, with the extremes and the time average of the running
 * 10-second window. Primitive arrays by copy id: this is touched twice per request.
 */
public final class InFlight {
  private int[] count = new int[16];
  private int[] least = new int[16];
  private int[] most = new int[16];
  private double[] areaNanos = new double[16];
  private long[] changedNanos = new long[16];
  private long total;

  /** Makes room for a copy; one that was there before keeps its counts. */
  public void open(int copy) {
    if (copy >= count.length) {
      int length = Math.max(copy + 1, count.length * 2);
      count = Arrays.copyOf(count, length);
      least = Arrays.copyOf(least, length);
      most = Arrays.copyOf(most, length);
      areaNanos = Arrays.copyOf(areaNanos, length);
      changedNanos = Arrays.copyOf(changedNanos, length);
    }
  }

  /** One more request on the copy; returns the new count. */
  public int add(int copy, long nowNanos) {
    accrue(copy, nowNanos);
    int now = ++count[copy];
    if (now > most[copy]) {
      most[copy] = now;
    }
    total++;
    return now;
  }

  /** One request less on the copy; returns the new count. */
  public int remove(int copy, long nowNanos) {
    accrue(copy, nowNanos);
    int now = --count[copy];
    if (now < 0) {
      throw new IllegalStateException("copy " + copy + " has " + now + " requests in flight");
    }
    if (now < least[copy]) {
      least[copy] = now;
    }
    total--;
    return now;
  }

  public int count(int copy) {
    return count[copy];
  }

  /** Requests in flight on all copies. */
  public long total() {
    return total;
  }

  /** The lowest count within the window so far. */
  public int least(int copy) {
    return least[copy];
  }

  /** The highest count within the window so far. */
  public int most(int copy) {
    return most[copy];
  }

  /** Request-nanoseconds within the window so far. */
  public double areaNanos(int copy, long nowNanos) {
    return areaNanos[copy] + (double) count[copy] * (nowNanos - changedNanos[copy]);
  }

  /** Begins the next window. */
  public void reset(int copy, long nowNanos) {
    areaNanos[copy] = 0;
    changedNanos[copy] = nowNanos;
    least[copy] = count[copy];
    most[copy] = count[copy];
  }

  private void accrue(int copy, long nowNanos) {
    areaNanos[copy] += (double) count[copy] * (nowNanos - changedNanos[copy]);
    changedNanos[copy] = nowNanos;
  }
}
