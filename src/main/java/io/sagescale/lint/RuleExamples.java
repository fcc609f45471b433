package io.sagescale.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The two documents that explain a rule. */
public record RuleExamples(String wrong, String right) {
  private static final String BETWEEN = "---\n";

  /** Each is a whole file of one document. */
  public static RuleExamples of(Rule rule) {
    String file = rule.code() + ".yaml";
    try (InputStream in = RuleExamples.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      String[] documents = new String(in.readAllBytes(), UTF_8).split(BETWEEN, 2);
      return new RuleExamples(documents[0], documents[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
