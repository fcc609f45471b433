package io.sagescale;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The process: it alone sees the standard streams, and it alone exits. */
@Command(name = "sagescale", mixinStandardHelpOptions = true, version = "sagescale 0.1.0")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** One command line from its words to its exit code, on the streams given. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
