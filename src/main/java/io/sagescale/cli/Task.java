package io.sagescale.cli;

/** What a command does once its words are parsed. */
interface Task {
  /** The exit code. Throws {@link Refusal} for what a person can mend. */
  int run();
}
