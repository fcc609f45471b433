package io.sagescale.api;

import io.sagescale.model.MetricId;
import io.sagescale.model.SageMakerMetrics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units that metrics were put with. Data points of one metric are kept together whatever their unit, so a metric that was
 * put with several units is shown under each of them with all its points. Source: our choice.
 */
final class MetricUnits {
  static final String NONE = "None";

  private final Map<MetricId, Set<String>> put = new LinkedHashMap<>();

  void remember(MetricId metric, String unit) {
    put.computeIfAbsent(metric, id -> new LinkedHashSet<>()).add(unit);
  }

  boolean isKnown(MetricId metric) {
    return put.containsKey(metric);
  }

  /** True when points of the metric have the unit; every metric has the absent one. */
  boolean has(MetricId metric, @Nullable String unit) {
    return unit == null || units(metric).contains(unit);
  }

  /** The unit that the metric's points are shown with: the wished one, or that of the first point. */
  String shown(MetricId metric, @Nullable String wished) {
    return wished == null ? units(metric).iterator().next() : wished;
  }

  private Set<String> units(MetricId metric) {
    Set<String> units = put.get(metric);
    return units == null ? new LinkedHashSet<>(List.of(published(metric))) : units;
  }

  /** Of what SageMaker publishes. Source: SageMaker developer guide, monitoring-cloudwatch; it names no unit for some. */
  private static String published(MetricId metric) {
    return switch (metric.name()) {
      case SageMakerMetrics.MODEL_LATENCY, SageMakerMetrics.OVERHEAD_LATENCY -> "Microseconds";
      default -> NONE;
    };
  }
}
