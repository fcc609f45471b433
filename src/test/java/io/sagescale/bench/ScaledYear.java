package io.sagescale.bench;

import io.sagescale.engine.Destination;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Fact;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.model.VariantSpec;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.StartupProfiles;
import io.sagescale.simulate.ModelledService;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Traffic;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is in memory after each month of a year in which one target scales out for four busy hours of every day. */
final class ScaledYear {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final String TYPE = "ml.g5.2xlarge";
  private static final int DAYS = 360;
  private static final int MONTH_DAYS = 30;

  private final int[] told = new int[3];

  private ScaledYear() {}

  public static void main(String[] args) {
    new ScaledYear().play();
  }

  private void play() {
    Scenario.Setup setup = new Scenario.Setup(1, TYPE, Profiles.byId("llama3-8b/g5.2xlarge/vllm").orElseThrow(),
        StartupProfiles.byId("llama3-8b/ml.g5.2xlarge").orElseThrow(), RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null,
        8, 1, List.of(), null);
    try (ModelledService service = new ModelledService(setup, Scenario.Timings.DEFAULT, 1, START, this::count)) {
      begin(service, new ResourceId.Variant("llama", "AllTraffic"));
      service.play(List.of(days()), Destination.endpoint("llama"));
      for (int day = MONTH_DAYS; day <= DAYS; day += MONTH_DAYS) {
        service.advanceTo(START.plus(Duration.ofDays(day)));
        report(day);
      }
    }
  }

  private void report(int day) {
    System.gc();
    System.out.printf("day %d: %.1f MiB in use, %,d requests, %,d changes of capacity, %,d turns of alarms, %.0f s of processor%n",
        day, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0, told[0], told[1], told[2],
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
  }

  private void count(Fact fact) {
    switch (fact) {
      case Fact.RequestEnded _ -> told[0]++;
      case Fact.CapacityChanged _ -> told[1]++;
      case Fact.AlarmTurned _ -> told[2]++;
      default -> {
        // of no interest here
      }
    }
  }

  private static Traffic days() {
    List<Traffic.Segment> segments = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      segments.add(new Traffic.Segment(Duration.ofHours(20), 0.05, 0.05));
      segments.add(new Traffic.Segment(Duration.ofHours(4), 2, 2));
    }
    return new Traffic(new Traffic.Source.Synthetic(segments, Traffic.Arrivals.POISSON,
        new Traffic.Lengths.Normal(921, 600, 168, 120)), 1, 1, true);
  }

  private static void begin(ModelledService service, ResourceId.Variant variant) {
    service.tell(new EngineEvent.CreateEndpoint(new EndpointSpec(variant.endpoint(), List.of(
        new VariantSpec(variant.variant(), TYPE, 1, 1, RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, false))),
        EngineEvent.Begin.IN_SERVICE));
    service.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(variant, CapacityRange.between(1, 4), Suspension.NONE)));
    service.tell(new EngineEvent.PutPolicy(variant, new TargetTrackingPolicy("concurrency",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), 5, null, null, false)));
  }
}
