package io.sagescale.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A text of YAML, and what {@code validate} says of it on a Monday in January 2026. */
final class Checked {
  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  private Checked() {}

  static List<Problem> problems(Path folder, String text) {
    try {
      return PolicyFiles.check(List.of(Files.writeString(folder.resolve("file.yaml"), text)), MONDAY).problems();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes, sorted, each once; every problem must be that of a rule. */
  static List<String> codes(Path folder, String text) {
    List<Problem> problems = problems(folder, text);
    assertEquals(List.of(), problems.stream().filter(problem -> problem.rule() == null).toList());
    return problems.stream().map(problem -> String.valueOf(problem.rule())).sorted().distinct().toList();
  }

  /** The lines that people see, without the folder. */
  static List<String> lines(Path folder, String text) {
    return problems(folder, text).stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
  }
}
