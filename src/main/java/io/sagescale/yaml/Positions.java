package io.sagescale.yaml;

import io.sagescale.lint.Place;
import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Mapping;
import io.sagescale.yaml.Node.Scalar;
import io.sagescale.yaml.Node.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the places of one document stand in its file. */
public final class Positions {
  /** AWS's words in a pasted policy for our keys. Source: AAS API, {@code PutScalingPolicy}; CloudWatch API, {@code PutMetricAlarm}. */
  private static final Map<String, List<String>> PASTED = Map.ofEntries(
      Map.entry("metric", List.of("PredefinedMetricType", "MetricName", "CustomizedMetricSpecification")),
      Map.entry("target", List.of("TargetValue")),
      Map.entry("period", List.of("Period")),
      Map.entry("stat", List.of("Statistic")),
      Map.entry("points", List.of("EvaluationPeriods")),
      Map.entry("missing", List.of("TreatMissingData")),
      Map.entry("name", List.of("AlarmName")),
      Map.entry("cooldown", List.of("Cooldown")),
      Map.entry("out", List.of("ScaleOutCooldown")),
      Map.entry("in", List.of("ScaleInCooldown")),
      Map.entry("steps", List.of("StepAdjustments")),
      Map.entry("when", List.of("Alarm")));

  private final Node root;

  Positions(Node root) {
    this.root = root;
  }

  /** A line and a column, both from 1. */
  public record Position(int line, int column) {}

  /**
   * The value at the place, or what is nearest to it: a default that is not written stands where it would be written, and a
   * step of the way that a pasted policy does not have is left out.
   */
  public Position of(Place place) {
    Node node = root;
    for (String step : place.steps()) {
      Node next = step.startsWith("[") ? item(node, step.substring(1, step.length() - 1)) : value(node, step);
      node = next == null ? node : next;
    }
    return new Position(node.line(), node.column());
  }

  private static @Nullable Node value(Node node, String key) {
    Node own = entry(node, key);
    if (own != null) {
      return own;
    }
    if (entry(node, "raw") != null && (key.equals("track") || key.equals("step"))) {
      return entry(node, "raw");
    }
    return PASTED.getOrDefault(key, List.of()).stream().flatMap(word -> below(node, word)).findFirst().orElse(null);
  }

  private static @Nullable Node entry(Node node, String key) {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().filter(e -> e.key().text().equals(key)).map(Entry::value).findFirst().orElse(null)
        : null;
  }

  /** The value of a key at any depth. */
  private static Stream<Node> below(Node node, String key) {
    Stream<Node> own = Optional.ofNullable(entry(node, key)).stream();
    return switch (node) {
      case Mapping mapping -> Stream.concat(own, mapping.entries().stream().flatMap(e -> below(e.value(), key)));
      case Sequence sequence -> sequence.items().stream().flatMap(item -> below(item, key));
      case Scalar _ -> own;
    };
  }

  /** The item of that name, or at that index. */
  private static @Nullable Node item(Node node, String name) {
    if (!(node instanceof Sequence sequence)) {
      return null;
    }
    for (Node item : sequence.items()) {
      if (entry(item, "name") instanceof Scalar scalar && scalar.text().equals(name)) {
        return item;
      }
    }
    boolean isIndex = name.matches("\\d{1,6}") && Integer.parseInt(name) < sequence.items().size();
    return isIndex ? sequence.items().get(Integer.parseInt(name)) : null;
  }
}
