package io.sagescale.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --yes}, without which nothing is deleted until a person at the terminal says so. */
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
    if (isSure) {
      return;
    }
    if (!around.person().isThere()) {
      throw Refusal.usage(what, "Add --yes; what there is: " + look);
    }
    @Nullable String answer = around.person().answer(what + ". Go on? [y/N] ");
    if (answer == null || !answer.strip().matches("(?i)y|yes")) {
      throw Refusal.failed("nothing was changed", "Answer y, or add --yes; what there is: " + look);
    }
  }
}
