package io.sagescale.lint;

import static io.sagescale.model.Statistic.AVERAGE;
import static io.sagescale.model.Statistic.MAXIMUM;
import static io.sagescale.model.Statistic.MINIMUM;
import static io.sagescale.model.Statistic.SUM;

import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SageMaker publishes under a metric's name.
 *
 * <p>Source: SageMaker developer guide, monitoring-cloudwatch; of {@code NoCapacityInvocationFailures} only its dimension is
 * documented.
 *
 * @param every how often, null when not documented
 * @param statistics those documented, empty for any
 * @param measures what its value says
 */
record Published(Scope scope, @Nullable Duration every, List<Statistic> statistics, Measure measures) {
  private static final String ENDPOINT_NAME = "EndpointName";
  private static final String VARIANT_NAME = "VariantName";
  private static final String COMPONENT_NAME = "InferenceComponentName";
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Map<String, Published> BY_NAME = new LinkedHashMap<>();

  static {
    put(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL, Scope.VARIANT, TEN_SECONDS, Measure.LOAD_PER_COPY, MAXIMUM, MINIMUM);
    put(SageMakerMetrics.CONCURRENT_REQUESTS_PER_COPY, Scope.COMPONENT, TEN_SECONDS, Measure.LOAD_PER_COPY, MAXIMUM, MINIMUM);
    put(SageMakerMetrics.INVOCATIONS, Scope.EITHER, MINUTE, Measure.TOTAL_LOAD, SUM);
    put(SageMakerMetrics.INVOCATIONS_PER_INSTANCE, Scope.VARIANT, MINUTE, Measure.LOAD_PER_COPY, SUM);
    put(SageMakerMetrics.INVOCATIONS_PER_COPY, Scope.COMPONENT, MINUTE, Measure.LOAD_PER_COPY, SUM);
    put(SageMakerMetrics.MODEL_LATENCY, Scope.EITHER, MINUTE, Measure.OTHER);
    put(SageMakerMetrics.OVERHEAD_LATENCY, Scope.EITHER, MINUTE, Measure.OTHER);
    put(SageMakerMetrics.INVOCATION_4XX_ERRORS, Scope.EITHER, MINUTE, Measure.OTHER, AVERAGE, SUM);
    put(SageMakerMetrics.INVOCATION_5XX_ERRORS, Scope.EITHER, MINUTE, Measure.OTHER, AVERAGE, SUM);
    put(SageMakerMetrics.INVOCATION_MODEL_ERRORS, Scope.EITHER, MINUTE, Measure.OTHER, AVERAGE, SUM);
    put(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES, Scope.COMPONENT, null, Measure.TOTAL_LOAD);
  }

  /** What a metric is published for. */
  enum Scope {
    VARIANT, COMPONENT, EITHER;

    private boolean covers(List<String> dimensions) {
      boolean isVariant = dimensions.contains(ENDPOINT_NAME) && dimensions.contains(VARIANT_NAME);
      boolean isComponent = dimensions.contains(COMPONENT_NAME);
      return switch (this) {
        case VARIANT -> isVariant;
        case COMPONENT -> isComponent;
        case EITHER -> isVariant || isComponent;
      };
    }

    /** The dimensions in words. */
    String words() {
      return switch (this) {
        case VARIANT -> ENDPOINT_NAME + " and " + VARIANT_NAME;
        case COMPONENT -> COMPONENT_NAME;
        case EITHER -> ENDPOINT_NAME + " and " + VARIANT_NAME + ", or " + COMPONENT_NAME;
      };
    }
  }

  /** What a metric's value says. */
  enum Measure { LOAD_PER_COPY, TOTAL_LOAD, OTHER }

  private static void put(String name, Scope scope, @Nullable Duration every, Measure measures, Statistic... statistics) {
    BY_NAME.put(name, new Published(scope, every, List.of(statistics), measures));
  }

  /** Null for metrics that are not SageMaker's invocation metrics. */
  static @Nullable Published of(@Nullable MetricId metric) {
    return metric == null || !metric.namespace().equals(SageMakerMetrics.NAMESPACE) ? null : BY_NAME.get(metric.name());
  }

  static boolean isLoad(@Nullable MetricId metric) {
    Published published = of(metric);
    return published != null && published.measures != Measure.OTHER;
  }

  static boolean isLoadPerCopy(@Nullable MetricId metric) {
    Published published = of(metric);
    return published != null && published.measures == Measure.LOAD_PER_COPY;
  }

  /** Whether it is measured every ten seconds. */
  static boolean isFast(@Nullable MetricId metric) {
    Published published = of(metric);
    return published != null && TEN_SECONDS.equals(published.every);
  }

  boolean isPublishedAs(MetricId metric) {
    return scope.covers(metric.dimensions().stream().map(Dimension::name).toList());
  }

  /** The statistics in words. */
  String statisticWords() {
    return String.join(" or ", statistics.stream().map(Statistic::text).toList());
  }

  /** The value of a dimension, null when the metric has none of that name. */
  static @Nullable String value(MetricId metric, String dimension) {
    return metric.dimensions().stream().filter(d -> d.name().equals(dimension)).map(Dimension::value).findFirst().orElse(null);
  }

  /** The dimensions that name what a resource is, in pairs of name and value. */
  static Stream<Dimension> namesOf(ResourceId resource) {
    return SageMakerMetrics.of(SageMakerMetrics.INVOCATIONS, resource).dimensions().stream();
  }
}
