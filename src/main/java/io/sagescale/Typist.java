package io.sagescale;

import io.sagescale.cli.Person;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The person who types into the standard input, if that is a terminal. */
final class Typist implements Person {
  private final PrintStream err;

  Typist(PrintStream err) {
    this.err = err;
  }

  /** The launcher tells which streams lead to a terminal; without it, the console is asked. */
  @Override
  public boolean isThere() {
    String streams = System.getProperty("sagescale.terminal");
    if (streams != null) {
      return streams.contains("0");
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public @Nullable String answer(String question) {
    err.print(question);
    err.flush();
    try {
      return new BufferedReader(new InputStreamReader(System.in, System.out.charset())).readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
