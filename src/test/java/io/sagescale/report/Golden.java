package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what an output looks like; {@code -Dgolden=write} writes them anew, to be read before they are committed. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void check(String name, String text) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertTrue(Files.exists(file), () -> "no golden file " + file + "; run once with -Dgolden=write");
      assertEquals(Files.readString(file), text, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
