package io.sagescale.model;

import java.util.Optional;

/** What the number of a step adjustment means. Source: AAS API, {@code AdjustmentType}. */
public enum AdjustmentType {
  CHANGE_IN_CAPACITY("ChangeInCapacity"),
  PERCENT_CHANGE_IN_CAPACITY("PercentChangeInCapacity"),
  EXACT_CAPACITY("ExactCapacity");

  private final String text;

  AdjustmentType(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static Optional<AdjustmentType> ofText(String text) {
    for (AdjustmentType type : values()) {
      if (type.text.equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
