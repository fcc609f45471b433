package io.sagescale.yaml;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling.PolicySpec;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.yaml.Node.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy pasted as AWS's JSON, in the shape of {@code PutScalingPolicy}; a step policy brings its alarm in the
 * shape of {@code PutMetricAlarm} under {@code Alarm}. Source: AAS API, {@code PutScalingPolicy}.
 */
final class RawReader {
  private static final String TRACKING = "TargetTrackingScalingPolicyConfiguration";
  private static final String STEP = "StepScalingPolicyConfiguration";
  private static final int MOST_COOLDOWN = 31_536_000;

  private final ResourceId resource;
  private final List<Problem> unknownMetrics;

  RawReader(ResourceId resource, List<Problem> unknownMetrics) {
    this.resource = resource;
    this.unknownMetrics = unknownMetrics;
  }

  /** Null when refused, and when its metric type is one that only AWS knows. */
  @Nullable PolicySpec read(String name, Fields raw) {
    same(raw, "PolicyName", name);
    same(raw, "ServiceNamespace", "sagemaker");
    same(raw, "ResourceId", resource.text());
    same(raw, "ScalableDimension", resource.dimension().text());
    String kind = raw.oneOf(true, List.of(TRACKING, STEP));
    Fields body = kind == null ? null : raw.mapping(kind);
    boolean isTracking = TRACKING.equals(kind);
    same(raw, "PolicyType", isTracking ? "TargetTrackingScaling" : "StepScaling");
    PolicySpec policy = body == null ? null : isTracking ? tracking(name, body) : step(name, raw, body);
    raw.close();
    return policy;
  }

  private static void same(Fields fields, String key, String expected) {
    String text = fields.text(key);
    if (text != null && !text.equals(expected)) {
      fields.error(fields.at(key), key + " is " + Problems.quoted(text) + " here and " + Problems.quoted(expected)
          + " in the rest of the file", "Remove " + key);
    }
  }

  private @Nullable PolicySpec tracking(String name, Fields body) {
    body.required("TargetValue", "5");
    Double target = body.positive("TargetValue", TrackReader.MOST_TARGET);
    Duration out = cooldown(body, "ScaleOutCooldown");
    Duration in = cooldown(body, "ScaleInCooldown");
    boolean isScaleInDisabled = body.truth("DisableScaleIn", false);
    String kind = body.oneOf(true, List.of("PredefinedMetricSpecification", "CustomizedMetricSpecification"));
    Fields specification = kind == null ? null : body.mapping(kind);
    TrackedMetric metric = specification == null || kind == null ? null
        : kind.startsWith("Pre") ? predefined(specification)
        : new RawMetrics(specification.problems()).tracked(specification);
    body.close();
    return metric == null || target == null ? null
        : new PolicySpec(new TargetTrackingPolicy(name, metric, target, out, in, isScaleInDisabled), null);
  }

  private @Nullable TrackedMetric predefined(Fields fields) {
    Node node = fields.required("PredefinedMetricType", "SageMakerVariantInvocationsPerInstance");
    fields.text("ResourceLabel");
    PredefinedMetric type = node instanceof Scalar scalar
        ? new TrackReader(resource, unknownMetrics).predefined(scalar, fields.problems()) : null;
    fields.close();
    return type == null ? null : new TrackedMetric.Predefined(type);
  }

  private static @Nullable Duration cooldown(Fields body, String key) {
    Integer seconds = body.whole(key, 0, MOST_COOLDOWN);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private @Nullable PolicySpec step(String name, Fields raw, Fields body) {
    int before = raw.problems().errors();
    body.required("AdjustmentType", "ChangeInCapacity");
    AdjustmentType type = body.choice("AdjustmentType", Choices.words(AdjustmentType.values(), AdjustmentType::text));
    Duration cooldown = cooldown(body, "Cooldown");
    Aggregation given = body.choice("MetricAggregationType", Choices.words(Aggregation.values(), Aggregation::text));
    Integer magnitude = body.whole("MinAdjustmentMagnitude", 1, StepReader.MOST_ADJUSTMENT);
    List<Steps.Step> steps = steps(body);
    boolean isSound = Steps.areSound(steps, BigDecimal.ZERO, "StepAdjustments", body);
    body.close();
    raw.required("Alarm", "{...}, the alarm in the shape of PutMetricAlarm");
    Fields alarm = raw.mapping("Alarm");
    AlarmRule rule = alarm == null ? null : new RawAlarm(resource).read(name, alarm);
    if (raw.problems().errors() > before || !isSound || type == null || rule == null) {
      return null;
    }
    Aggregation aggregation = given == null ? Aggregation.AVERAGE : given;
    return new PolicySpec(
        new StepScalingPolicy(name, type, steps.stream().map(step -> step.relativeTo(BigDecimal.ZERO)).toList(), cooldown,
            aggregation, magnitude),
        rule);
  }

  private static List<Steps.Step> steps(Fields body) {
    List<Steps.Step> steps = new ArrayList<>();
    for (Node item : body.list("StepAdjustments")) {
      Fields step = Fields.of(item, "a step adjustment", body.problems());
      if (step == null) {
        continue;
      }
      BigDecimal lower = step.decimal("MetricIntervalLowerBound");
      BigDecimal upper = step.decimal("MetricIntervalUpperBound");
      step.required("ScalingAdjustment", "1");
      Integer adjustment = step.whole("ScalingAdjustment", -StepReader.MOST_ADJUSTMENT, StepReader.MOST_ADJUSTMENT);
      step.close();
      if (adjustment != null) {
        steps.add(new Steps.Step(item, lower, upper, adjustment));
      }
    }
    return steps;
  }
}
