package io.sagescale.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An engine in a process of its own, which goes on when this one ends. */
public final class BackgroundEngine {
  private static final String MAIN = "io.sagescale.Main";

  /** Gives the process a session of its own, so that the end of the terminal does not end it; where the system has it. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /**
   * How the start went.
   *
   * @param line the first line of the engine, which tells where it is; null when it ended before
   * @param exit its exit code; 0 while it runs
   * @param said what it said on stderr when it ended
   */
  public record Started(long pid, @Nullable String line, int exit, String said) {}

  private BackgroundEngine() {}

  /**
   * Starts the program that this process runs with other words, and waits until it serves or has ended.
   *
   * @param folder working directory; empty for this process's own
   */
  public static Started start(List<String> words, Path folder) throws IOException {
    Process process = builder(words, folder).start();
    process.getOutputStream().close();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line != null) {
      return new Started(process.pid(), line, 0, "");
    }
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      boolean isOver = process.waitFor(5, TimeUnit.SECONDS);
      return new Started(process.pid(), null, isOver ? process.exitValue() : 1, said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Started(process.pid(), null, 1, said);
    }
  }

  private static ProcessBuilder builder(List<String> words, Path folder) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:-UsePerfData",
        "-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!folder.toString().isEmpty()) {
      builder.directory(folder.toFile());
    }
    return builder;
  }
}
