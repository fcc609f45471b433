package io.sagescale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The run from which the build makes a start-up cache: the command lines of a file in one process, their output dropped, their
 * exit codes said. What a command answers does not matter here, only which classes it needed.
 *
 * <p>{@code STATE} in a line becomes a folder, {@code URL} the address of an engine in a process of its own, so that its
 * classes stay out of the cache; that engine is also what {@code --engine aws} means here. Words are parted by a space.
 */
final class StartupTraining {
  private StartupTraining() {}

  /**
   * Trains.
   *
   * @param args the file of lines, and the folder for a state
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    if (lines.stream().noneMatch(line -> line.contains("URL"))) {
      train(lines, "", args[1]);
      return;
    }
    Process engine = engine();
    try (BufferedReader said = engine.inputReader()) {
      String address = said.readLine().replaceFirst("^engine at (\\S+): .*", "$1");
      System.setProperty("aws.endpointUrl", address);
      System.setProperty("aws.region", "us-east-1");
      System.setProperty("aws.accessKeyId", "training");
      System.setProperty("aws.secretAccessKey", "training");
      train(lines, address, args[1]);
    } finally {
      engine.destroy();
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
    return new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
        "engine", "start", "--port", "0", "--in-memory")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
