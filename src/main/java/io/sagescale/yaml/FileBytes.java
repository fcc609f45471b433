package io.sagescale.yaml;

import io.sagescale.simulate.Traffic;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of traffic that a scenario names; opened anew for every run. */
record FileBytes(Path path) implements Traffic.Bytes {
  /** The path from where the command runs, so that a person can open it. */
  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }

  /** The file under {@code text}, seen from {@code folder}; null after reporting that it is no readable file. */
  static @Nullable FileBytes of(String text, Path folder, Node at, Problems problems) {
    Path path = resolved(text, folder, at, problems);
    String refusal = path == null ? null : refusal(path);
    if (refusal != null) {
      problems.error(at, "the file " + Problems.quoted(text) + " " + refusal,
          "Paths are relative to the folder of " + problems.file());
    }
    return path == null || refusal != null ? null : new FileBytes(path);
  }

  static @Nullable Path resolved(String text, Path folder, Node at, Problems problems) {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      problems.error(at, Problems.quoted(text) + " is no path", "Write a path such as traces/day.csv");
      return null;
    }
  }

  /** Why the path cannot be read; null when it can. */
  static @Nullable String refusal(Path path) {
    if (Files.isDirectory(path)) {
      return "is a folder";
    }
    if (!Files.exists(path)) {
      return "does not exist";
    }
    return Files.isReadable(path) ? null : "may not be read";
  }
}
