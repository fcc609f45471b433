package io.sagescale.bench;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Simulation;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Rows A1 and A2 of the acceptance table as distributions: the launch experiment over 200 alarm phases and 200 moments
 * within the minute, with the default publication delays instead of those that the launch scenario derives.
 */
public final class DetectionPhases {
  private static final int RUNS = 200;

  private DetectionPhases() {}

  public static void main(String[] args) {
    System.out.print(table());
  }

  /** The distributions as a Markdown table. */
  public static String table() {
    StringBuilder table = new StringBuilder("""
        | model | policy | least | 5 % | median | 95 % | most | the post's claim holds in |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (String model : List.of("llama3-8b", "llama2-7b")) {
      table.append(row(model, "concurrency", 0, 45_000));
      table.append(row(model, "invocations", 360_000, Long.MAX_VALUE));
    }
    return table.toString();
  }

  private static String row(String model, String policy, long over, long under) {
    Runs.Run run = PolicyFiles.runs(List.of(Path.of("policies", model + "-" + policy + ".yaml")),
        Path.of("policies/scenarios/launch-" + model + ".yaml"), null).runs().getFirst();
    long[] millis = new long[RUNS];
    int holds = 0;
    for (int i = 0; i < RUNS; i++) {
      RunResult result = Simulation.run(
          List.of(run.policy().scaling()), atPhase(run.scenario(), i), Simulation.Progress.NONE, null);
      millis[i] = result.scaleOuts().getFirst().detection().toMillis();
      holds += millis[i] > over && millis[i] < under ? 1 : 0;
    }
    Arrays.sort(millis);
    return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %.0f %% |%n", model, policy,
        seconds(millis[0]), seconds(millis[RUNS / 20]), seconds(millis[RUNS / 2]), seconds(millis[RUNS - RUNS / 20]),
        seconds(millis[RUNS - 1]), 100.0 * holds / RUNS);
  }

  private static Scenario atPhase(Scenario s, int i) {
    Duration shift = Duration.ofMillis(60_000L * i / RUNS);
    return new Scenario(s.name(), s.start().minusSeconds(20).plus(shift), Duration.ofMinutes(12), s.traffic(),
        s.endpoint(), Scenario.Timings.DEFAULT, s.events(), 1000 + i);
  }

  private static String seconds(long millis) {
    return Math.round(millis / 1000.0) + " s";
  }
}
