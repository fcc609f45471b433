package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command meets of the world.
 *
 * @param out where results go
 * @param err where everything else goes
 * @param environment of the process
 * @param folder against which relative paths are read; the empty path keeps them as the person wrote them
 * @param clock for waiting, for what a person sees meanwhile, and for the time that "since" counts back from
 * @param person who answers questions
 * @param connector the way to AWS and to engines
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path folder,
    Watch clock,
    Terminal terminal,
    Person person,
    Workers workers,
    Connector connector) {

  /**
   * What is known of the terminal.
   *
   * @param columns its width, 0 when unknown
   */
  public record Terminal(boolean isOut, boolean isErr, int columns) {
    /** Streams that lead into files or other programs. */
    public static final Terminal NONE = new Terminal(false, false, 0);
  }

  /** Writes a result that a person reads, in the characters that the terminal has. */
  void showPeople(String text) {
    show(text, out.charset());
  }

  /** Writes a result that a program reads, in UTF-8 wherever it goes. */
  void showPrograms(String text) {
    show(text, UTF_8);
  }

  private void show(String text, Charset charset) {
    out.writeBytes(text.getBytes(charset));
    out.flush();
  }

  /** A variable of the environment; null when it is not set, or set to nothing. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
