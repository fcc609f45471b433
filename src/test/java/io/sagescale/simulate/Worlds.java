package io.sagescale.simulate;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Short words for the policies and scenarios of the launch post, to build tests from. */
final class Worlds {
  static final Instant MINUTE = Instant.parse("2026-01-05T08:00:00Z");
  static final ResourceId VARIANT = new ResourceId.Variant("llama3-8b", "AllTraffic");
  static final ResourceId COMPONENT = new ResourceId.Component("llama3-8b-ic");

  private Worlds() {}

  static EndpointScaling policies(ResourceId resource, int min, int max, EndpointScaling.PolicySpec... specs) {
    return new EndpointScaling("test", new TreeMap<>(),
        new ScalableTarget(resource, CapacityRange.between(min, max), Suspension.NONE), List.of(specs), List.of(), null);
  }

  static EndpointScaling.PolicySpec tracking(String name, PredefinedMetric metric, double target, int cooldownSeconds) {
    return new EndpointScaling.PolicySpec(new TargetTrackingPolicy(name, new TrackedMetric.Predefined(metric), target,
        Duration.ofSeconds(cooldownSeconds), Duration.ofSeconds(cooldownSeconds), false), null);
  }

  static EndpointScaling.PolicySpec concurrency(double target) {
    return tracking("concurrency", PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL, target, 180);
  }

  static EndpointScaling.PolicySpec invocations(double target) {
    return tracking("invocations", PredefinedMetric.VARIANT_INVOCATIONS_PER_INSTANCE, target, 180);
  }

  /** N streaming users of the post's lengths, from {@code start} for {@code lasts}. */
  static Traffic users(int users, Duration start, @Nullable Duration lasts) {
    return new Traffic(new Traffic.Source.ClosedLoop(users, Duration.ZERO, start, lasts, null,
        new Traffic.Lengths.Normal(550, 150, 150, 80)), 1, 1, true);
  }

  /** A start that takes 427 seconds in all: 192 before the instance runs, 235 on it. */
  static StartupProfile start427() {
    return new StartupProfile(Duration.ofSeconds(192), Duration.ofSeconds(200), Duration.ofSeconds(100),
        Duration.ofSeconds(60), Duration.ofSeconds(25), Duration.ofSeconds(10), Duration.ZERO, 0, false);
  }

  static ServerProfile llama3() {
    return Profiles.byId("llama3-8b/g5.2xlarge/tgi-2.0.0-launch").orElseThrow();
  }

  static Scenario scenario(
      Duration duration, List<Traffic> traffic, Scenario.@Nullable Hosting hosting, int copies,
      List<Scenario.ScenarioEvent> events, long seed) {
    Scenario.Setup setup = new Scenario.Setup(copies, "ml.g5.2xlarge", llama3(), start427(),
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, hosting, 20, 1, List.of(), null);
    return new Scenario("test", MINUTE, duration, traffic, setup, Scenario.Timings.DEFAULT, events, seed);
  }

  static RunResult run(EndpointScaling policy, Scenario scenario) {
    return Simulation.run(List.of(policy), scenario, Simulation.Progress.NONE, null);
  }
}
