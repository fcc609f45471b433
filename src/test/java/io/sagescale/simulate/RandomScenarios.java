package io.sagescale.simulate;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Comparison;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Draws small worlds with everything in them that can go together: one seed, one world. */
final class RandomScenarios {
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final RandomStream random;
  private final long seed;

  private RandomScenarios(long seed) {
    this.seed = seed;
    this.random = RandomStreams.of(seed).stream("world");
  }

  /** A policy and the world around it. */
  record World(List<EndpointScaling> policies, Scenario scenario) {}

  static World of(long seed) {
    return new RandomScenarios(seed).draw();
  }

  private World draw() {
    boolean isComponent = random.nextDouble() < 0.35;
    ResourceId resource = isComponent ? new ResourceId.Component("ic") : new ResourceId.Variant("ep", "AllTraffic");
    int min = isComponent ? whole(0, 2) : whole(1, 2);
    int max = min + whole(1, 4);
    Suspension suspension = random.nextDouble() < 0.9 ? Suspension.NONE
        : new Suspension(random.nextDouble() < 0.5, random.nextDouble() < 0.5, false);
    List<EndpointScaling.PolicySpec> policies = new ArrayList<>();
    policies.add(new EndpointScaling.PolicySpec(tracking("concurrency", true, isComponent), null));
    if (random.nextDouble() < 0.4) {
      policies.add(new EndpointScaling.PolicySpec(tracking("invocations", false, isComponent), null));
    }
    if (random.nextDouble() < 0.4) {
      policies.add(stepOut(resource));
    }
    if (random.nextDouble() < 0.3) {
      policies.add(stepIn(resource));
    }
    List<ScheduledAction> schedules = new ArrayList<>();
    if (random.nextDouble() < 0.3) {
      int newMin = whole(min, max);
      schedules.add(new ScheduledAction("change", new ScheduleExpression.At(
          START.atOffset(ZoneOffset.UTC).toLocalDateTime().plusMinutes(whole(1, 40))), ZoneOffset.UTC, null, null,
          newMin, newMin + whole(0, 3)));
    }
    EndpointScaling document = new EndpointScaling("random-" + seed, new TreeMap<>(),
        new ScalableTarget(resource, CapacityRange.between(min, max), suspension), policies, schedules, null);
    return new World(List.of(document), scenario(isComponent, min, max, document));
  }

  /** Another target value and other bounds, the first policy alone, no schedules. */
  private Scenario.Happening change(EndpointScaling document) {
    TargetTrackingPolicy first = (TargetTrackingPolicy) document.policies().getFirst().policy();
    TargetTrackingPolicy changed = new TargetTrackingPolicy(first.name(), first.metric(), whole(1, 12),
        first.scaleOutCooldown(), first.scaleInCooldown(), first.isScaleInDisabled());
    int min = whole(1, 3);
    ScalableTarget target = new ScalableTarget(
        document.target().resource(), CapacityRange.between(min, min + whole(0, 3)), Suspension.NONE);
    return new Scenario.Happening.PolicyChange(List.of(new EndpointScaling(document.name(), new TreeMap<>(), target,
        List.of(new EndpointScaling.PolicySpec(changed, null)), List.of(), null)));
  }

  private TargetTrackingPolicy tracking(String name, boolean isConcurrency, boolean isComponent) {
    PredefinedMetric type = isConcurrency
        ? (isComponent ? PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY
            : PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL)
        : (isComponent ? PredefinedMetric.COMPONENT_INVOCATIONS_PER_COPY
            : PredefinedMetric.VARIANT_INVOCATIONS_PER_INSTANCE);
    return new TargetTrackingPolicy(name, new TrackedMetric.Predefined(type), whole(1, isConcurrency ? 8 : 40),
        Duration.ofSeconds(whole(0, 300)), Duration.ofSeconds(whole(0, 300)), random.nextDouble() < 0.1);
  }

