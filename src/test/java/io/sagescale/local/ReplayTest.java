package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Fact;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** What a state kept of a run, played again: every fact of the run comes back, at its instant and in its order. */
@Timeout(60)
class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ResourceId.Variant LLAMA = new ResourceId.Variant("llama", "Blue");
  private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";

  @TempDir Path state;

  /** Speed 0 is a manual clock. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 60})
  void theLogOfARunReplaysToTheSameFacts(int speed) throws Exception {
    List<Fact> lived = new ArrayList<>();
    Instant end = live(speed, lived);
    assertTrue(count(lived, Fact.RequestEnded.class) > 1000, "requests came");
    assertTrue(count(lived, Fact.AlarmTurned.class) >= 4, "alarms turned");
    assertTrue(count(lived, Fact.ActivityChanged.class) >= 3, "capacity moved");

    List<Fact> again = new ArrayList<>();
    try (LocalEngine engine = open(end, again)) {
      assertEquals(end, engine.engine().now());
    }
    assertEquals(lived.size(), again.size());
    for (int i = 0; i < lived.size(); i++) {
      assertEquals(lived.get(i), again.get(i));
    }
  }

  /** Half an hour of traffic, calls and metrics at odd instants; returns the engine's time at the end. */
  private Instant live(int speed, List<Fact> facts) throws Exception {
    HandClock clock = new HandClock(NOON);
    LocalEngine engine = open(NOON, facts);
    RealTimeDriver driver = RealTimeDriver.start(
        engine, speed == 0 ? EngineClock.manual() : EngineClock.scaled(clock, NOON, speed));
    InProcessHttpClient http = new InProcessHttpClient(driver);
    try (ApplicationAutoScalingClient scaling = client(ApplicationAutoScalingClient.builder(), http);
        CloudWatchClient watch = client(CloudWatchClient.builder(), http);
        SageMakerRuntimeClient runtime = client(SageMakerRuntimeClient.builder(), http)) {
      driver.onLoop(it -> it.playOnce(new EngineServer.Play(users(), LLAMA)));
      move(driver, clock, speed, Duration.ofNanos(7_123_456_789L));
      scaling.registerScalableTarget(r -> r.serviceNamespace("sagemaker").resourceId(LLAMA.text())
          .scalableDimension(DIMENSION).minCapacity(1).maxCapacity(3));
      track(scaling, 4);
      for (int i = 0; i < 60; i++) {
        move(driver, clock, speed, Duration.ofNanos(29_876_543_211L));
        double value = i;
        watch.putMetricData(r -> r.namespace("Ours").metricData(d -> d.metricName("Queue").value(value)));
        if (i == 20) {
          watch.putMetricAlarm(r -> r.alarmName("queue").namespace("Ours").metricName("Queue").statistic("Maximum")
              .period(60).evaluationPeriods(1).threshold(25.0).comparisonOperator("GreaterThanThreshold"));
          track(scaling, 6);
        }
        if (i == 30) {
          CompletableFuture<?> asked = CompletableFuture.supplyAsync(() -> runtime.invokeEndpoint(
              q -> q.endpointName("llama").body(SdkBytes.fromUtf8String("{\"max_new_tokens\":20}"))));
          while (!asked.isDone()) {
            move(driver, clock, speed, Duration.ofSeconds(1));
          }
          asked.get(20, TimeUnit.SECONDS);
        }
      }
      return driver.onLoop(it -> it.engine().now());
    } finally {
      driver.close();
    }
  }

  private static void move(RealTimeDriver driver, HandClock clock, int speed, Duration by) {
    if (speed == 0) {
      driver.advance(by);
    } else {
      clock.advance(by.dividedBy(speed));
      driver.onLoop(it -> it);
    }
  }

  private static void track(ApplicationAutoScalingClient scaling, double target) {
    scaling.putScalingPolicy(r -> r.policyName("concurrency").serviceNamespace("sagemaker").resourceId(LLAMA.text())
        .scalableDimension(DIMENSION).policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(target).scaleOutCooldown(60).scaleInCooldown(60)
            .predefinedMetricSpecification(m -> m.predefinedMetricType(
                "SageMakerVariantConcurrentRequestsPerModelHighResolution"))));
  }

  private LocalEngine open(Instant now, List<Fact> facts) {
    return LocalEngine.open(EngineOptions.in(state, null, line -> {}), now, Operations::all, facts::add);
  }

  private static List<Traffic> users() {
    return List.of(
        new Traffic(new Traffic.Source.ClosedLoop(12, Duration.ofMillis(200), Duration.ofMinutes(2), Duration.ofMinutes(12),
            null, new Traffic.Lengths.Normal(550, 80, 150, 40)), 1, 1, false),
        new Traffic(new Traffic.Source.Synthetic(List.of(new Traffic.Segment(Duration.ofMinutes(30), 0.2, 1)),
            Traffic.Arrivals.POISSON, new Traffic.Lengths.Fixed(550, 150)), 1, 1, true));
  }

  private static long count(List<Fact> facts, Class<? extends Fact> kind) {
    return facts.stream().filter(kind::isInstance).count();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, InProcessHttpClient http) {
    return builder.httpClient(http).endpointOverride(URI.create("http://localhost")).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))).build();
  }
}
