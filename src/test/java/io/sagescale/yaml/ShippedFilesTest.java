package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code policies/}: all sound, and what the launch post's experiment needs. */
class ShippedFilesTest {
  private static final Path POLICIES = Path.of("policies");

  @Test
  void allAreSound() {
    Documents documents = PolicyFiles.read(List.of(POLICIES));
    assertEquals(List.of(), documents.problems());
    assertEquals(8, documents.policies().size());
    assertEquals(10, documents.scenarios().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3-8b-concurrency", "llama3-8b-invocations", "llama2-7b-concurrency", "llama2-7b-invocations",
      "llama3-8b-step", "llama3-8b-hybrid", "llama3-8b-scale-to-zero", "office-hours"})
  void eachRunsWithItsOwnScenario(String name) {
    Runs runs = PolicyFiles.runs(List.of(POLICIES.resolve(name + ".yaml")), null, null);
    assertEquals(List.of(), runs.problems());
    assertEquals(1, runs.runs().size());
  }

  @Test
  void concurrencyPolicyIsTheLaunchPosts() {
    PolicyDocument policy = PolicyFiles.read(List.of(POLICIES.resolve("llama3-8b-concurrency.yaml"))).policies().getFirst();
    Duration cooldown = Duration.ofSeconds(180);
    assertEquals(new TargetTrackingPolicy("concurrency",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), 5, cooldown, cooldown, false),
        policy.scaling().policies().getFirst().policy());
    assertEquals(CapacityRange.between(1, 4), policy.scaling().target().range());
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3-8b", "llama2-7b"})
  void launchIsTheSameWorldForBothPolicies(String model) {
    Path launch = POLICIES.resolve("scenarios/launch-" + model + ".yaml");
    Scenario one = scenario(model + "-concurrency", launch);
    assertEquals(one, scenario(model + "-invocations", launch));
    assertEquals(CapacityRange.between(1, 2), one.endpoint().capacity());
    assertEquals(20, one.start().getEpochSecond() % 60);
    StartupProfile startup = one.endpoint().startup();
    assertEquals(Duration.ofSeconds(427), startup.provision().plus(startup.imagePull()).plus(startup.containerStart())
        .plus(startup.healthCheck()).plus(startup.registration()));
    Traffic.Source.ClosedLoop users = (Traffic.Source.ClosedLoop) one.traffic().getFirst().source();
    assertEquals(100, users.users());
    assertEquals(new Traffic.Lengths.Normal(550, 150, 150, 80), users.lengths());
  }

  private static Scenario scenario(String policy, Path launch) {
    Runs runs = PolicyFiles.runs(List.of(POLICIES.resolve(policy + ".yaml")), launch, null);
    assertEquals(List.of(), runs.problems());
    return runs.runs().getFirst().scenario();
  }

  @Test
  void componentHasInstancesThatMayGoToZero() {
    Runs runs = PolicyFiles.runs(List.of(POLICIES.resolve("llama3-8b-scale-to-zero.yaml")), null, null);
    Scenario.Hosting hosting = runs.runs().getFirst().scenario().endpoint().hosting();
    assertNotNull(hosting);
    assertEquals(0, hosting.minInstances());
  }
}
