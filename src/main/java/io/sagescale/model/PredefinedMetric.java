package io.sagescale.model;

import java.time.Duration;
import java.util.Optional;

/**
 * AWS's predefined metric types for SageMaker variants and inference components, with the metric each one reads.
 *
 * <p>Source: AAS API, {@code PredefinedMetricSpecification}; SageMaker developer guide, monitoring-cloudwatch. The
 * statistic Maximum of the two high-resolution types was seen on a live alarm; AWS documents only Min and Max as valid.
 */
public enum PredefinedMetric {
  VARIANT_INVOCATIONS_PER_INSTANCE(
      "SageMakerVariantInvocationsPerInstance", "InvocationsPerInstance",
      ScalableDimension.VARIANT_DESIRED_INSTANCE_COUNT, Statistic.SUM, Duration.ofSeconds(60)),
  VARIANT_CONCURRENT_REQUESTS_PER_MODEL(
      "SageMakerVariantConcurrentRequestsPerModelHighResolution", "ConcurrentRequestsPerModel",
      ScalableDimension.VARIANT_DESIRED_INSTANCE_COUNT, Statistic.MAXIMUM, Duration.ofSeconds(10)),
  COMPONENT_INVOCATIONS_PER_COPY(
      "SageMakerInferenceComponentInvocationsPerCopy", "InvocationsPerCopy",
      ScalableDimension.COMPONENT_DESIRED_COPY_COUNT, Statistic.SUM, Duration.ofSeconds(60)),
  COMPONENT_CONCURRENT_REQUESTS_PER_COPY(
      "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution", "ConcurrentRequestsPerCopy",
      ScalableDimension.COMPONENT_DESIRED_COPY_COUNT, Statistic.MAXIMUM, Duration.ofSeconds(10));

  private final String typeName;
  private final String metricName;
  private final ScalableDimension dimension;
  private final Statistic statistic;
  private final Duration period;

  PredefinedMetric(
      String typeName, String metricName, ScalableDimension dimension, Statistic statistic, Duration period) {
    this.typeName = typeName;
    this.metricName = metricName;
    this.dimension = dimension;
    this.statistic = statistic;
    this.period = period;
  }

  /** AWS's name of the type. */
  public String typeName() {
    return typeName;
  }

  public String metricName() {
    return metricName;
  }

  public ScalableDimension dimension() {
    return dimension;
  }

  public Statistic statistic() {
    return statistic;
  }

  public Duration period() {
    return period;
  }

  public boolean isHighResolution() {
    return period.toSeconds() < 60;
  }

  /** The metric that this type reads for one resource. */
  public MetricId metricOf(ResourceId resource) {
    return SageMakerMetrics.of(metricName, resource);
  }

  public static Optional<PredefinedMetric> ofTypeName(String typeName) {
    for (PredefinedMetric metric : values()) {
      if (metric.typeName.equals(typeName)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
