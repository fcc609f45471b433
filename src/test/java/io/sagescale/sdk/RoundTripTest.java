package io.sagescale.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.NotScaledReason;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes to the SDK's types and comes back is the same value. */
class RoundTripTest {
  private static final ResourceId VARIANT = new ResourceId.Variant("llama", "AllTraffic");
  private static final ResourceId COMPONENT = new ResourceId.Component("llama-ic");
  private static final MetricId QUEUE = new MetricId("Ours", "Queue", List.of(new Dimension("Team", "genai")));
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00.915Z");

  static Stream<ScalableTarget> targets() {
    return Stream.of(
        new ScalableTarget(VARIANT, CapacityRange.between(1, 4), Suspension.NONE),
        new ScalableTarget(COMPONENT, CapacityRange.between(0, 9), new Suspension(true, false, true)));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void targetsComeBack(ScalableTarget target) {
    assertEquals(Optional.of(target), Targets.ofSdk(Targets.toSdk(target)));
  }

  @Test
  void aTargetOfAnotherDimensionIsNoneOfOurs() {
    var sdk = Targets.toSdk(new ScalableTarget(VARIANT, CapacityRange.between(1, 4), Suspension.NONE));
    assertEquals(Optional.empty(),
        Targets.ofSdk(sdk.toBuilder().scalableDimension("sagemaker:variant:DesiredProvisionedConcurrency").build()));
  }

  static Stream<ScalingPolicy> policies() {
    return Stream.of(
        new TargetTrackingPolicy("plain",
            new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), 5, null, null, false),
        new TargetTrackingPolicy("full",
            new TrackedMetric.Predefined(PredefinedMetric.COMPONENT_INVOCATIONS_PER_COPY), 70.5,
            Duration.ofSeconds(180), Duration.ZERO, true),
        new TargetTrackingPolicy("single", new TrackedMetric.Single(QUEUE, Statistic.AVERAGE), 3, null, null, false),
        new TargetTrackingPolicy("math", new TrackedMetric.Math(List.of(
            new MetricQuery.Metric("m1", QUEUE, new Statistic.Percentile(99.9), Duration.ofSeconds(60), false),
            new MetricQuery.Expression("e1", "FILL(m1, 0) / 2", true))), 3, null, null, false),
        new StepScalingPolicy("step", AdjustmentType.CHANGE_IN_CAPACITY,
            List.of(new StepAdjustment(0.0, 20.0, 1), new StepAdjustment(20.0, null, 2)), Duration.ofSeconds(60),
            StepScalingPolicy.Aggregation.MAXIMUM, null),
        new StepScalingPolicy("percent", AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
            List.of(new StepAdjustment(null, 0.0, -30)), null, StepScalingPolicy.Aggregation.AVERAGE, 2));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void policiesComeBack(ScalingPolicy policy) {
    assertEquals(Optional.of(policy), Policies.ofSdk(Policies.toSdk(VARIANT, policy)));
  }

  static Stream<ScheduledAction> actions() {
    return Stream.of(
        new ScheduledAction("once", new ScheduleExpression.At(LocalDateTime.parse("2026-07-01T09:05:00")),
            ZoneId.of("Europe/Berlin"), null, null, 2, 8),
        new ScheduledAction("often", new ScheduleExpression.Rate(Duration.ofMinutes(90)), ZoneOffset.UTC, NOON,
            NOON.plusSeconds(60), null, 8),
        new ScheduledAction("daily", new ScheduleExpression.Cron("0 9 * * ? *"), ZoneOffset.UTC, null, null, 2, null));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void scheduledActionsComeBack(ScheduledAction action) {
    assertEquals(Optional.of(action), Schedules.ofSdk(Schedules.toSdk(VARIANT, action)));
  }

  @Test
  void anOffsetIsNoTimeZone() {
    assertEquals(Optional.empty(), Schedules.zone("+02:00"));
  }

  static Stream<NotScaledReason> reasons() {
    return Stream.of(new NotScaledReason.AnticipatedFlapping(), new NotScaledReason.PutAsUnscalable(),
        new NotScaledReason.AtMax(4), new NotScaledReason.AtMin(1), new NotScaledReason.AtDesired(3));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void notScaledActivitiesComeBack(NotScaledReason reason) {
    ScalingActivity activity = new ScalingActivity("id", COMPONENT, "Attempting to scale due to alarm triggered", "cause",
        NOON, null, ScalingActivity.Status.FAILED, null, List.of(reason));
    assertEquals(Optional.of(activity), Activities.ofSdk(Activities.toSdk(activity)));
  }

  @Test
  void activitiesComeBack() {
    ScalingActivity activity = new ScalingActivity("id", VARIANT, "Setting desired instance count to 2.", "cause", NOON,
        NOON.plusSeconds(427), ScalingActivity.Status.SUCCESSFUL, "done", List.of());
    assertEquals(Optional.of(activity), Activities.ofSdk(Activities.toSdk(activity)));
  }
}
