package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.cli.Session.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of policy files on the local engine, by command lines. */
class PolicyLifeTest {
  @TempDir Path folder;

  static List<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("policies"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private Answer run(String line) {
    return Session.in(folder).line(line + " --engine local");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void whatWasAppliedPlansCleanUntilItIsDestroyed(Path policy) {
    String file = " " + policy.toAbsolutePath();
    assertEquals(Exit.CHANGES, run("plan" + file + " --detailed-exitcode").exit());
    Answer applied = run("apply" + file + " --yes");
    assertEquals(Exit.DONE, applied.exit(), applied.err());
    Answer again = run("plan" + file + " --detailed-exitcode");
    assertEquals(new Answer(Exit.DONE, "No changes: 1 target is as the files say.\n", ""), again);
    assertEquals(Exit.DONE, run("drift" + file).exit());
    Answer gone = run("destroy" + file + " --yes");
    assertEquals(Exit.DONE, gone.exit(), gone.err());
    assertEquals("", run("target list -o name").out());
    assertEquals("", run("alarm list -o name").out());
  }
}
