package io.sagescale.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which the problems of files are written. */
public enum ProblemFormat {
  /** For people; may change between versions. */
  TABLE,
  /** For programs; stable within the version that its {@code schema} field names. */
  JSON,
  /** The Static Analysis Results Interchange Format, version 2.1.0. */
  SARIF,
  /** JUnit's XML: one test case for each document, failed by its problems. */
  JUNIT,
  /** Workflow commands of GitHub Actions, which become remarks at the lines of a pull request. */
  GITHUB,
  /** GitLab's code quality report. */
  GITLAB;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Stream.of(values()).map(ProblemFormat::word).toList();
  }

  public static Optional<ProblemFormat> ofWord(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
