package io.sagescale.cli;

import java.time.Duration;
import java.time.InstantSource;

/** The time, and waiting for it. */
public interface Watch extends InstantSource {
  /** Comes back when the duration has passed. */
  void pause(Duration duration);
}
