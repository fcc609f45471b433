package io.sagescale.metrics;

import io.sagescale.model.MetricQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether lines fit together: known ids, no circle, one period, and a series as the result. */
record MathKinds(
    Map<String, MetricQuery> lines, Map<String, MathNode> nodes, Set<String> open, List<String> found) {
  MathKinds(Map<String, MetricQuery> lines, Map<String, MathNode> nodes) {
    this(lines, nodes, new LinkedHashSet<>(), new ArrayList<>());
  }

  List<String> problems(String result) {
    MathValue.Kind kind = line(result);
    if (found.isEmpty() && kind != MathValue.Kind.SERIES) {
      found.add("%s is %s, but the result must be one time series"
          .formatted(result, kind == MathValue.Kind.SCALAR ? "a single number" : "several time series"));
    }
    List<Duration> periods = lines.values().stream()
        .filter(MetricQuery.Metric.class::isInstance)
        .map(line -> ((MetricQuery.Metric) line).period())
        .distinct().toList();
    if (periods.size() > 1) {
      found.add("all metrics must share one period, not %s".formatted(periods));
    }
    return found;
  }

  private MathValue.Kind line(String id) {
    MathNode node = nodes.get(id);
    if (node == null) {
      if (!lines.containsKey(id)) {
        found.add("no line has the id %s".formatted(id));
      }
      return MathValue.Kind.SERIES;
    }
    if (!open.add(id)) {
      found.add("%s refers to itself".formatted(id));
      return MathValue.Kind.SERIES;
    }
    MathValue.Kind kind = kind(node);
    open.remove(id);
    return kind;
  }

  private MathValue.Kind kind(MathNode node) {
    return switch (node) {
      case MathNode.Number number -> MathValue.Kind.SCALAR;
      case MathNode.Line line -> line(line.id());
      case MathNode.Negated negated -> kind(negated.of());
      case MathNode.Binary binary -> wider(kind(binary.left()), kind(binary.right()));
      case MathNode.Many many -> {
        if (many.parts().isEmpty()) {
          found.add("an array must not be empty");
        }
        many.parts().forEach(this::kind);
        yield MathValue.Kind.MANY;
      }
      case MathNode.Metrics metrics -> {
        if (!hasMetric(metrics.idPart())) {
          found.add("METRICS(\"%s\") finds no metric".formatted(metrics.idPart()));
        }
        yield MathValue.Kind.MANY;
      }
      case MathNode.Fill fill -> fill.with() instanceof MathNode.Filler.Value value
          ? wider(kind(fill.of()), kind(value.of())) : kind(fill.of());
      case MathNode.Call call -> call(call);
    };
  }

  private MathValue.Kind call(MathNode.Call call) {
    List<MathValue.Kind> kinds = call.arguments().stream().map(this::kind).toList();
    return switch (call.function()) {
      case ABS, CEIL, FLOOR, LOG, LOG10, DIFF, DIFF_TIME, RATE, RUNNING_SUM -> kinds.getFirst();
      case AVG, MAX, MIN, STDDEV, SUM, DATAPOINT_COUNT ->
          kinds.getFirst() == MathValue.Kind.MANY ? MathValue.Kind.SERIES : MathValue.Kind.SCALAR;
      case METRIC_COUNT, PERIOD -> MathValue.Kind.SCALAR;
      case FIRST, LAST, TIME_SERIES -> MathValue.Kind.SERIES;
      case IF -> kinds.stream().reduce(MathValue.Kind.SCALAR, MathKinds::wider);
    };
  }

  private boolean hasMetric(String idPart) {
    return lines.values().stream()
        .anyMatch(line -> line instanceof MetricQuery.Metric && line.id().contains(idPart));
  }

  private static MathValue.Kind wider(MathValue.Kind a, MathValue.Kind b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
