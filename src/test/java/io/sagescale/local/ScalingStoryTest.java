package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Destination;
import io.sagescale.local.Doorway.Kind;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** What people do with an engine, through the SDK's own clients, at each door: register, track, load, alarm, capacity. */
class ScalingStoryTest {
  private static final ResourceId.Variant LLAMA = new ResourceId.Variant("llama", "AllTraffic");
  private static final String ID = LLAMA.text();
  private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";

  @TempDir Path state;

  @ParameterizedTest
  @EnumSource
  void loadBecomesCapacity(Kind kind) throws IOException {
    try (Doorway door = kind.open(state)) {
      ApplicationAutoScalingClient scaling = door.scaling();
      CloudWatchClient cloudWatch = door.cloudWatch();
      register(scaling, 1, 4);
      assertEquals(List.of("nobody created llama/AllTraffic: it is modelled with 1 of ml.g5.2xlarge in service"
          + " (--strict refuses instead)"), door.said);
      track(scaling);
      door.advance(Duration.ofMinutes(5));
      assertEquals("OK", high(cloudWatch).stateValueAsString());

      door.play(users(30), Destination.endpoint("llama"));
      door.advance(Duration.ofMinutes(2));

      assertEquals("ALARM", high(cloudWatch).stateValueAsString());
      ScalingActivity out = activities(scaling).getFirst();
      assertEquals("InProgress", out.statusCodeAsString());
      assertEquals("Setting desired instance count to 4.", out.description());
      assertEquals(1, running(door));

      door.advance(Duration.ofMinutes(15));
      assertEquals(4, running(door));
      assertEquals("Successful", activities(scaling).getFirst().statusCodeAsString());
      assertTrue(cloudWatch.describeAlarmHistory(r -> r.alarmName(high(cloudWatch).alarmName())).alarmHistoryItems()
          .stream().anyMatch(item -> item.historySummary().equals("Alarm updated from OK to ALARM")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void putMetricDataFiresAStepPolicy(Kind kind) throws IOException {
    try (Doorway door = kind.open(state)) {
      ApplicationAutoScalingClient scaling = door.scaling();
      CloudWatchClient cloudWatch = door.cloudWatch();
      register(scaling, 1, 4);
      String arn = scaling.putScalingPolicy(r -> r.policyName("burst").serviceNamespace("sagemaker").resourceId(ID)
          .scalableDimension(DIMENSION).policyType("StepScaling")
          .stepScalingPolicyConfiguration(c -> c.adjustmentType("ChangeInCapacity").cooldown(60)
              .stepAdjustments(s -> s.metricIntervalLowerBound(0.0).scalingAdjustment(2)))).policyARN();
      cloudWatch.putMetricAlarm(r -> r.alarmName("queue").namespace("Shop").metricName("Waiting").statistic("Maximum")
          .period(10).evaluationPeriods(1).threshold(20.0).comparisonOperator("GreaterThanOrEqualToThreshold")
          .treatMissingData("notBreaching").alarmActions(arn));
      for (int i = 0; i < 3; i++) {
        cloudWatch.putMetricData(r -> r.namespace("Shop")
            .metricData(MetricDatum.builder().metricName("Waiting").value(25.0).storageResolution(1).build()));
        door.advance(Duration.ofSeconds(10));
      }
      assertEquals(3, desired(door));
      assertEquals("Setting desired instance count to 3.", activities(scaling).getFirst().description());
    }
  }

  @ParameterizedTest
  @EnumSource
  void stateSurvivesReopening(Kind kind) throws IOException {
    List<ScalingActivity> before;
    try (Doorway door = kind.open(state)) {
      register(door.scaling(), 1, 4);
      track(door.scaling());
      door.play(users(30), Destination.endpoint("llama"));
      door.advance(Duration.ofMinutes(30));
      before = activities(door.scaling());
    }
    assertTrue(!before.isEmpty());
    try (Doorway door = kind.open(state, Doorway.NOON.plus(Duration.ofMinutes(30)))) {
      assertEquals(List.of(), door.said, "what was said once is not said again");
      assertEquals(before, activities(door.scaling()));
      assertEquals(4, door.scaling().describeScalableTargets(r -> r.serviceNamespace("sagemaker"))
          .scalableTargets().getFirst().maxCapacity());
    }
  }

  private static int running(Doorway door) {
    Integer running = door.look(it -> it.engine().fleet().capacity(LLAMA).running());
    return running;
  }

  private static int desired(Doorway door) {
    Integer desired = door.look(it -> it.engine().fleet().capacity(LLAMA).desired());
    return desired;
  }

  private static void register(ApplicationAutoScalingClient scaling, int min, int max) {
    scaling.registerScalableTarget(r -> r.serviceNamespace("sagemaker").resourceId(ID).scalableDimension(DIMENSION)
        .minCapacity(min).maxCapacity(max));
  }

  private static void track(ApplicationAutoScalingClient scaling) {
    scaling.putScalingPolicy(r -> r.policyName("concurrency").serviceNamespace("sagemaker").resourceId(ID)
        .scalableDimension(DIMENSION).policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(5.0).scaleOutCooldown(60).scaleInCooldown(60)
            .predefinedMetricSpecification(m -> m.predefinedMetricType(
                "SageMakerVariantConcurrentRequestsPerModelHighResolution"))));
  }

  private static MetricAlarm high(CloudWatchClient cloudWatch) {
    return cloudWatch.describeAlarms(r -> r.alarmNamePrefix("TargetTracking-" + ID)).metricAlarms().stream()
        .filter(alarm -> alarm.alarmName().contains("AlarmHigh")).findFirst().orElseThrow();
  }

  private static List<ScalingActivity> activities(ApplicationAutoScalingClient scaling) {
    return scaling.describeScalingActivities(r -> r.serviceNamespace("sagemaker").resourceId(ID)).scalingActivities();
  }

  private static List<Traffic> users(int count) {
    return List.of(new Traffic(new Traffic.Source.ClosedLoop(count, Duration.ofMillis(200), Duration.ZERO, null, null,
        new Traffic.Lengths.Fixed(550, 150)), 1, 1, false));
  }
}
