package io.sagescale.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which objects of AWS are written. */
public enum ObjectFormat {
  /** For people; may change between versions. */
  TABLE,
  /** A table with every column. */
  WIDE,
  /** AWS's own shape, as {@code aws} prints it. */
  JSON,
  /** The same fields as JSON. */
  YAML,
  /** The rows of a list, every column, never cut. */
  CSV,
  /** Names alone, one a line. */
  NAME,
  /** Words between tabs, as {@code aws --output text} prints them. */
  TEXT,
  /** Commands of {@code aws}, for calls that are shown and not made. */
  AWS;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Stream.of(values()).map(ObjectFormat::word).toList();
  }

  public static Optional<ObjectFormat> ofWord(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
