package io.sagescale.engine;

import java.time.Instant;

/** Instants as nanoseconds since the epoch, good until the year 2262. */
public final class Nanos {
  public static final long PER_SECOND = 1_000_000_000L;

  private Nanos() {}

  public static long of(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano());
  }

  public static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
  }
}
