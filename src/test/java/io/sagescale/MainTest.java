package io.sagescale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysItsVersion() {
    int exit = Main.run(new PrintStream(out, true), new PrintStream(err, true), "--version");
    assertEquals(0, exit);
    assertEquals("sagescale 0.1.0", out.toString().strip());
    assertEquals("", err.toString());
  }

  @Test
  void answerIsTheSameForAnyNumberOfThreads() {
    String one = intervals("1");
    assertTrue(one.contains("\"seeds\" : 6"), one);
    assertEquals(one, intervals("2"));
    assertEquals(one, intervals("6"));
  }

  private String intervals(String threads) {
    out.reset();
    int exit = Main.run(new PrintStream(out, true), new PrintStream(err, true), "simulate",
        "policies/llama2-7b-concurrency.yaml", "--seeds", "6", "--threads", threads, "-o", "json");
    assertEquals(0, exit, err.toString());
    return out.toString();
  }

  @Test
  void bugIsOneLineAndANextStep() {
    int exit = Main.run(new Broken(), new PrintStream(err, true), "version");
    assertEquals(255, exit);
    assertTrue(err.toString().startsWith("sagescale: a bug of ours: java.lang.IllegalStateException: planted\n"), err.toString());
    assertTrue(err.toString().contains("--debug"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void runThatOutgrowsItsMemoryIsNoBug() {
    PrintStream full = new PrintStream(OutputStream.nullOutputStream()) {
      @Override
      public void println(String line) {
        throw new OutOfMemoryError("planted");
      }
    };
    assertEquals(1, Main.run(full, new PrintStream(err, true), "version"));
    assertTrue(err.toString().matches("sagescale: the run needs more than [0-9]+ MiB of memory[.]\nPlay a shorter time.*\n"), err.toString());
  }

  @Test
  void debugShowsWhereTheBugIs() {
    assertEquals(255, Main.run(new Broken(), new PrintStream(err, true), "version", "--debug"));
    assertTrue(err.toString().contains("\tat "), err.toString());
  }

  @ParameterizedTest
  @CsvSource({"Broken pipe, 0, 0, ''", "Broken pipe, 3, 3, ''", "No space left on device, 0, 1, No space left on device",
      "No space left on device, 3, 3, No space left on device"})
  void lostResultIsAFailureUnlessTheReaderWentAway(String reason, int exit, int expected, String said) {
    Outlet outlet = new Outlet(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    });
    PrintStream stream = new PrintStream(outlet, true);
    stream.println("result");
    assertEquals(expected, Main.written(outlet, new PrintStream(err, true), exit));
    assertTrue(err.toString().contains(said), err.toString());
    assertEquals(said.isEmpty(), err.toString().isEmpty());
  }

  /** A stream on which every command stumbles. */
  private static final class Broken extends PrintStream {
    Broken() {
      super(OutputStream.nullOutputStream());
    }

    @Override
    public void println(String line) {
      throw new IllegalStateException("planted\nwith a second line");
    }
  }
}
