package io.sagescale.cli;

import org.jspecify.annotations.Nullable;

/** Who sits before the terminal, if anyone does. */
public interface Person {
  /** False when what comes in is a file or another program, which cannot be asked. */
  boolean isThere();

  /** The line that is typed after the question; null when there is none. */
  @Nullable String answer(String question);
}
