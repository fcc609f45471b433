package io.sagescale.model;

import java.util.Locale;
import java.util.Optional;

/** How an alarm compares a data point with its threshold. Source: CloudWatch API, {@code ComparisonOperator}. */
public enum Comparison {
  GREATER_THAN("GreaterThanThreshold", "greater than"),
  GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to"),
  LESS_THAN("LessThanThreshold", "less than"),
  LESS_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to");

  private final String text;
  private final String words;

  Comparison(String text, String words) {
    this.text = text;
    this.words = words;
  }

  public String text() {
    return text;
  }

  /** The words of AWS's reason texts. */
  public String words() {
    return words;
  }

  public boolean isBreachedBy(double value, double threshold) {
    return switch (this) {
      case GREATER_THAN -> value > threshold;
      case GREATER_OR_EQUAL -> value >= threshold;
      case LESS_THAN -> value < threshold;
      case LESS_OR_EQUAL -> value <= threshold;
    };
  }

  public boolean isAbove() {
    return this == GREATER_THAN || this == GREATER_OR_EQUAL;
  }

  public static Optional<Comparison> ofText(String text) {
    for (Comparison comparison : values()) {
      if (comparison.text.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(comparison);
      }
    }
    return Optional.empty();
  }
}
