package io.sagescale.report;

import io.sagescale.lint.Rule;
import io.sagescale.lint.RuleExamples;
import io.sagescale.report.Look.Ink;
import java.util.Locale;

/** The rules of {@code validate}, for people. */
public final class RuleText {
  /** Source: our choice, because longer lines of prose are hard to follow. */
  private static final int MOST_COLUMNS = 100;

  private RuleText() {}

  /** One rule a line: code, severity, title. */
  public static String list(Look look) {
    StringBuilder text = new StringBuilder();
    for (Rule rule : Rule.values()) {
      text.append(rule.code()).append("  ").append("%-7s".formatted(severity(rule))).append("  ")
          .append(look.cut(rule.title(), look.columns() - 16)).append('\n');
    }
    return text.toString();
  }

  /** Everything there is to know about a rule, with a file that breaks it and the same put right. */
  public static String explained(Rule rule, Look look) {
    RuleExamples examples = RuleExamples.of(rule);
    StringBuilder text = new StringBuilder();
    text.append(look.paint(Ink.STRONG, rule.code() + " " + rule.title())).append(" (").append(severity(rule)).append(")\n\n")
        .append(wrapped(rule.reason(), look)).append("\n").append(wrapped(rule.fix(), look)).append("\nSource: ")
        .append(rule.source()).append("\n\n").append(look.paint(Ink.BAD, "Wrong")).append("\n")
        .append(examples.wrong().indent(2)).append('\n').append(look.paint(Ink.GOOD, "Right")).append("\n")
        .append(examples.right().indent(2)).append("\nTo set it aside in a document, under spec:\n\n  allow:\n    - {rule: ")
        .append(rule.code()).append(", reason: \"why it does not hold here\"}\n");
    return text.toString();
  }

  private static String severity(Rule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  /** Lines as wide as the terminal, each ended. */
  private static String wrapped(String sentences, Look look) {
    return String.join("\n", RunText.wrapped(sentences, Math.min(look.columns(), MOST_COLUMNS))) + "\n";
  }
}
