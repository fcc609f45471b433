package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.local.Doorway.Kind;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.model.TargetTrackingPolicy;
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
      register(scaling, 1, 4);
      assertEquals(List.of("nobody created llama/AllTraffic: it is modelled with 1 of ml.g5.2xlarge in service"
          + " ('engine start --strict' refuses instead)"), door.said);
      track(scaling);
      door.advance(Duration.ofMinutes(5));
      assertEquals(AlarmState.OK, high(door));

      door.play(users(30), LLAMA);
      door.advance(Duration.ofMinutes(2));

      assertEquals(AlarmState.ALARM, high(door));
      ScalingActivity out = activities(scaling).getFirst();
      assertEquals("InProgress", out.statusCodeAsString());
      assertEquals("Setting desired instance count to 4.", out.description());
      assertEquals(1, running(door));

      door.advance(Duration.ofMinutes(15));
      assertEquals(4, running(door));
      assertEquals("Successful", activities(scaling).getFirst().statusCodeAsString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void stateSurvivesReopening(Kind kind) throws IOException {
    List<ScalingActivity> before;
    try (Doorway door = kind.open(state)) {
      register(door.scaling(), 1, 4);
      track(door.scaling());
      door.play(users(30), LLAMA);
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

  private static AlarmState high(Doorway door) {
    return door.look(it -> {
      TargetTrackingPolicy policy = (TargetTrackingPolicy) it.engine().scaling().policies(LLAMA).getFirst();
      String name = it.engine().scaling().managedAlarms(LLAMA, policy).stream()
          .map(AlarmRule::name).filter(alarm -> alarm.contains("AlarmHigh")).findFirst().orElseThrow();
      return it.engine().alarms().status(name).state();
    });
  }

  private static List<ScalingActivity> activities(ApplicationAutoScalingClient scaling) {
    return scaling.describeScalingActivities(r -> r.serviceNamespace("sagemaker").resourceId(ID)).scalingActivities();
  }

  private static List<Traffic> users(int count) {
    return List.of(new Traffic(new Traffic.Source.ClosedLoop(count, Duration.ofMillis(200), Duration.ZERO, null, null,
        new Traffic.Lengths.Fixed(550, 150)), 1, 1, false));
  }
}
