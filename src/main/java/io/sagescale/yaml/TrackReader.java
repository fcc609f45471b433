package io.sagescale.yaml;

import io.sagescale.model.EndpointScaling.PolicySpec;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.yaml.Node.Scalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a target tracking policy. */
final class TrackReader {
  /** Source: AAS API, {@code TargetValue}: within 2 to the power of 360. Zero and less cannot be tracked: our choice. */
  static final double MOST_TARGET = 0x1p360;

  /** Application Auto Scaling reads customized metrics each minute. */
  private static final Duration CUSTOM_PERIOD = Duration.ofSeconds(60);

  private final ResourceId resource;
  private final List<Problem> unknownMetrics;

  TrackReader(ResourceId resource, List<Problem> unknownMetrics) {
    this.resource = resource;
    this.unknownMetrics = unknownMetrics;
  }

  /** Null when refused, and when its metric type is one that only AWS knows. */
  @Nullable PolicySpec read(String name, Fields fields) {
    Node at = fields.required("metric", "ConcurrentRequestsPerModel");
    TrackedMetric metric = at == null ? null : metric(at, fields.problems());
    fields.required("target", "5");
    Double target = fields.positive("target", MOST_TARGET);
    @Nullable Duration[] cooldown = cooldown(fields);
    boolean isScaleInDisabled = fields.truth("disableScaleIn", false);
    fields.close();
    if (metric == null || target == null) {
      return null;
    }
    return new PolicySpec(
        new TargetTrackingPolicy(name, metric, target, cooldown[0], cooldown[1], isScaleInDisabled), null);
  }

  /** Out, then in; one duration counts for both. */
  private static @Nullable Duration[] cooldown(Fields fields) {
    Node node = fields.any("cooldown");
    if (node instanceof Scalar) {
      Duration both = fields.seconds("cooldown");
      return new @Nullable Duration[] {both, both};
    }
    Fields given = node == null ? null : fields.mapping("cooldown");
    if (given == null) {
      return new @Nullable Duration[] {null, null};
    }
    @Nullable Duration[] pair = {given.seconds("out"), given.seconds("in")};
    given.close();
    return pair;
  }

  private @Nullable TrackedMetric metric(Node node, Problems problems) {
    if (node instanceof Scalar scalar) {
      PredefinedMetric type = predefined(scalar, problems);
      return type == null ? null : new TrackedMetric.Predefined(type);
    }
    Fields fields = Fields.of(node, "metric", problems);
    if (fields == null) {
      return null;
    }
    MetricReader reader = new MetricReader(resource, problems);
    TrackedMetric metric = fields.has("math") ? math(fields, reader) : single(fields, reader);
    fields.close();
    return metric;
  }

  private static @Nullable TrackedMetric math(Fields fields, MetricReader reader) {
    Node lines = fields.any("math");
    List<MetricQuery> queries = lines == null ? List.of() : reader.math(lines, CUSTOM_PERIOD);
    return queries.isEmpty() ? null : new TrackedMetric.Math(queries);
  }

  private static @Nullable TrackedMetric single(Fields fields, MetricReader reader) {
    MetricId metric = reader.named(fields);
    fields.required("stat", "Average");
    Statistic statistic = reader.statistic(fields);
    if (statistic != null && !(statistic instanceof Statistic.Simple)) {
      fields.error(fields.at("stat"), "target tracking takes no " + statistic.text(),
          "Write Average, Sum, Minimum, Maximum or SampleCount, or use math");
      return null;
    }
    return metric == null || statistic == null ? null : new TrackedMetric.Single(metric, statistic);
  }

  /** The type by AWS's name or by its metric's name; types that only AWS knows become a warning and null. */
  @Nullable PredefinedMetric predefined(Scalar scalar, Problems problems) {
    Map<String, PredefinedMetric> words = new LinkedHashMap<>();
    for (PredefinedMetric type : PredefinedMetric.values()) {
      words.put(type.metricName(), type);
      words.put(type.typeName(), type);
    }
    PredefinedMetric type = words.get(scalar.text());
    if (type == null) {
      unknown(scalar, words, problems);
      return null;
    }
    if (type.dimension() != resource.dimension()) {
      String noun = switch (resource) {
        case ResourceId.Component c -> "a component";
        case ResourceId.Variant v -> "an endpoint's variant";
      };
      problems.error(scalar, Problems.quoted(scalar.text()) + " is not a metric of " + noun,
          "Write " + other(type).metricName());
      return null;
    }
    return type;
  }

  private static PredefinedMetric other(PredefinedMetric type) {
    return switch (type) {
      case VARIANT_INVOCATIONS_PER_INSTANCE -> PredefinedMetric.COMPONENT_INVOCATIONS_PER_COPY;
      case VARIANT_CONCURRENT_REQUESTS_PER_MODEL -> PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY;
      case COMPONENT_INVOCATIONS_PER_COPY -> PredefinedMetric.VARIANT_INVOCATIONS_PER_INSTANCE;
      case COMPONENT_CONCURRENT_REQUESTS_PER_COPY -> PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL;
    };
  }

  private void unknown(Scalar scalar, Map<String, PredefinedMetric> words, Problems problems) {
    String otherwise = "Write one of " + String.join(", ", words.keySet());
    if (!scalar.text().matches("SageMaker[A-Za-z0-9]{1,200}")) {
      problems.error(scalar, "no metric " + Problems.quoted(scalar.text()) + " can be tracked",
          Nearest.didYouMean(scalar.text(), words.keySet(), otherwise + ", or {namespace, name, dimensions, stat}"));
      return;
    }
    String what = "sagescale does not know the metric type " + Problems.quoted(scalar.text());
    String next = Nearest.didYouMean(scalar.text(), words.keySet(), "It goes to AWS as it is, but cannot be simulated");
    problems.warning(scalar, what, next);
    unknownMetrics.add(new Problem(problems.file(), scalar.line(), scalar.column(), Problem.Severity.WARNING, what, next));
  }
}
