package io.sagescale.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code version}: name and version on one line. */
@Command(
    name = "version",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale version",
    header = "Print the version.",
    description = "")
final class VersionCommand implements Task {
  /** The version of this build; a test holds it against the pom. */
  static final String VERSION = "0.1.0";

  @Mixin private CommonOptions common;

  private final Surroundings around;

  VersionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    around.out().println("sagescale " + VERSION);
    return Exit.DONE;
  }
}
