package io.sagescale.yaml;

import java.util.Locale;

/**
 * Something in a file that a person should change, where it stands, and what to write instead.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param what one sentence without a full stop
 * @param nextStep one sentence without a full stop
 */
public record Problem(String file, int line, int column, Severity severity, String what, String nextStep) {
  /** Whether the file can be used in spite of the problem. */
  public enum Severity { ERROR, WARNING }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line people see: {@code file:line:column: error: what. nextStep.} */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + what + ". "
        + nextStep + (nextStep.endsWith("?") ? "" : ".");
  }
}
