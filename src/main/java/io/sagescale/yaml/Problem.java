package io.sagescale.yaml;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file that a person should change, where it stands, and what to write instead.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param what one sentence without a full stop
 * @param nextStep one sentence without a full stop
 * @param rule the code of the rule of meaning that is broken, such as {@code SG001}; null when the file cannot be read
 */
public record Problem(
    String file, int line, int column, Severity severity, String what, String nextStep, @Nullable String rule) {
  /** One that keeps the file from being read as it stands. */
  public Problem(String file, int line, int column, Severity severity, String what, String nextStep) {
    this(file, line, column, severity, what, nextStep, null);
  }

  /** Whether the file can be used in spite of the problem. */
  public enum Severity { ERROR, WARNING }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line people see: {@code file:line:column: error: what. nextStep.}, the rule before the second colon. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase(Locale.ROOT)
        + (rule == null ? "" : " " + rule) + ": " + what + ". "
        + nextStep + (nextStep.endsWith("?") ? "" : ".");
  }
}
