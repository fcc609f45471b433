package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.api.Account;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.sdk.Alarms;
import io.sagescale.sdk.Arns;
import io.sagescale.sdk.Policies;
import io.sagescale.sdk.Schedules;
import io.sagescale.sdk.Targets;
import io.sagescale.simulate.Journals;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Simulation;
import io.sagescale.yaml.PolicyFiles;
import io.sagescale.yaml.Runs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * What the engine decides behind AWS's API is what {@code simulate} decides on the same policy, scenario and seed: the whole
 * journal is the same, each request, window, alarm, decision, activity and copy.
 */
class SameAsSimulateTest {
  @TempDir Path state;

  @ParameterizedTest
  @CsvSource(textBlock = """
      llama3-8b-concurrency.yaml, launch-llama3-8b.yaml,   7
      llama3-8b-concurrency.yaml, launch-llama3-8b.yaml,   8
      llama3-8b-invocations.yaml, launch-llama3-8b.yaml,   7
      llama3-8b-hybrid.yaml,      launch-llama3-8b.yaml,   7
      llama3-8b-step.yaml,                             ,   7
      llama3-8b-scale-to-zero.yaml,                    ,   7
      office-hours.yaml,                               ,   7
      """)
  void theJournalIsTheSame(String policy, String scenario, long seed) {
    Path policies = Path.of("policies");
    Runs runs = PolicyFiles.runs(List.of(policies.resolve(policy)),
        scenario == null ? null : policies.resolve("scenarios").resolve(scenario), null);
    Runs.Run run = runs.runs().getFirst();
    Scenario seeded = seeded(run.scenario(), seed);
    assertEquals(List.of(), seeded.events(), "what goes wrong by plan is for simulate alone");

    List<String> simulated = new ArrayList<>();
    Simulation.run(List.of(run.policy().scaling()), seeded, Simulation.Progress.NONE, simulated::add);
    Instant end = seeded.duration() == null ? Instant.parse(simulated.getLast().substring(0, simulated.getLast().indexOf(' ')))
        : seeded.start().plus(Objects.requireNonNull(seeded.duration()));

    List<String> lived = live(run.policy().scaling(), seeded, end);
    assertTrue(simulated.stream().anyMatch(line -> line.contains(" activity ")), "something was decided");
    for (int i = 0; i < Math.min(simulated.size(), lived.size()); i++) {
      assertEquals(simulated.get(i), lived.get(i));
    }
    assertEquals(simulated.size(), lived.size());
    assertEquals(lived, reopened(seeded.start(), end), "the state goes on in the scenario's world");
  }

  private List<String> reopened(Instant start, Instant end) {
    List<String> journal = new ArrayList<>();
    LocalEngine.open(EngineOptions.in(state, null, line -> {}), end, Operations::all, Journals.into(journal)).close();
    journal.removeIf(line -> Instant.parse(line.substring(0, line.indexOf(' '))).isBefore(start));
    return journal;
  }

  /** The journal from the scenario's start to its end, of an engine that is told everything through the SDK. */
  private List<String> live(EndpointScaling policy, Scenario scenario, Instant end) {
    List<String> journal = new ArrayList<>();
    Instant begin = scenario.start().minus(Journals.IDLE_BEFORE);
    try (LocalEngine engine = LocalEngine.open(
        EngineOptions.in(state, null, line -> {}).modelling(ModelledWorld.of(scenario)), begin, Operations::all,
        Journals.into(journal))) {
      ResourceId resource = policy.target().resource();
      engine.play(List.of(), resource);
      engine.advanceTo(scenario.start().minusNanos(1));
      journal.clear();
      HandClock clock = new HandClock(scenario.start());
      InProcessHttpClient http = new InProcessHttpClient(new DirectDoor(engine, clock));
      try (ApplicationAutoScalingClient scaling = client(ApplicationAutoScalingClient.builder(), http);
          CloudWatchClient watch = client(CloudWatchClient.builder(), http)) {
        put(policy, scenario, scaling, watch);
      }
      engine.play(scenario.traffic(), resource);
      engine.advanceTo(end);
      return journal;
    }
  }

  private static void put(
      EndpointScaling policy, Scenario scenario, ApplicationAutoScalingClient scaling, CloudWatchClient watch) {
    ScalableTarget target = policy.target();
    CapacityRange bounds = scenario.endpoint().capacity();
    scaling.registerScalableTarget(Targets.register(
        bounds == null ? target : new ScalableTarget(target.resource(), bounds, target.suspension())));
    Arns arns = new Arns(Account.DEFAULT.region(), Account.DEFAULT.id());
    for (EndpointScaling.PolicySpec spec : policy.policies()) {
      scaling.putScalingPolicy(Policies.put(target.resource(), spec.policy()));
      if (spec.alarm() != null) {
        watch.putMetricAlarm(Alarms.request(spec.alarm(), arns));
      }
    }
    policy.schedules().forEach(action -> scaling.putScheduledAction(Schedules.put(target.resource(), action)));
  }

  private static Scenario seeded(Scenario from, long seed) {
    return new Scenario(from.name(), from.start(), from.duration(), from.traffic(), from.endpoint(), from.timings(),
        from.events(), seed);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, InProcessHttpClient http) {
    return builder.httpClient(http).endpointOverride(URI.create("http://localhost")).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))).build();
  }
}
