package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Looking again and again for what is new, until a person has seen enough. */
final class Following {
  @Option(names = "--for", paramLabel = "TIME", converter = DurationWord.class, description = "Stop after this time.")
  private @Nullable Duration length;

  boolean isLimited() {
    return length != null;
  }

  /** Looks at once, and every five seconds, until the time is over or the command is interrupted. */
  int follow(Surroundings around, Runnable look) {
    @Nullable Instant end = length == null ? null : around.clock().instant().plus(length);
    while (true) {
      look.run();
      around.out().flush();
      if (end != null && !around.clock().instant().plus(WaitOption.OF_SCALING).isBefore(end)) {
        return Exit.DONE;
      }
      around.clock().pause(WaitOption.OF_SCALING);
    }
  }
}
