package io.sagescale.bench;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Suspension;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Simulation;
import io.sagescale.simulate.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Requests a second through the whole engine: one copy with eight slots at load 0.8 (M/M/8), on one thread. */
final class PlainQueueBench {
  private static final double REQUESTS_PER_SECOND = 640;
  private static final int ROUNDS = 7;

  private PlainQueueBench() {}

  public static void main(String[] args) {
    long requests = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000;
    double[] perSecond = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      RunResult result = Simulation.run(List.of(policy()), scenario(requests, round), Simulation.Progress.NONE, null);
      double seconds = (System.nanoTime() - before) / 1e9;
      perSecond[round] = result.requests().arrived() / seconds;
      System.out.printf("%d requests in %.2f s: %.2f million a second, mean %.3f ms%n",
          result.requests().arrived(), seconds, perSecond[round] / 1e6, result.latency().mean());
    }
    Arrays.sort(perSecond);
    System.out.printf("median %.2f million requests a second%n", perSecond[ROUNDS / 2] / 1e6);
  }

  private static EndpointScaling policy() {
    ResourceId resource = new ResourceId.Variant("plain", "AllTraffic");
    return new EndpointScaling("plain", new TreeMap<>(),
        new ScalableTarget(resource, CapacityRange.between(1, 1), Suspension.NONE), List.of(), List.of(), null);
  }

  private static Scenario scenario(long requests, long seed) {
    Duration lasts = Duration.ofNanos((long) (requests / REQUESTS_PER_SECOND * 1e9));
    Traffic traffic = new Traffic(
        new Traffic.Source.Synthetic(
            List.of(new Traffic.Segment(lasts, REQUESTS_PER_SECOND, REQUESTS_PER_SECOND)),
            Traffic.Arrivals.POISSON, new Traffic.Lengths.Fixed(1, 1)),
        1, 1, false);
    ServerProfile profile =
        new ServerProfile.Plain("plain", 8, new ServerProfile.Latency.Exponential(10), 1_000_000);
    StartupProfile startup = new StartupProfile(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
        Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, false);
    Scenario.Setup setup = new Scenario.Setup(1, "ml.g5.2xlarge", profile, startup,
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, 1, 1, List.of(), null);
    return new Scenario("mm8", Instant.parse("2026-01-05T08:00:00Z"), lasts, List.of(traffic), setup,
        Scenario.Timings.DEFAULT, List.of(), seed);
  }
}
