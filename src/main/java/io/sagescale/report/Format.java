package io.sagescale.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a result is written. */
public enum Format {
  /** For people; may change between versions. */
  TABLE,
  /** For programs; stable within the version that its {@code schema} field names. */
  JSON,
  /** The same fields as JSON. */
  YAML,
  /** One row for each ten seconds of the run. */
  CSV;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Stream.of(values()).map(Format::word).toList();
  }

  public static Optional<Format> ofWord(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
