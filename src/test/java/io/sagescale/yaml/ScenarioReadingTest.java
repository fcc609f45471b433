package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sagescale.lint.Figures;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.ServerProfile;
import io.sagescale.simulate.Scenario;
import io.sagescale.simulate.Scenario.Happening;
import io.sagescale.simulate.Scenario.ScenarioEvent;
import io.sagescale.simulate.Scenario.Timings;
import io.sagescale.simulate.Traffic;
import io.sagescale.simulate.Traffic.Segment;
import io.sagescale.yaml.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sound scenario comes to, with what it leaves open. */
class ScenarioReadingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private Scenario run(String scenario) throws IOException {
    return run(YamlFile.POLICY, scenario);
  }

  private Scenario run(String policy, String scenario) throws IOException {
    YamlFile file = YamlFile.of(folder, policy + "---\n" + scenario);
    Runs runs = PolicyFiles.runs(List.of(file.path()), null, null);
    assertEquals(List.of(), runs.problems());
    return runs.runs().getFirst().scenario();
  }

  @Test
  void readsAllParts() throws IOException {
    Scenario scenario = run(YamlFile.SCENARIO);
    assertEquals(Instant.parse("2026-01-05T08:00:20Z"), scenario.start());
    assertNull(scenario.duration());
    assertEquals(7, scenario.seed());
    assertEquals(List.of(new Traffic(new Traffic.Source.Synthetic(
        List.of(new Segment(MINUTE.multipliedBy(5), 2, 2), new Segment(MINUTE.multipliedBy(10), 2, 20)),
        Traffic.Arrivals.POISSON, new Traffic.Lengths.Fixed(550, 150)), 2, 1, false)), scenario.traffic());
    assertEquals(List.of(new ScenarioEvent(MINUTE.multipliedBy(20),
        new Happening.Crash(1, MINUTE.multipliedBy(3), Happening.CrashMode.FAIL_FAST))), scenario.events());
    assertEquals(new Timings(Duration.ofSeconds(5), Duration.ofSeconds(120), Duration.ZERO, null,
        Duration.ofSeconds(45), Duration.ZERO), scenario.timings());
  }

  @Test
  void leavesTheRestToThePolicy() throws IOException {
    Scenario scenario = run("""
        apiVersion: sagescale/v1
        kind: Scenario
        metadata: {name: bare}
        spec: {traffic: {users: 3, lengths: {input: 1, output: 1}}}
        """);
    assertEquals(1, scenario.endpoint().copies());
    assertEquals("ml.g5.2xlarge", scenario.endpoint().instanceType());
    assertEquals("llama3-8b/g5.2xlarge/vllm-0.4.3", scenario.endpoint().profile().id());
    assertEquals(RoutingStrategy.RANDOM, scenario.endpoint().routing());
    assertEquals(Instant.parse("2026-01-05T08:00:00Z"), scenario.start());
    assertNull(scenario.endpoint().hosting());
    assertNull(scenario.endpoint().capacity());
  }

  @Test
  void unnamedStagesTakeNoTime() throws IOException {
    Scenario scenario = run(YamlFile.SCENARIO);
    assertEquals(Duration.ofSeconds(192), scenario.endpoint().startup().provision());
    assertEquals(Duration.ofSeconds(333), scenario.endpoint().startup().imagePull());
    assertEquals(Duration.ZERO, scenario.endpoint().startup().healthCheck());
  }

  @Test
  void changesToAnLlmKeepTheRestOfItsProfile() throws IOException {
    String changed = "copies: 1\n    llm: {maxBatchTokens: 8192}\n    queue: 5\n";
    Scenario scenario = run(YamlFile.SCENARIO.replace("copies: 1\n", changed));
    ServerProfile.Llm llm = assertInstanceOf(ServerProfile.Llm.class, scenario.endpoint().profile());
    assertEquals(8192, llm.maxBatchTokens());
    assertEquals(5, llm.queueLimit());
    assertEquals(29.6, llm.iterationMillis());
    assertNull(llm.fit());
  }

  @Test
  void plainServerNeedsNoTokens() throws IOException {
    Scenario scenario = run("""
        apiVersion: sagescale/v1
        kind: Scenario
        metadata: {name: plain}
        spec:
          traffic: {users: 3}
          endpoint: {server: {slots: 4, latency: {exponential: 200ms}}, capacity: {min: 1, max: 2}}
        """);
    assertEquals(new ServerProfile.Plain("plain-4", 4, new ServerProfile.Latency.Exponential(200), 1000),
        scenario.endpoint().profile());
    assertEquals(CapacityRange.between(1, 2), scenario.endpoint().capacity());
  }

  @Test
  void componentIsHostedByDefault() throws IOException {
    String policy = YamlFile.POLICY.replace("endpoint: chat", "component: chat-ic").replace("PerModel", "PerCopy");
    Scenario scenario = run(policy.replace("g5.2xlarge, profile", "g5.12xlarge, profile"), YamlFile.SCENARIO);
    assertEquals(new Scenario.Hosting(1, 0, 1, true, Duration.ofMinutes(10), 1, 1, 1024), scenario.endpoint().hosting());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      constant: {rate: 2, for: 30m}                                        | 1800 2-2
      ramp: {from: 1, to: 20, for: 10m, hold: 5m}                          | 600 1-20, 300 20-20
      steps: {rates: [1, 5, 0], each: 5m}                                  | 300 1-1, 300 5-5, 300 0-0
      spike: {base: 2, peak: 30, at: 0s, lasts: 2m, for: 10m}              | 120 30-30, 480 2-2
      spike: {base: 2, peak: 30, at: 4m, lasts: 2m, every: 4m, for: 10m}   | 240 2-2, 120 30-30, 120 2-2, 120 30-30
      """)
  void shapesBecomeSegments(String shape, String segments) throws IOException {
    assertEquals(segments, shown(segments(shape)));
  }

  @Test
  void aDayIsLowestHalfADayFromItsPeak() throws IOException {
    List<Segment> day = segments("diurnal: {low: 1, high: 9, peakAt: 6h}");
    assertEquals(96, day.size());
    assertEquals(5, day.getFirst().fromPerSecond(), 1e-9);
    assertEquals(9, day.get(24).fromPerSecond(), 1e-9);
    assertEquals(1, day.get(72).fromPerSecond(), 1e-9);
    assertEquals(Duration.ofMinutes(15), day.getFirst().lasts());
  }

  private List<Segment> segments(String shape) throws IOException {
    String text = YamlFile.SCENARIO.replace("segments: [{for: 5m, rate: 2}, {for: 10m, from: 2, to: 20}]", shape);
    return ((Traffic.Source.Synthetic) run(text).traffic().getFirst().source()).segments();
  }

  private static String shown(List<Segment> segments) {
    return String.join(", ", segments.stream().map(s -> s.lasts().toSeconds() + " " + Figures.plain(s.fromPerSecond())
        + "-" + Figures.plain(s.toPerSecond())).toList());
  }

  @Test
  void traceTakesThePlaceOfTheTrafficAlone() throws IOException {
    Path trace = Files.writeString(folder.resolve("day.csv"), "arrival_s,input_tokens,output_tokens\n0,1,1\n");
    YamlFile file = YamlFile.of(folder, YamlFile.POLICY + "---\n" + YamlFile.SCENARIO);
    Run run = PolicyFiles.runs(List.of(file.path()), null, trace).runs().getFirst();
    assertEquals(List.of(new Traffic(new Traffic.Source.Trace(new FileBytes(trace)), 1, 1, false)),
        run.scenario().traffic());
    assertEquals(1, run.scenario().events().size());
  }

  @Test
  void traceAloneMakesAScenario() throws IOException {
    Path trace = Files.writeString(folder.resolve("day.csv"), "arrival_s,input_tokens,output_tokens\n0,1,1\n");
    YamlFile file = YamlFile.of(folder, YamlFile.POLICY);
    assertEquals("day.csv", PolicyFiles.runs(List.of(file.path()), null, trace).runs().getFirst().scenario().name());
  }
}
