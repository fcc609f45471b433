package io.sagescale.yaml;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.Statistic;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads metrics pasted as AWS's JSON. Source: AAS API, {@code CustomizedMetricSpecification}. */
final class RawMetrics {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final int MOST_QUERIES = 10;

  private final Problems problems;

  RawMetrics(Problems problems) {
    this.problems = problems;
  }

  @Nullable TrackedMetric tracked(Fields fields) {
    TrackedMetric metric = fields.has("Metrics") ? math(fields) : single(fields);
    fields.close();
    return metric;
  }

  private @Nullable TrackedMetric single(Fields fields) {
    MetricId metric = metric(fields);
    fields.text("Unit");
    fields.required("Statistic", "Average");
    Statistic statistic = statistic(fields, "Statistic");
    return metric == null || statistic == null ? null : new TrackedMetric.Single(metric, statistic);
  }

  /** Reads {@code Namespace}, {@code MetricName} and {@code Dimensions}; leaves the other keys to the caller. */
  @Nullable MetricId metric(Fields fields) {
    String namespace = fields.requiredText("Namespace", "AWS/SageMaker");
    String name = fields.requiredText("MetricName", "Invocations");
    List<Dimension> dimensions = new ArrayList<>();
    for (Node item : fields.list("Dimensions")) {
      Fields dimension = Fields.of(item, "a dimension", problems);
      if (dimension != null) {
        String key = dimension.requiredText("Name", "EndpointName");
        String value = dimension.requiredText("Value", "llama3-8b");
        dimension.close();
        if (key != null && value != null) {
          dimensions.add(new Dimension(key, value));
        }
      }
    }
    if (namespace == null || name == null) {
      return null;
    }
    if (namespace.isBlank() || name.isBlank()) {
      problems.error(fields.node(), "Namespace and MetricName must not be blank", "Write both");
      return null;
    }
    return new MetricId(namespace, name, dimensions);
  }

  @Nullable Statistic statistic(Fields fields, String key) {
    String text = fields.text(key);
    Statistic statistic = text == null ? null : Statistic.parse(text).orElse(null);
    if (text != null && statistic == null) {
      problems.error(fields.at(key), "there is no statistic " + Problems.quoted(text), "Write one such as Average or p99");
    }
    return statistic;
  }

  private @Nullable TrackedMetric math(Fields fields) {
    int before = problems.errors();
    List<Node> items = fields.list("Metrics");
    List<MetricQuery> queries = new ArrayList<>();
    for (Node item : items) {
      Fields line = Fields.of(item, "a line of metric math", problems);
      MetricQuery query = line == null ? null : line(line);
      if (query != null) {
        queries.add(query);
      }
    }
    if (items.size() > MOST_QUERIES || queries.stream().filter(MetricQuery::returnsData).count() != 1) {
      problems.error(fields.at("Metrics"), "metric math takes at most 10 lines, of which exactly one returns data",
          "Write ReturnData: false on the others");
    }
    return problems.errors() > before ? null : new TrackedMetric.Math(queries);
  }

  private @Nullable MetricQuery line(Fields line) {
    String id = line.requiredText("Id", "m1");
    line.text("Label");
    boolean returns = line.truth("ReturnData", true);
    String kind = line.oneOf(true, List.of("Expression", "MetricStat"));
    MetricQuery query = null;
    if (id != null && "Expression".equals(kind)) {
      String expression = line.text("Expression");
      query = expression == null ? null : new MetricQuery.Expression(id, expression, returns);
    } else if (id != null && kind != null) {
      query = stat(line, id, returns);
    }
    line.close();
    return query;
  }

  private @Nullable MetricQuery stat(Fields line, String id, boolean returns) {
    Fields stat = line.mapping("MetricStat");
    if (stat == null) {
      return null;
    }
    Node at = stat.required("Metric", "{Namespace: ..., MetricName: ...}");
    Fields of = at == null ? null : Fields.of(at, "Metric", problems);
    MetricId metric = of == null ? null : metric(of);
    if (of != null) {
      of.close();
    }
    stat.required("Stat", "Sum");
    Statistic statistic = statistic(stat, "Stat");
    stat.text("Unit");
    stat.close();
    return metric == null || statistic == null ? null : new MetricQuery.Metric(id, metric, statistic, MINUTE, returns);
  }
}