  private EndpointScaling.PolicySpec stepOut(ResourceId resource) {
    int threshold = whole(3, 10);
    StepScalingPolicy policy = new StepScalingPolicy("burst", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, 10.0, 1), new StepAdjustment(10.0, null, 2)),
        Duration.ofSeconds(whole(0, 200)), StepScalingPolicy.Aggregation.MAXIMUM, null);
    return new EndpointScaling.PolicySpec(policy, alarm("burst-high", resource, policy.name(),
        Comparison.GREATER_OR_EQUAL, threshold, whole(1, 3)));
  }

  private EndpointScaling.PolicySpec stepIn(ResourceId resource) {
    StepScalingPolicy policy = new StepScalingPolicy("calm", AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(null, 0.0, -50)), Duration.ofSeconds(whole(0, 200)),
        StepScalingPolicy.Aggregation.AVERAGE, 1);
    return new EndpointScaling.PolicySpec(policy, alarm("calm-low", resource, policy.name(),
        Comparison.LESS_OR_EQUAL, 1, whole(6, 12)));
  }

  private AlarmRule alarm(
      String name, ResourceId resource, String policy, Comparison comparison, double threshold, int periods) {
    PredefinedMetric type = resource instanceof ResourceId.Component
        ? PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY
        : PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL;
    return new AlarmRule(name,
        new AlarmInput.Metric(type.metricOf(resource), type.statistic(), Duration.ofSeconds(10)),
        new AlarmCondition(comparison, threshold, periods, null, MissingData.values()[whole(0, 3)]),
        AlarmActions.onAlarm(new AlarmAction.Scale(resource, policy)), null);
  }

  private Scenario scenario(boolean isComponent, int min, int max, EndpointScaling document) {
    List<Traffic> traffic = new ArrayList<>();
    if (random.nextDouble() < 0.7) {
      traffic.add(new Traffic(new Traffic.Source.Synthetic(List.of(
          new Traffic.Segment(Duration.ofMinutes(whole(2, 10)), random.nextDouble() * 0.5, random.nextDouble() * 2),
          new Traffic.Segment(Duration.ofMinutes(whole(1, 6)), random.nextDouble() * 3, random.nextDouble())),
          random.nextDouble() < 0.7 ? Traffic.Arrivals.POISSON : Traffic.Arrivals.EVEN,
          new Traffic.Lengths.Normal(300, 200, 60, 40)), 1, 1, random.nextDouble() < 0.5));
    } else {
      traffic.add(new Traffic(new Traffic.Source.ClosedLoop(whole(1, 25), Duration.ofSeconds(whole(0, 20)),
          Duration.ofSeconds(whole(0, 200)), Duration.ofMinutes(whole(3, 10)), 400L,
          new Traffic.Lengths.Fixed(200, 50)), 1, 1, random.nextDouble() < 0.5));
    }
    StartupProfile startup = new StartupProfile(Duration.ofSeconds(whole(5, 100)), Duration.ofSeconds(whole(1, 60)),
        Duration.ofSeconds(whole(1, 60)), Duration.ofSeconds(whole(1, 30)), Duration.ofSeconds(whole(1, 20)),
        Duration.ofSeconds(whole(1, 10)), Duration.ofSeconds(whole(0, 2)), random.nextDouble() < 0.5 ? 0 : 0.2, false);
    Scenario.Hosting hosting = isComponent
        ? new Scenario.Hosting(Math.max(1, min), 0, whole(2, 6), true, Duration.ofMinutes(whole(1, 10)), 1, 1, 1024)
        : null;
    Scenario.Setup setup = new Scenario.Setup(min, "ml.g5.2xlarge", profile(), startup,
        RoutingStrategy.values()[whole(0, 1)], hosting, whole(3, 30), 1, List.of(), null);
    return new Scenario("random", START.plusMillis(whole(0, 59_999)), Duration.ofMinutes(whole(26, 50)), traffic,
        setup, timings(), events(document), seed);
  }

  private ServerProfile profile() {
    if (random.nextDouble() < 0.5) {
      return new ServerProfile.Plain("plain", whole(1, 8),
          new ServerProfile.Latency.Exponential(whole(200, 8000)), whole(2, 100));
    }
    return new ServerProfile.Llm("llm", whole(10, 60), whole(0, 2), 2e-4, 4000, whole(0, 20), whole(2, 32),
        whole(1000, 20_000), whole(2, 100), null);
  }

  private Scenario.Timings timings() {
    return new Scenario.Timings(Duration.ofSeconds(whole(1, 15)), Duration.ofSeconds(whole(30, 120)),
        Duration.ofSeconds(whole(0, 3)), null, null, Duration.ofSeconds(random.nextDouble() < 0.5 ? 0 : whole(1, 5)));
  }

  private List<Scenario.ScenarioEvent> events(EndpointScaling document) {
    List<Scenario.ScenarioEvent> events = new ArrayList<>();
    int count = whole(0, 2);
    for (int i = 0; i < count; i++) {
      Duration lasts = Duration.ofSeconds(whole(20, 300));
      Scenario.Happening what = switch (whole(0, 8)) {
        case 0 -> new Scenario.Happening.Crash(whole(1, 2), lasts, Scenario.Happening.CrashMode.DOWN);
        case 1 -> new Scenario.Happening.Crash(1, lasts, Scenario.Happening.CrashMode.FAIL_FAST);
        case 2 -> new Scenario.Happening.Crash(1, lasts, Scenario.Happening.CrashMode.HANG);
        case 3 -> new Scenario.Happening.Slow(1, 1 + random.nextDouble() * 5, lasts);
        case 4 -> new Scenario.Happening.NoCapacity(lasts);
        case 5 -> new Scenario.Happening.MetricGap(lasts);
        case 6 -> new Scenario.Happening.MetricDelay(Duration.ofSeconds(whole(5, 120)), lasts);
        case 7 -> change(document);
        default -> new Scenario.Happening.Deployment();
      };
      events.add(new Scenario.ScenarioEvent(Duration.ofSeconds(whole(10, 1200)), what));
    }
    return events;
  }

  private int whole(int from, int to) {
    return from + (int) (random.nextDouble() * (to - from + 1));
  }
}
