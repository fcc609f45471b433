package io.sagescale.model;

import java.util.Comparator;
import java.util.List;

/** One series in CloudWatch: namespace, name and dimensions. The dimensions are sorted by name, so equal ids are equal. */
public record MetricId(String namespace, String name, List<Dimension> dimensions) {
  public MetricId {
    Check.named("namespace", namespace);
    Check.named("metric name", name);
    dimensions = dimensions.stream()
        .sorted(Comparator.comparing(Dimension::name).thenComparing(Dimension::value))
        .toList();
  }
}
