package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How long a command waits for what it waits for. */
final class Waiting {
  /** Source: our choice, because an alarm of 10 seconds cannot change more often, and AWS counts calls. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "15m", converter = DurationWord.class,
      description = "Longest wait, ${DEFAULT-VALUE} unless told; then exit 124.")
  private Duration limit = Duration.ofMinutes(15);

  /** Asks again until the answer is the one that is waited for. */
  <T> T until(Surroundings around, Supplier<T> question, Predicate<T> isDone, String what) {
    Instant end = around.clock().instant().plus(limit);
    while (true) {
      T answer = question.get();
      if (isDone.test(answer)) {
        return answer;
      }
      if (!around.clock().instant().plus(EVERY).isBefore(end)) {
        throw Refusal.timedOut("after " + limit.toSeconds() + " s " + what, "Wait longer with --timeout, or see why");
      }
      around.clock().pause(EVERY);
    }
  }
}
