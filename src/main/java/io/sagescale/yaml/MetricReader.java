package io.sagescale.yaml;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads metrics and metric math, as policies and alarms name them. */
final class MetricReader {
  /** SageMaker's metrics of a variant or component, with the statistic and period that fit them. */
  private static final Map<String, Usual> USUAL = new LinkedHashMap<>();

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  static {
    USUAL.put(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL, new Usual(Statistic.MAXIMUM, TEN_SECONDS));
    USUAL.put(SageMakerMetrics.CONCURRENT_REQUESTS_PER_COPY, new Usual(Statistic.MAXIMUM, TEN_SECONDS));
    USUAL.put(SageMakerMetrics.INVOCATIONS, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.INVOCATIONS_PER_INSTANCE, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.INVOCATIONS_PER_COPY, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.MODEL_LATENCY, new Usual(Statistic.AVERAGE, MINUTE));
    USUAL.put(SageMakerMetrics.OVERHEAD_LATENCY, new Usual(Statistic.AVERAGE, MINUTE));
    USUAL.put(SageMakerMetrics.INVOCATION_4XX_ERRORS, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.INVOCATION_5XX_ERRORS, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.INVOCATION_MODEL_ERRORS, new Usual(Statistic.SUM, MINUTE));
    USUAL.put(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES, new Usual(Statistic.SUM, MINUTE));
  }

  private static final Pattern QUERY_ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");
  private static final int MOST_EXPRESSION = 2048;
  private static final int MOST_QUERIES = 10;
  private static final int MOST_DIMENSIONS = 30;

  private final ResourceId resource;
  private final Problems problems;

  MetricReader(ResourceId resource, Problems problems) {
    this.resource = resource;
    this.problems = problems;
  }

  /** The statistic and period a metric is usually read with. */
  record Usual(Statistic statistic, Duration period) {
    static final Usual UNKNOWN = new Usual(Statistic.AVERAGE, MINUTE);
  }

  static Usual usual(@Nullable MetricId metric) {
    return metric == null ? Usual.UNKNOWN : USUAL.getOrDefault(metric.name(), Usual.UNKNOWN);
  }

  /** A SageMaker metric of the scaled resource by its name, or any metric as {@code {namespace, name, dimensions}}. */
  @Nullable MetricId metric(Node node) {
    if (node instanceof Scalar scalar) {
      if (USUAL.containsKey(scalar.text())) {
        return SageMakerMetrics.of(scalar.text(), resource);
      }
      problems.error(node, "SageMaker has no metric " + Problems.quoted(scalar.text()),
          Nearest.didYouMean(scalar.text(), USUAL.keySet(),
              "Write {namespace: ..., name: ..., dimensions: {...}} for your own"));
      return null;
    }
    Fields fields = Fields.of(node, "metric", problems);
    if (fields == null) {
      return null;
    }
    MetricId metric = named(fields);
    fields.close();
    return metric;
  }

  /** Reads namespace, name and dimensions; leaves the other keys to the caller. */
  @Nullable MetricId named(Fields fields) {
    String namespace = notBlank(fields, "namespace", "AWS/SageMaker");
    String name = notBlank(fields, "name", "Invocations");
    List<Dimension> dimensions = new ArrayList<>();
    Fields given = fields.mapping("dimensions");
    for (Entry entry : given == null ? List.<Entry>of() : given.all()) {
      if (entry.value() instanceof Scalar scalar) {
        dimensions.add(new Dimension(entry.key().text(), scalar.text()));
      } else {
        problems.error(entry.value(), "a dimension's value must be a text", "Write Name: value");
      }
    }
    if (dimensions.size() > MOST_DIMENSIONS) {
      problems.error(fields.at("dimensions"), "a metric has at most " + MOST_DIMENSIONS + " dimensions", "Remove some");
    }
    return namespace == null || name == null ? null : new MetricId(namespace, name, dimensions);
  }

