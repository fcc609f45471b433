package io.sagescale.bench;

import io.sagescale.engine.EngineEvent;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Ten seconds of all metrics and alarms of 1,000, 10,000 and 20,000 targets: how time grows with their number. */
final class ManyTargets {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final String TYPE = "ml.g5.2xlarge";
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final int WARM_TICKS = 120;
  private static final int TICKS = 60;

  /** The processor's time, because others may use the machine meanwhile. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ManyTargets() {}

  public static void main(String[] args) {
    for (int targets : new int[] {1_000, 10_000, 20_000}) {
      ticks(targets);
    }
  }

  private static void ticks(int targets) {
    Scenario.Setup setup = new Scenario.Setup(1, TYPE, Profiles.byId("llama3-8b/g5.2xlarge/vllm").orElseThrow(),
        StartupProfiles.byId("llama3-8b/ml.g5.2xlarge").orElseThrow(), RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null,
        2 * targets, 1, List.of(), null);
    double[] millis = new double[TICKS];
    try (ModelledService service = new ModelledService(setup, Scenario.Timings.DEFAULT, 1, START, fact -> {})) {
      for (int i = 0; i < targets; i++) {
        begin(service, new ResourceId.Variant("e" + i, "AllTraffic"));
      }
      Instant now = START;
      for (int tick = -WARM_TICKS; tick < TICKS; tick++) {
        now = now.plus(TICK);
        long before = THREADS.getCurrentThreadCpuTime();
        service.advanceTo(now);
        if (tick >= 0) {
          millis[tick] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        }
      }
    }
    double mean = Arrays.stream(millis).average().orElseThrow();
    Arrays.sort(millis);
    System.out.printf("%,d targets: mean %.1f ms, median %.1f ms, longest %.1f ms (a full minute's)%n",
        targets, mean, millis[TICKS / 2], millis[TICKS - 1]);
  }

  private static void begin(ModelledService service, ResourceId.Variant variant) {
    service.tell(new EngineEvent.CreateEndpoint(new EndpointSpec(variant.endpoint(), List.of(
        new VariantSpec(variant.variant(), TYPE, 1, 1, RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, false))), EngineEvent.Begin.IN_SERVICE));
    service.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(variant, CapacityRange.between(1, 4), Suspension.NONE)));
    service.tell(new EngineEvent.PutPolicy(variant, new TargetTrackingPolicy("concurrency",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), 5, null, null, false)));
  }
}
