package io.sagescale;

import io.sagescale.cli.Cli;
import io.sagescale.cli.Exit;
import io.sagescale.cli.SdkConnector;
import io.sagescale.cli.Surroundings;
import io.sagescale.cli.Surroundings.Terminal;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The process: it alone sees the standard streams, and it alone exits. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    beforehand(args);
    AtomicBoolean isDone = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyTerminal(isDone.get())));
    Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(new BufferedOutputStream(outlet), false, System.out.charset());
    int exit = run(out, System.err, args);
    out.flush();
    isDone.set(true);
    System.exit(written(outlet, System.err, exit));
  }

  /** On another processor, what the SDK's clients will need, while the words of the command are read on this one. */
  private static void beforehand(String... args) {
    if (Cli.isOverAws(args) && Runtime.getRuntime().availableProcessors() > 1) {
      Thread.ofPlatform().name("beforehand").daemon().start(SdkConnector::prepare);
    }
  }

  /** Takes a line of progress off the terminal when the process is interrupted. */
  private static void tidyTerminal(boolean isDone) {
    if (!isDone && terminal().isErr()) {
      System.err.print("\r\u001b[K");
      System.err.flush();
    }
  }

  /** The exit code of a command whose result may not have reached its reader. */
  static int written(Outlet outlet, PrintStream err, int exit) {
    IOException failure = outlet.failure();
    if (failure == null) {
      return exit;
    }
    err.println("sagescale: the result could not be written: " + failure.getMessage() + ".");
    err.println("Make room, or write it elsewhere");
    return exit == Exit.DONE ? Exit.FAILED : exit;
  }

  /** One command line from its words to its exit code, on the streams given. */
  static int run(PrintStream out, PrintStream err, String... args) {
    Surroundings around = new Surroundings(
        out, err, System.getenv(), Path.of(""), new WallClock(), terminal(), typist(err), new ProcessorPool(),
        new SdkConnector());
    try {
      return Cli.run(around, args);
    } catch (OutOfMemoryError full) {
      return tooLarge(err);
    } catch (RuntimeException | StackOverflowError bug) {
      return reported(bug, err, args);
    }
  }

  /** A run keeps its samples and the requests open at a time, so memory ends where a scenario asks for too much of either. */
  private static int tooLarge(PrintStream err) {
    err.println("sagescale: the run needs more than " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of memory.");
    err.println("Play a shorter time, or have fewer requests open at once (users, rate, scale); csv takes the most.");
    return Exit.FAILED;
  }

  private static int reported(Throwable bug, PrintStream err, String... args) {
    err.println("sagescale: a bug of ours: " + String.valueOf(bug).lines().findFirst().orElse(""));
    if (List.of(args).contains("--debug")) {
      bug.printStackTrace(err);
    } else {
      err.println("Run it again with --debug, and open an issue with what it prints and the files it read.");
    }
    return Exit.BUG;
  }

  private static Typist typist(PrintStream err) {
    String streams = System.getProperty("sagescale.terminal");
    Console console = streams == null ? System.console() : null;
    boolean isThere = streams != null ? streams.contains("0") : console != null && console.isTerminal();
    return new Typist(isThere, new BufferedReader(new InputStreamReader(System.in, System.out.charset())), err);
  }

  /** The launcher tells which streams lead to a terminal and how wide it is; without it, the console is asked. */
  private static Terminal terminal() {
    String streams = System.getProperty("sagescale.terminal");
    if (streams != null) {
      return new Terminal(streams.contains("1"), streams.contains("2"), Integer.getInteger("sagescale.columns", 0));
    }
    Console console = System.console();
    boolean isTerminal = console != null && console.isTerminal();
    return new Terminal(isTerminal, isTerminal, 0);
  }
}
