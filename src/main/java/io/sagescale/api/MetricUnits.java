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
 * The units that metrics were put with, and those that alarms select.
 *
 * <p>Data points of one metric are kept together whatever their unit, so a metric that was put with several units is shown under
 * each of them with all its points. Where an alarm selects by unit, whatever would have to be kept apart is refused: an alarm on
 * a unit beside which the metric has others, and points of others under such an alarm. Source: our choice.
 */
final class MetricUnits {
  static final String NONE = "None";

  private final Map<MetricId, Set<String>> put = new LinkedHashMap<>();

  /** By alarm, then by metric. */
  private final Map<String, Map<MetricId, String>> selected = new LinkedHashMap<>();

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

  /** What the alarm selects by unit, in place of what it selected before. */
  void select(String alarm, Map<MetricId, String> unitByMetric) {
    selected.put(alarm, unitByMetric);
  }

  void deselect(String alarm) {
    selected.remove(alarm);
  }

  /** A unit of the metric's points other than the given one; absent when there are none, or no points that anybody knows of. */
  @Nullable String other(MetricId metric, String unit) {
    boolean isPublished = metric.namespace().equals(SageMakerMetrics.NAMESPACE);
    if (!isPublished && !put.containsKey(metric)) {
      return null;
    }
    return units(metric).stream().filter(each -> !each.equals(unit)).findFirst().orElse(null);
  }

  /** An alarm that selects another unit of the metric than the given one; absent when there is none. */
  @Nullable String alarmOnOther(MetricId metric, String unit) {
    for (Map.Entry<String, Map<MetricId, String>> alarm : selected.entrySet()) {
      String wanted = alarm.getValue().get(metric);
      if (wanted != null && !wanted.equals(unit)) {
        return alarm.getKey();
      }
    }
    return null;
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
