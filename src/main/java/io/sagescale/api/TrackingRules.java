package io.sagescale.api;

import io.sagescale.metrics.MetricMath;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.sdk.Policies;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.PredefinedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingMetricDataQuery;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/**
 * What Application Auto Scaling refuses in a target tracking policy, and what this engine cannot evaluate.
 *
 * <p>Source: texts seen on AWS. Unverified, in words of ours: negative cooldowns, target values that are not above 0, resource
 * labels. Refused here and not by AWS: units, of which the engine keeps none, and metric math that it does not know.
 */
final class TrackingRules {
  /** Source: AAS API, {@code TargetValue}: within 2 to the power of 360. */
  private static final double LARGEST_TARGET = Math.pow(2, 360);

  /** Source: AAS user guide, metric math: metrics in one policy. */
  private static final int QUERIES_MAX = 10;

  private static final String NOT_VALID = "The customized metric specification is not valid.";
  private static final String NO_UNIT = "None";

  private TrackingRules() {}

  static TargetTrackingPolicy policy(
      ResourceId resource, String name, TargetTrackingScalingPolicyConfiguration configuration) {
    PredefinedMetricSpecification predefined = configuration.predefinedMetricSpecification();
    CustomizedMetricSpecification customized = configuration.customizedMetricSpecification();
    refuse(predefined != null && customized != null, "Only one of PredefinedMetricSpecification or "
        + "CustomizedMetricSpecification can be set for target tracking scaling.");
    if (predefined != null) {
      judge(resource, predefined);
    } else if (customized != null) {
      judge(customized);
    } else {
      throw Refusal.invalid("PredefinedMetricSpecification or CustomizedMetricSpecification must be set "
          + "for target tracking scaling.");
    }
    double target = configuration.targetValue();
    refuse(!(target > 0 && target <= LARGEST_TARGET), "Target value must be greater than 0 and at most 2^360");
    refuse(isNegative(configuration.scaleOutCooldown()), "Scale out cooldown cannot be less than 0");
    refuse(isNegative(configuration.scaleInCooldown()), "Scale in cooldown cannot be less than 0");
    TargetTrackingPolicy policy =
        Policies.tracking(name, configuration).orElseThrow(() -> Refusal.invalid(NOT_VALID));
    refuseUnknownMath(policy.metric());
    return policy;
  }

  private static void judge(ResourceId resource, PredefinedMetricSpecification predefined) {
    List<String> types = Stream.of(PredefinedMetric.values())
        .filter(metric -> metric.dimension() == resource.dimension()).map(PredefinedMetric::typeName).toList();
    refuse(!types.contains(predefined.predefinedMetricTypeAsString()), "Scalable dimension "
        + resource.dimension().text() + " only supports the following predefined metric types: "
        + String.join(", ", types));
    refuse(predefined.resourceLabel() != null, "Resource label cannot be specified for predefined metric type "
        + predefined.predefinedMetricTypeAsString());
  }

  private static void judge(CustomizedMetricSpecification customized) {
    boolean isSingle = customized.metricName() != null || customized.namespace() != null
        || customized.hasDimensions() || customized.statistic() != null || customized.unit() != null;
    refuse(customized.hasMetrics() && (isSingle || customized.metrics().isEmpty()), NOT_VALID);
    refuse(customized.metrics().size() > QUERIES_MAX, NOT_VALID);
    refuseUnit(customized.unit());
    for (TargetTrackingMetricDataQuery query : customized.metrics()) {
      refuseUnit(query.metricStat() == null ? null : query.metricStat().unit());
    }
  }

  private static void refuseUnknownMath(TrackedMetric metric) {
    if (metric instanceof TrackedMetric.Math(List<MetricQuery> queries)
        && MetricMath.parse(queries) instanceof MetricMath.Parsed.Refused refused) {
      throw Refusal.invalid(NOT_VALID + " " + String.join("; ", refused.problems()));
    }
  }

  private static void refuseUnit(@Nullable String unit) {
    refuse(unit != null && !unit.equals(NO_UNIT),
        NOT_VALID + " This engine keeps no units: leave out unit " + unit + ".");
  }

  private static boolean isNegative(@Nullable Integer seconds) {
    return seconds != null && seconds < 0;
  }

  private static void refuse(boolean isWrong, String message) {
    if (isWrong) {
      throw Refusal.invalid(message);
    }
  }
}
