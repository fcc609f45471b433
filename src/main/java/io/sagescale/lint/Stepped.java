package io.sagescale.lint;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MetricId;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.scaling.StepScaling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step policy with its alarm. */
record Stepped(StepScalingPolicy policy, AlarmRule alarm) {
  static List<Stepped> of(EndpointScaling scaling) {
    List<Stepped> all = new ArrayList<>();
    for (EndpointScaling.PolicySpec spec : scaling.policies()) {
      AlarmRule alarm = spec.alarm();
      if (spec.policy() instanceof StepScalingPolicy policy && alarm != null) {
        all.add(new Stepped(policy, alarm));
      }
    }
    return all;
  }

  Place place() {
    return Place.policy(policy.name()).key("step");
  }

  Place when(String key) {
    return place().key("when", key);
  }

  /** Null for metric math. */
  @Nullable MetricId metric() {
    return metric(alarm);
  }

  /** Null for metric math. */
  static @Nullable MetricId metric(AlarmRule alarm) {
    return alarm.input() instanceof AlarmInput.Metric one ? one.metric() : null;
  }

  /** Whether the alarm fires on high values. */
  boolean isAbove() {
    return alarm.condition().comparison().isAbove();
  }

  double threshold() {
    return alarm.condition().threshold();
  }

  boolean isBreachedBy(double value) {
    return alarm.condition().comparison().isBreachedBy(value, threshold());
  }

  /** Whether it asks for more capacity; an exact capacity on high values counts. */
  boolean adds() {
    return isExact() ? isAbove() : policy.steps().stream().anyMatch(step -> step.adjustment() > 0);
  }

  /** Whether it asks for less capacity; an exact capacity on low values counts. */
  boolean removes() {
    return isExact() ? !isAbove() : policy.steps().stream().anyMatch(step -> step.adjustment() < 0);
  }

  boolean isExact() {
    return policy.adjustmentType() == AdjustmentType.EXACT_CAPACITY;
  }

  /** The step for a value of the metric, or null where there is none. */
  @Nullable StepAdjustment stepAt(double value) {
    return StepScaling.stepAt(policy.steps(), value - threshold(), isAbove());
  }
}
