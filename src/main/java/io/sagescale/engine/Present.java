package io.sagescale.engine;

import java.time.Instant;

/** The engine's present: what time it is, and where to write what follows from it. */
final class Present {
  private final Outbox outbox = new Outbox();
  private long nanos;
  private Instant now;

  Present(Instant start) {
    this.now = start;
    this.nanos = Nanos.of(start);
  }

  void advanceTo(long later) {
    if (later < nanos) {
      throw new IllegalArgumentException("time goes back from " + nanos + " to " + later);
    }
    if (later != nanos) {
      nanos = later;
      now = Nanos.toInstant(later);
    }
  }

  Outbox outbox() {
    return outbox;
  }

  long nanos() {
    return nanos;
  }

  Instant now() {
    return now;
  }

  void tell(Effect effect) {
    outbox.add(effect);
  }

  void wakeAt(Instant at, EngineEvent event) {
    outbox.add(new Effect.WakeAt(Math.max(Nanos.of(at), nanos), event));
  }
}
