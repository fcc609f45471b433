package io.sagescale.bench;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Simulation;
import io.sagescale.simulate.Traffic;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A day and a week of half a request a second on a shipped policy: how time grows with what is simulated. */
final class DayAndWeek {
  private static final double REQUESTS_PER_SECOND = 0.5;
  private static final int ROUNDS = 5;

  private DayAndWeek() {}

  public static void main(String[] args) {
    Runs.Run run = PolicyFiles.runs(List.of(Path.of("policies/llama3-8b-concurrency.yaml")), null, null).runs().getFirst();
    seconds(run, 1);
    double day = seconds(run, 1);
    double week = seconds(run, 7);
    System.out.printf("a week takes %.1f times a day%n", week / day);
  }

  private static double seconds(Runs.Run run, int days) {
    double[] seconds = new double[ROUNDS];
    long requests = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      RunResult result = Simulation.run(
          List.of(run.policy().scaling()), lasting(run.scenario(), Duration.ofDays(days)), Simulation.Progress.NONE, null);
      seconds[round] = (System.nanoTime() - before) / 1e9;
      requests = result.requests().arrived();
    }
    Arrays.sort(seconds);
    System.out.printf("%d days, %d requests: median %.3f s, heap limit %d MiB%n",
        days, requests, seconds[ROUNDS / 2], Runtime.getRuntime().maxMemory() >> 20);
    return seconds[ROUNDS / 2];
  }

  private static Scenario lasting(Scenario s, Duration lasts) {
    Traffic traffic = new Traffic(new Traffic.Source.Synthetic(
        List.of(new Traffic.Segment(lasts, REQUESTS_PER_SECOND, REQUESTS_PER_SECOND)), Traffic.Arrivals.POISSON,
        new Traffic.Lengths.Normal(921, 600, 168, 120)), 1, 1, true);
    return new Scenario(s.name(), s.start(), lasts, List.of(traffic), s.endpoint(), s.timings(), s.events(), s.seed());
  }
}
