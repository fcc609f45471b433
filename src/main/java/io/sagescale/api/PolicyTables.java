package io.sagescale.api;

import static io.sagescale.api.Constraint.each;
import static io.sagescale.api.Constraint.inside;
import static io.sagescale.api.Constraint.on;

import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.PredefinedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetric;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDataQuery;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricStat;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** What the structures of a scaling policy must satisfy. Source: AAS API, the constraints of its shapes. */
final class PolicyTables {
  private static final String TEXT = AutoScalingTables.TEXT;

  static final List<Constraint<StepScalingPolicyConfiguration>> STEP = List.of(
      on("adjustmentType", StepScalingPolicyConfiguration::adjustmentTypeAsString)
          .oneOf(AutoScalingWords.ADJUSTMENT_TYPES),
      each("stepAdjustments", StepScalingPolicyConfiguration::stepAdjustments, List.of(
          on("scalingAdjustment", StepAdjustment::scalingAdjustment).required())),
      on("metricAggregationType", StepScalingPolicyConfiguration::metricAggregationTypeAsString)
          .oneOf(AutoScalingWords.AGGREGATION_TYPES));

  private static final List<Constraint<PredefinedMetricSpecification>> PREDEFINED = List.of(
      on("predefinedMetricType", PredefinedMetricSpecification::predefinedMetricTypeAsString)
          .required().oneOf(AutoScalingWords.METRIC_TYPES),
      on("resourceLabel", PredefinedMetricSpecification::resourceLabel).length(1, 1023));

  private static final List<Constraint<TargetTrackingMetric>> METRIC = List.of(
      each("dimensions", TargetTrackingMetric::dimensions, List.of(
          on("name", TargetTrackingMetricDimension::name).required().length(1, 255).pattern(TEXT),
          on("value", TargetTrackingMetricDimension::value).required().length(1, 1024).pattern(TEXT))),
      on("metricName", TargetTrackingMetric::metricName).length(1, 255).pattern(TEXT),
      on("namespace", TargetTrackingMetric::namespace).length(1, 255).pattern(TEXT));

  private static final List<Constraint<TargetTrackingMetricDataQuery>> QUERY = List.of(
      on("expression", TargetTrackingMetricDataQuery::expression).length(1, 2048).pattern(TEXT),
      on("id", TargetTrackingMetricDataQuery::id).required().length(1, 255).pattern(TEXT),
      on("label", TargetTrackingMetricDataQuery::label).pattern(TEXT),
      inside("metricStat", TargetTrackingMetricDataQuery::metricStat, List.of(
          on("metric", TargetTrackingMetricStat::metric).required(),
          inside("metric", TargetTrackingMetricStat::metric, METRIC),
          on("stat", TargetTrackingMetricStat::stat).required().pattern(TEXT),
          on("unit", TargetTrackingMetricStat::unit).length(1, 1023).pattern(TEXT))));

  private static final List<Constraint<CustomizedMetricSpecification>> CUSTOMIZED = List.of(
      each("dimensions", CustomizedMetricSpecification::dimensions, List.of(
          on("name", MetricDimension::name).required(),
          on("value", MetricDimension::value).required())),
      on("statistic", CustomizedMetricSpecification::statisticAsString).oneOf(AutoScalingWords.STATISTICS),
      each("metrics", CustomizedMetricSpecification::metrics, QUERY));

  static final List<Constraint<TargetTrackingScalingPolicyConfiguration>> TRACKING = List.of(
      on("targetValue", TargetTrackingScalingPolicyConfiguration::targetValue).required(),
      inside("predefinedMetricSpecification", TargetTrackingScalingPolicyConfiguration::predefinedMetricSpecification,
          PREDEFINED),
      inside("customizedMetricSpecification", TargetTrackingScalingPolicyConfiguration::customizedMetricSpecification,
          CUSTOMIZED));

  private PolicyTables() {}
}
