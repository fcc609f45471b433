package io.sagescale.doors;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program of somebody else's on this machine, found on the PATH or where Debian puts it. */
record Program(Path path) {
  private static final long LIMIT_SECONDS = 120;

  /** What a program wrote and how it ended. */
  record Outcome(int exit, String out, String err) {
    String all() {
      return "exit " + exit + "\n" + out + "\n" + err;
    }
  }

  /**
   * The first program of a name whose answer to {@code asked} fits; the test is skipped, and says so, where there is none.
   *
   * @param asked the words that make it tell its version
   * @param install what to type to have it
   */
  static Program find(String name, List<String> asked, Predicate<String> fits, String what, String install) throws IOException {
    for (Path path : all(name)) {
      Outcome told = run(List.of(path.toString()), asked, Map.of());
      String version = (told.out() + told.err()).strip();
      if (told.exit() == 0 && fits.test(version)) {
        return new Program(path);
      }
    }
    return abort("SKIPPED: no " + what + " on this machine. To have it: " + install);
  }

  Outcome run(List<String> arguments, Map<String, String> environment) throws IOException {
    return run(List.of(path.toString()), arguments, environment);
  }

  private static List<Path> all(String name) {
    List<Path> found = new ArrayList<>();
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
    for (String folder : folders.split(File.pathSeparator)) {
      Path path = Path.of(folder, name);
      if (Files.isExecutable(path) && !found.contains(path)) {
        found.add(path);
      }
    }
    return found;
  }

  private static Outcome run(List<String> program, List<String> arguments, Map<String, String> environment) throws IOException {
    Path out = Files.createTempFile("program", ".out");
    Path err = Files.createTempFile("program", ".err");
    try {
      List<String> line = new ArrayList<>(program);
      line.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile())
          .redirectInput(new File("/dev/null"));
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b", "AWS_REGION", "us-east-1",
          "AWS_DEFAULT_REGION", "us-east-1", "AWS_EC2_METADATA_DISABLED", "true", "AWS_PAGER", "", "PYTHONDONTWRITEBYTECODE", "1"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          throw new IOException(line + " took over " + LIMIT_SECONDS + " s\n" + Files.readString(err));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } finally {
        process.destroyForcibly();
      }
      return new Outcome(process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
