package io.sagescale;

import io.sagescale.cli.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The person who types into the standard input, if that is a terminal.
 *
 * @param err where questions are shown
 */
record Typist(boolean isThere, BufferedReader in, PrintStream err) implements Person {
  @Override
  public @Nullable String answer(String question) {
    err.print(question);
    err.flush();
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
