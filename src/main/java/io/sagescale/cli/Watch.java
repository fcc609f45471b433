package io.sagescale.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/** The time, waiting for it, and being told that it is over. */
public interface Watch extends InstantSource {
  /** Comes back when the duration has passed. */
  void pause(Duration duration);

  /**
   * From now on Ctrl-C and the system's wish to end are told, with the exit code that they ask for, in place of ending the
   * process at once.
   */
  default void onEnd(IntConsumer ending) {
    // nobody asks
  }
}
