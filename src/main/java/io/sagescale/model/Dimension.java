package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/** A name and value that tell one series of a metric from another. */
public record Dimension(String name, String value) {
  /** By hand, like {@link #hashCode}, as in {@link MetricId}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Dimension that && name.equals(that.name) && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + value.hashCode();
  }
}
