package io.sagescale;

import io.sagescale.local.EngineClock;
import io.sagescale.local.EngineOptions;
import io.sagescale.local.LocalEngine;
import io.sagescale.local.LoopbackServer;
import io.sagescale.local.RealTimeDriver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The run from which the build makes a start-up cache: the command lines of a file in one process, their output dropped, their
 * exit codes said. What a command answers does not matter here, only which classes it needed.
 *
 * <p>{@code STATE} in a line becomes a folder, {@code URL} the address of an engine in a process of its own, so that its
 * classes stay out of the cache; that engine is also what {@code --engine aws} means here. Words are parted by a space.
 */
final class StartupTraining {
  private static final String SERVE = "serve";

  private StartupTraining() {}

  /**
   * Trains.
   *
   * @param args the file of lines, and the folder for a state; or {@code serve}: be the engine until the input ends
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals(SERVE)) {
      serve();
      return;
    }
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    boolean isServed = lines.stream().anyMatch(line -> line.contains("URL"));
    if (isServed) {
      Process engine = engine();
      try (BufferedReader said = engine.inputReader()) {
        String address = said.readLine();
        System.setProperty("aws.endpointUrl", address);
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "training");
        System.setProperty("aws.secretAccessKey", "training");
        train(lines, address, args[1]);
      } finally {
        engine.destroy();
      }
    } else {
      train(lines, "", args[1]);
    }
  }

  private static void train(List<String> lines, String address, String state) {
    try (var nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      for (String line : lines) {
        int exit = Main.run(nowhere, nowhere, line.replace("URL", address).replace("STATE", state).split(" "));
        System.out.println(exit + " " + line);
      }
    }
  }

  private static Process engine() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), StartupTraining.class.getName(), SERVE)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void serve() throws IOException {
    InstantSource clock = InstantSource.system();
    LocalEngine engine = LocalEngine.open(EngineOptions.unkept(null, line -> {}), clock.instant());
    try (RealTimeDriver driver = RealTimeDriver.start(engine, EngineClock.real(clock, clock.instant()));
        LoopbackServer server = LoopbackServer.open(driver, 0, "real", "none", () -> {}, System.err::println)) {
      System.out.println(server.uri());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
