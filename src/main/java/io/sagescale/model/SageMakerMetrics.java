package io.sagescale.model;

import java.util.List;

/** The names of the metrics that SageMaker publishes, and the dimensions it publishes them under. */
public final class SageMakerMetrics {
  /** Namespace of invocation metrics. Source: SageMaker developer guide, monitoring-cloudwatch. */
  public static final String NAMESPACE = "AWS/SageMaker";

  public static final String CONCURRENT_REQUESTS_PER_MODEL = "ConcurrentRequestsPerModel";
  public static final String CONCURRENT_REQUESTS_PER_COPY = "ConcurrentRequestsPerCopy";
  public static final String INVOCATIONS = "Invocations";
  public static final String INVOCATIONS_PER_INSTANCE = "InvocationsPerInstance";
  public static final String INVOCATIONS_PER_COPY = "InvocationsPerCopy";
  public static final String MODEL_LATENCY = "ModelLatency";
  public static final String OVERHEAD_LATENCY = "OverheadLatency";
  public static final String INVOCATION_4XX_ERRORS = "Invocation4XXErrors";
  public static final String INVOCATION_5XX_ERRORS = "Invocation5XXErrors";
  public static final String INVOCATION_MODEL_ERRORS = "InvocationModelErrors";
  public static final String NO_CAPACITY_INVOCATION_FAILURES = "NoCapacityInvocationFailures";

  /** Published every ten seconds; all others once a minute. Source: SageMaker developer guide, monitoring-cloudwatch. */
  private static final List<String> EVERY_TEN_SECONDS =
      List.of(CONCURRENT_REQUESTS_PER_MODEL, CONCURRENT_REQUESTS_PER_COPY, NO_CAPACITY_INVOCATION_FAILURES);

  private SageMakerMetrics() {}

  /** True for the metrics that SageMaker publishes every ten seconds. */
  public static boolean isHighResolution(MetricId metric) {
    return metric.namespace().equals(NAMESPACE) && EVERY_TEN_SECONDS.contains(metric.name());
  }

  /** The metric of that name for one variant or component. */
  public static MetricId of(String metricName, ResourceId resource) {
    return new MetricId(NAMESPACE, metricName, switch (resource) {
      case ResourceId.Variant v ->
          List.of(new Dimension("EndpointName", v.endpoint()), new Dimension("VariantName", v.variant()));
      case ResourceId.Component c -> List.of(new Dimension("InferenceComponentName", c.component()));
    });
  }
}
