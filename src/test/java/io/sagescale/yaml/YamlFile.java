package io.sagescale.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of YAML in a folder of a test, and what reading it says. */
record YamlFile(Path path) {
  /** A whole policy on which tests change one thing. */
  static final String POLICY = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: chat}
      spec:
        target:
          endpoint: chat
          capacity: {min: 1, max: 4}
          suspend: [in]
        policies:
          - name: tracking
            track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 180s, in: 3m}}
          - name: steps
            step:
              cooldown: 60s
              when: {metric: ConcurrentRequestsPerModel, points: 2 of 3, atLeast: 20}
              steps:
                - {from: 20, to: 40, add: 1}
                - {from: 40, add: 2}
        schedules:
          - {name: open, at: "cron(0 7 ? * MON-FRI *)", timezone: Europe/Berlin, capacity: {min: 2}}
        expect: {instanceType: ml.g5.2xlarge, profile: llama3-8b/g5.2xlarge/vllm, budget: {maxPerHour: 8 USD}}
      """;

  /** A whole scenario on which tests change one thing. */
  static final String SCENARIO = """
      apiVersion: sagescale/v1
      kind: Scenario
      metadata: {name: day}
      spec:
        traffic:
          synthetic:
            lengths: {input: 550, output: 150}
            segments: [{for: 5m, rate: 2}, {for: 10m, from: 2, to: 20}]
          speed: 2
        endpoint:
          copies: 1
          profile: llama3-8b/g5.2xlarge/vllm
          startup: {provision: 192s, imagePull: 333s}
        metrics: {delay: {highResolution: 5s}, alarmPhase: {standard: 45s}}
        events: [{at: 20m, crash: {copies: 1, for: 3m, mode: failFast}}]
        start: 2026-01-05T08:00:20Z
        seed: 7
      """;

  static YamlFile of(Path folder, String text) throws IOException {
    return new YamlFile(Files.writeString(folder.resolve("file.yaml"), text));
  }

  Documents read() {
    return PolicyFiles.read(List.of(path));
  }

  /** The problems as people see them, without the folder of the test. */
  List<String> problems() {
    return lines(read().problems());
  }

  List<String> lines(List<Problem> problems) {
    String folder = path.getParent() + "/";
    return problems.stream().map(problem -> problem.toString().replace(folder, "")).toList();
  }
}
