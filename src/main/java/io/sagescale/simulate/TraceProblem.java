package io.sagescale.simulate;

/**
 * Something wrong with what a person put into a trace, rate or quantile file, and what to do about it.
 *
 * <p>The message reads {@code name:line:column: error: what. nextStep}, as problems of all files do; without a line it is
 * about the file as a whole, and told at its first place.
 */
public final class TraceProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final int line;
  private final int column;
  private final String what;
  private final String nextStep;

  /**
   * @param line from 1; 0 when it is about the whole file
   * @param column in bytes from 1; 0 when it is about the whole file
   * @param what without a full stop
   * @param nextStep a sentence of what to do, with its full stop
   */
  public TraceProblem(String name, int line, int column, String what, String nextStep) {
    super(name + ":" + Math.max(1, line) + ":" + Math.max(1, column) + ": error: " + what + ". " + nextStep);
    this.name = name;
    this.line = line;
    this.column = column;
    this.what = what;
    this.nextStep = nextStep;
  }

  public String name() {
    return name;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  public String what() {
    return what;
  }

  public String nextStep() {
    return nextStep;
  }
}
