package io.sagescale.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --yes}, without which nothing is changed until a person at the terminal says so. */
final class Sure {
  @Option(names = {"-y", "--yes"}, description = "Do it without being asked.")
  private boolean isSure;

  /**
   * Comes back when it is to be done.
   *
   * @param what it does, as the beginning of a sentence
   * @param look the command that shows what there is
   * @throws Refusal when the person does not want it, or there is no person to be asked
   */
  void check(Surroundings around, String what, String look) {
    String show = "; what there is: " + look;
    refuseUnattended(around, what, show);
    ask(around, what + ". Go on?", show);
  }

  /**
   * Nothing is begun where nobody can be asked.
   *
   * @param show the rest of a sentence that begins with "add --yes"
   */
  void refuseUnattended(Surroundings around, String what, String show) {
    if (!isSure && !around.person().isThere()) {
      throw Refusal.usage(what, "Add --yes" + show);
    }
  }

  /** Asks, where a person is there, and comes back when the answer is yes. */
  void ask(Surroundings around, String question, String show) {
    if (isSure) {
      return;
    }
    @Nullable String answer = around.person().answer(question + " [y/N] ");
    if (answer == null || !answer.strip().matches("(?i)y|yes")) {
      throw Refusal.failed("nothing was changed", "Answer y, or add --yes" + show);
    }
  }
}
