package io.sagescale;

import io.sagescale.cli.Exit;
import io.sagescale.cli.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import sun.misc.Signal;

/** The time of the machine. */
final class WallClock implements Watch {
  private static final int INTERRUPTED = 130;

  @Override
  public Instant instant() {
    return Instant.now();
  }

  /** Comes back early when the process is interrupted, whose shutdown then goes on. */
  @Override
  public void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ctrl-C asks for 130, as shells have it; a stop by the system is no failure. */
  @Override
  public void onEnd(IntConsumer ending) {
    Signal.handle(new Signal("INT"), signal -> ending.accept(INTERRUPTED));
    Signal.handle(new Signal("TERM"), signal -> ending.accept(Exit.DONE));
  }
}
