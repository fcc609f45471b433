package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/** One interval of a step policy, relative to the alarm threshold; a null bound is infinite, at most one of them is. */
public record StepAdjustment(@Nullable Double lower, @Nullable Double upper, int adjustment) {
  public StepAdjustment {
    Check.that(lower != null || upper != null, "Both bounds of a step adjustment are null");
    Check.that(lower == null || upper == null || lower < upper, "bounds %s and %s of a step", lower, upper);
  }
}
