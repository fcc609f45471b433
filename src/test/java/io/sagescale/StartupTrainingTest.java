package io.sagescale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines from which start-up caches are made: none of them has gone stale. */
class StartupTrainingTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sagescale", "local", "scaling", "aws"})
  void everyLineDoesWhatItIsThereFor(String name) throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    for (String line : Files.readAllLines(Path.of("src/main/dist/training", name + ".txt"))) {
      if (!line.contains("aws") && !line.contains("https:")) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of(line.replace("URL", "local --state " + folder).replace("STATE", folder.toString()).split(" "));
        int exit = Main.run(nowhere, new PrintStream(err, true), words.toArray(String[]::new));
        assertEquals(line.contains("nobody") ? 254 : 0, exit, line + "\n" + err);
      }
    }
  }
}
