package io.sagescale.cli;

import java.util.Locale;

/** A form in which a plan is written. */
enum PlanFormat {
  TEXT, JSON, MARKDOWN;

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
