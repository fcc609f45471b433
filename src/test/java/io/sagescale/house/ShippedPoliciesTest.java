package io.sagescale.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.Simulation;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file in {@code policies/} loads and runs; the launch scenarios show what the launch post claims. */
final class ShippedPoliciesTest {
  private static final Path POLICIES = Path.of("policies");

  static List<Path> policyFiles() throws IOException {
    try (Stream<Path> files = Files.list(POLICIES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("policyFiles")
  void everyPolicyRunsWithItsOwnScenario(Path file) {
    RunResult result = run(file, null);
    RunResult.Requests r = result.requests();
    assertTrue(r.completed() > 0, file + " served nobody");
    assertEquals(r.arrived(), r.completed() + r.rejected() + r.failed() + r.inFlightAtEnd());
    assertTrue(result.totals().costUsd() > 0);
  }

  @Test
  void theConversationHourIsPlayedWhole() {
    assertEquals(19_366, run(POLICIES.resolve("llama3-8b-concurrency.yaml"), null).requests().arrived());
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3-8b", "llama2-7b"})
  void launchScenariosShowTheLaunchPostsClaims(String model) {
    Path scenario = POLICIES.resolve("scenarios/launch-" + model + ".yaml");
    RunResult.ScaleOut fast = run(POLICIES.resolve(model + "-concurrency.yaml"), scenario).scaleOuts().getFirst();
    RunResult.ScaleOut slow = run(POLICIES.resolve(model + "-invocations.yaml"), scenario).scaleOuts().getFirst();
    assertEquals(fast.loadRose(), slow.loadRose());
    assertTrue(fast.detection().compareTo(Duration.ofSeconds(45)) < 0, "detected after " + fast.detection());
    assertTrue(slow.detection().compareTo(Duration.ofSeconds(360)) > 0, "detected after " + slow.detection());
    double saved = 1 - (double) fast.endToEnd().toMillis() / slow.endToEnd().toMillis();
    assertTrue(saved >= 0.34 && saved <= 0.46, "saved " + saved);
    assertEquals(Duration.ofSeconds(427), Duration.between(fast.decided(), fast.inService()));
    assertEquals(Duration.ofSeconds(427), Duration.between(slow.decided(), slow.inService()));
  }

  private static RunResult run(Path policy, Path scenario) {
    Runs runs = PolicyFiles.runs(List.of(policy), scenario, null);
    assertEquals(List.of(), runs.problems());
    Runs.Run run = runs.runs().getFirst();
    return Simulation.run(List.of(run.policy().scaling()), run.scenario(), Simulation.Progress.NONE, null);
  }
}
