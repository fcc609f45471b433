package io.sagescale.simulate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts reversals of the direction of scaling that follow each other too soon. */
final class FlapCount {
  private @Nullable Instant lastAt;
  private boolean wasOut;
  private int flaps;

  void scaled(boolean isOut, Instant at) {
    Instant before = lastAt;
    if (before != null && wasOut != isOut
        && Duration.between(before, at).compareTo(RunResult.Totals.FLAP_WINDOW) <= 0) {
      flaps++;
    }
    lastAt = at;
    wasOut = isOut;
  }

  int flaps() {
    return flaps;
  }
}
