package io.sagescale.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One series in CloudWatch: namespace, name and dimensions. The dimensions are sorted by name, so equal ids are equal. */
public record MetricId(String namespace, String name, List<Dimension> dimensions) {
  public MetricId {
    Check.named("namespace", namespace);
    Check.named("metric name", name);
    dimensions = dimensions.stream()
        .sorted(Comparator.comparing(Dimension::name).thenComparing(Dimension::value))
        .toList();
  }

  /** By hand, like {@link #hashCode}, because every sample and every look of an alarm finds its series by it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof MetricId that && name.equals(that.name)
        && namespace.equals(that.namespace) && dimensions.equals(that.dimensions));
  }

  @Override
  public int hashCode() {
    return (31 * name.hashCode() + namespace.hashCode()) * 31 + dimensions.hashCode();
  }
}