  private static @Nullable String notBlank(Fields fields, String key, String example) {
    String text = fields.requiredText(key, example);
    if (text != null && (text.isBlank() || text.length() > 255)) {
      fields.error(fields.at(key), key + " must be 1 to 255 characters", "Write one such as " + example);
      return null;
    }
    return text;
  }

  /** The statistic under {@code stat}; null when absent or refused. */
  @Nullable Statistic statistic(Fields fields) {
    String text = fields.text("stat");
    if (text == null) {
      return null;
    }
    Statistic statistic = Statistic.parse(text).orElse(null);
    if (statistic == null) {
      List<String> names = List.of("Average", "Sum", "Minimum", "Maximum", "SampleCount", "p99");
      problems.error(fields.at("stat"), "there is no statistic " + Problems.quoted(text),
          Nearest.didYouMean(text, names, "Write one of " + String.join(", ", names)));
    }
    return statistic;
  }

  /** Lines of metric math; empty after a refusal. Without a {@code return: true}, the last line returns the data. */
  List<MetricQuery> math(Node node, Duration period) {
    int before = problems.errors();
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      problems.error(node, "math must be a list of lines",
          "Write [{id: m1, metric: ..., stat: Sum}, {id: e1, expression: m1 / 2}]");
      return List.of();
    }
    List<Node> items = sequence.items();
    boolean isReturnGiven = items.stream().anyMatch(MetricReader::isReturning);
    List<MetricQuery> queries = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    for (int i = 0; i < items.size(); i++) {
      boolean returns = isReturnGiven ? isReturning(items.get(i)) : i == items.size() - 1;
      MetricQuery query = query(items.get(i), period, returns);
      if (query != null) {
        queries.add(query);
        if (!ids.add(query.id())) {
          problems.error(items.get(i), "two lines have the id " + Problems.quoted(query.id()), "Give each its own id");
        }
      }
    }
    if (queries.stream().filter(MetricQuery::returnsData).count() != 1 || items.size() > MOST_QUERIES) {
      problems.error(node, "metric math takes at most 10 lines, of which exactly one returns data",
          "Put return: true on one line only");
    }
    return problems.errors() > before ? List.of() : queries;
  }

  private static boolean isReturning(Node item) {
    return item instanceof Node.Mapping mapping && mapping.entries().stream().anyMatch(entry ->
        entry.key().text().equals("return") && entry.value() instanceof Scalar s && s.text().equals("true"));
  }

  private @Nullable MetricQuery query(Node item, Duration period, boolean returns) {
    Fields fields = Fields.of(item, "a line of metric math", problems);
    if (fields == null) {
      return null;
    }
    String id = fields.requiredText("id", "m1");
    if (id != null && !QUERY_ID.matcher(id).matches()) {
      problems.error(fields.at("id"), "an id must begin with a lower-case letter, here it is " + Problems.quoted(id),
          "Write one such as m1");
      id = null;
    }
    fields.truth("return", false);
    String kind = fields.oneOf(true, List.of("metric", "expression"));
    MetricQuery query = kind == null || id == null ? null
        : kind.equals("metric") ? metricLine(fields, id, period, returns) : expressionLine(fields, id, returns);
    fields.close();
    return query;
  }

  private @Nullable MetricQuery metricLine(Fields fields, String id, Duration period, boolean returns) {
    Node at = fields.any("metric");
    MetricId metric = at == null ? null : metric(at);
    Statistic statistic = statistic(fields);
    if (metric == null) {
      return null;
    }
    Statistic read = statistic == null ? usual(metric).statistic() : statistic;
    return new MetricQuery.Metric(id, metric, read, period, returns);
  }

  private @Nullable MetricQuery expressionLine(Fields fields, String id, boolean returns) {
    String expression = fields.text("expression");
    if (expression == null) {
      return null;
    }
    if (expression.isBlank() || expression.length() > MOST_EXPRESSION) {
      fields.error(fields.at("expression"), "an expression must be 1 to 2048 characters", "Write one such as m1 / 2");
      return null;
    }
    return new MetricQuery.Expression(id, expression, returns);
  }
}
