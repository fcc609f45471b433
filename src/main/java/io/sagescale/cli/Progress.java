package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line on the terminal that tells how far a run has come; silent for runs under a second. */
final class Progress implements AutoCloseable {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Surroundings around;
  private final boolean isWanted;
  private final Instant began;
  private @Nullable Instant virtualStart;
  private @Nullable Instant said;

  Progress(Surroundings around, boolean isWanted) {
    this.around = around;
    this.isWanted = isWanted;
    this.began = around.clock().instant();
  }

  /**
   * How far one run is.
   *
   * @param end null when the run lasts until its traffic ends
   */
  void at(Instant virtualNow, @Nullable Instant end, long requests) {
    if (virtualStart == null) {
      virtualStart = virtualNow;
    }
    if (isTime()) {
      long gone = Duration.between(virtualStart, virtualNow).toMillis();
      String share = end == null ? ""
          : "%3d %%  ".formatted(Math.clamp(100 * gone / Math.max(1, Duration.between(virtualStart, end).toMillis()), 0, 100));
      say("%s%d:%02d:%02d simulated, %,d requests"
          .formatted(share, gone / 3_600_000, gone / 60_000 % 60, gone / 1000 % 60, requests));
    }
  }

  /** How many of several runs are done. */
  void at(int done, int all) {
    if (isTime()) {
      say("%d of %d runs".formatted(done, all));
    }
  }

  /** Takes the line off the terminal. */
  void clear() {
    if (said != null) {
      around.err().print("\r\u001b[K");
      around.err().flush();
      said = null;
    }
  }

  @Override
  public void close() {
    clear();
  }

  private boolean isTime() {
    if (!isWanted) {
      return false;
    }
    Instant now = around.clock().instant();
    boolean isTime = said == null
        ? Duration.between(began, now).compareTo(FIRST) > 0
        : Duration.between(said, now).compareTo(EVERY) > 0;
    if (isTime) {
      said = now;
    }
    return isTime;
  }

  private void say(String line) {
    around.err().print("\r" + line + "\u001b[K");
    around.err().flush();
  }
}
