package io.sagescale.model;

/** The least and the largest capacity of a scalable target, both inclusive, 0 or more. */
public record CapacityRange(int min, int max) {
  public CapacityRange {
    Check.that(min >= 0, "min capacity %s is negative", min);
    Check.that(max >= min, "Maximum capacity %s cannot be less than minimum capacity %s", max, min);
  }

  public static CapacityRange between(int min, int max) {
    return new CapacityRange(min, max);
  }

  /** The capacity nearest to {@code capacity} inside the range. */
  public int clamp(int capacity) {
    return Math.clamp(capacity, min, max);
  }
}
