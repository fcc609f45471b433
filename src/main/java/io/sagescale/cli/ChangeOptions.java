package io.sagescale.cli;

import picocli.CommandLine.Option;

/** Options of commands that change something. */
final class ChangeOptions {
  @Option(names = "--dry-run", description = "Print the calls instead of making them; -o aws as commands of aws.")
  boolean isDry;
}
