package io.sagescale.cli;

import io.sagescale.report.Look;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {
  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean isHelp;

  @Option(names = "--no-color", description = "No colours; also set by NO_COLOR.")
  boolean isPlain;

  @Option(names = "--ascii", description = "Charts and marks in ASCII only.")
  boolean isAscii;

  @Option(names = {"-q", "--quiet"}, description = "Say nothing on stderr but errors.")
  boolean isQuiet;

  @Option(names = "--debug", description = "Show the stack trace of a bug.")
  private boolean isDebug;

  /** How text on stdout may look. */
  Look look(Surroundings around) {
    boolean isColoured = around.terminal().isOut() && !isPlain && around.variable("NO_COLOR") == null
        && !"dumb".equals(around.environment().get("TERM"));
    return new Look(columns(around), isColoured, isAscii || !around.out().charset().newEncoder().canEncode("⣿█━…"));
  }

  /** {@code COLUMNS}, else the terminal's own width, else 80. */
  static int columns(Surroundings around) {
    String columns = around.variable("COLUMNS");
    if (columns != null && columns.matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(columns);
    }
    return around.terminal().columns() > 0 ? around.terminal().columns() : Look.USUAL_COLUMNS;
  }
}
