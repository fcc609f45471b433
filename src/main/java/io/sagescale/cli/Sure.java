package io.sagescale.cli;

import picocli.CommandLine.Option;

/** {@code --yes}, without which nothing is deleted that does not come back. */
final class Sure {
  @Option(names = {"-y", "--yes"}, description = "Delete without being asked.")
  private boolean isSure;

  /** Refuses unless the person said so. */
  void check(String what, String look) {
    if (!isSure) {
      throw Refusal.usage(what, "Add --yes; what there is: " + look);
    }
  }
}
