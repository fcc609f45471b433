package io.sagescale.metrics;

import io.sagescale.model.MetricQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A readable program of metric math: lines over metrics and over each other, one of which is the result.
 *
 * <p>A point is missing where an operand is missing or the result is no finite number. Unverified: that a division by
 * zero is a missing point, that {@code FILL} also fills a series without any point, and that {@code REPEAT} does not look
 * back beyond the periods asked for.
 */
public final class MetricMath {
  /** Period of a program that reads no metric. Source: our choice, the standard resolution. */
  private static final Duration PERIOD_WITHOUT_METRIC = Duration.ofMinutes(1);

  private final Map<String, MetricQuery> lines;
  private final Map<String, MathNode> nodes;
  private final String result;

  private MetricMath(Map<String, MetricQuery> lines, Map<String, MathNode> nodes, String result) {
    this.lines = lines;
    this.nodes = nodes;
    this.result = result;
  }

  /** What reading came to. */
  public sealed interface Parsed {
    record Program(MetricMath math) implements Parsed {}

    /** One sentence per problem, never empty. */
    record Refused(List<String> problems) implements Parsed {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads the lines; exactly one of them must return data. */
  public static Parsed parse(List<MetricQuery> queries) {
    List<String> returning = queries.stream().filter(MetricQuery::returnsData).map(MetricQuery::id).toList();
    return returning.size() == 1
        ? parse(queries, returning.getFirst())
        : new Parsed.Refused(List.of("Exactly one element of the metrics list should return data."));
  }

  /** Reads the lines for the result of that one, whether or not it returns data. */
  public static Parsed parse(List<MetricQuery> queries, String result) {
    Map<String, MetricQuery> lines = new LinkedHashMap<>();
    Map<String, MathNode> nodes = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (MetricQuery query : queries) {
      if (lines.put(query.id(), query) != null) {
        problems.add("the id %s is used twice".formatted(query.id()));
      }
      if (query instanceof MetricQuery.Expression expression) {
        try {
          nodes.put(query.id(), MathParser.parse(expression.expression()));
        } catch (MathParser.Unreadable unreadable) {
          problems.add("%s: %s".formatted(query.id(), unreadable.getMessage()));
        }
      }
    }
    if (!lines.containsKey(result)) {
      problems.add("there is no line %s".formatted(result));
    }
    if (problems.isEmpty()) {
      MathKinds kinds = new MathKinds(lines, nodes);
      problems.addAll(kinds.problems(result));
    }
    return problems.isEmpty()
        ? new Parsed.Program(new MetricMath(lines, nodes, result)) : new Parsed.Refused(problems);
  }

  /** The shared period of the metrics. */
  public Duration period() {
    return lines.values().stream()
        .filter(MetricQuery.Metric.class::isInstance)
        .map(line -> ((MetricQuery.Metric) line).period())
        .findFirst().orElse(PERIOD_WITHOUT_METRIC);
  }

  /** The result's points whose period starts in [from, to), oldest first; missing ones are absent. */
  public List<DataPoint> evaluate(MetricStore store, Instant from, Instant to, Instant asOf) {
    long step = period().toSeconds();
    long first = Math.ceilDiv(from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0), step) * step;
    long end = to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0);
    List<DataPoint> points = new ArrayList<>();
    if (first >= end) {
      return points;
    }
    double[] slots = new double[Math.toIntExact(Math.ceilDiv(end - first, step))];
    read(store, Instant.ofEpochSecond(first), slots.length, period(), asOf, slots);
    for (int i = 0; i < slots.length; i++) {
      if (!Double.isNaN(slots[i])) {
        points.add(new DataPoint(Instant.ofEpochSecond(first + i * step), slots[i], 0));
      }
    }
    return points;
  }

  /** Writes the result of {@code slots} periods in a row, aligned or not, to {@code into}; NaN where missing. */
  public void read(MetricStore store, Instant from, int slots, Duration period, Instant asOf, double[] into) {
    MathValue value = new MathFrame(this, store, from, slots, period, asOf).line(result);
    System.arraycopy(value.all(slots).getFirst(), 0, into, 0, slots);
  }

  MetricQuery line(String id) {
    return Objects.requireNonNull(lines.get(id), id);
  }

  MathNode node(String id) {
    return Objects.requireNonNull(nodes.get(id), id);
  }

  List<String> metricIds(String part) {
    return lines.values().stream()
        .filter(line -> line instanceof MetricQuery.Metric && line.id().contains(part))
        .map(MetricQuery::id)
        .toList();
  }
}
