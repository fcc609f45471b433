package io.sagescale.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a sound file a row, and the rules that it breaks: the edges that the examples leave open. */
class RuleTableTest {
  private static final String VARIANT = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: chat}
      spec:
        target: {endpoint: chat, capacity: {min: 1, max: 4}}
        policies:
          - name: tracking
            track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 180s, in: 180s}}
          - name: out
            step:
              cooldown: 180s
              when: {metric: ConcurrentRequestsPerModel, period: 10s, points: 3, atLeast: 20}
              steps: [{from: 20, to: 40, add: 1}, {from: 40, add: 2}]
          - name: in
            step:
              cooldown: 300s
              when: {metric: ConcurrentRequestsPerModel, period: 10s, points: 30, atMost: 4}
              steps: [{to: 4, remove: 1}]
        schedules:
          - {name: open, at: "cron(0 7 ? * MON-FRI *)", timezone: Europe/Berlin, capacity: {min: 2, max: 4}}
          - {name: close, at: "cron(0 19 ? * MON-FRI *)", timezone: Europe/Berlin, capacity: {min: 1, max: 4}}
        expect:
          instanceType: ml.g5.2xlarge
          profile: llama3-8b/g5.2xlarge/vllm
          startup: {provision: 192s, imagePull: 333s, modelDownload: 168s}
          budget: {maxPerHour: 8 USD}
      """;

  private static final String COMPONENT = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: chat}
      spec:
        target: {component: chat-ic, capacity: {min: 0, max: 4}}
        policies:
          - name: tracking
            track: {metric: ConcurrentRequestsPerCopy, target: 5}
          - name: wake
            step:
              adjustment: ChangeInCapacity
              cooldown: 60s
              when: {metric: NoCapacityInvocationFailures, stat: Maximum, period: 30s, points: 1, atLeast: 1}
              steps: [{from: 1, add: 1}]
      """;

  @TempDir Path folder;

  @Test
  void theFilesWithoutAChangeAreSound() {
    assertEquals(List.of(), Checked.problems(folder, VARIANT));
    assertEquals(List.of(), Checked.problems(folder, COMPONENT));
  }

  @Test
  void ninetyPercentOfATargetIsWrittenAsPeopleDo() {
    String fights = VARIANT.replace("target: 5, cool", "target: 13, cool").replace("atMost: 4}", "atMost: 14}");
    assertTrue(Checked.lines(folder, fights).stream().anyMatch(line -> line.endsWith("Write a threshold below 11.7.")),
        () -> Checked.lines(folder, fights).toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      # rows: what is written, what is written instead, and the codes
      target: 5,                            | target: 22,                            |
      target: 5,                            | target: 23,                            | SG015
      target: 5,                            | target: 77,                            | SG015
      target: 5,                            | target: 78,                            | SG001, SG015
      target: 5,                            | target: 0.9,                           | SG015, SG035
      target: 5,                            | target: 1,                             | SG015
      llama3-8b/g5.2xlarge/vllm             | llama3-8b/g5.2xlarge/launch            |
      atLeast: 20}                          | moreThan: 20}                          |
      from: 40, add: 2                      | from: 40, add: 0                       |
      to: 40, add: 1}, {from: 40, add: 2    | to: 40, remove: 1}, {from: 40, add: 2  | SG016
      to: 40, add: 1}, {from: 40, add: 2    | to: 40, remove: 1}, {from: 40, remove: 2 | SG012, SG016
      to: 40, add: 1}, {from: 40, add: 2    | to: 1280, add: 1}, {from: 1280, add: 2 |
      to: 40, add: 1}, {from: 40, add: 2    | to: 1281, add: 1}, {from: 1281, add: 2 | SG010
      atMost: 4}                            | atMost: 10}                            | SG011, SG013, SG015
      atMost: 4}                            | lessThan: 4.6}                         | SG011
      period: 10s, points: 3,               | period: 30s, points: 3,                |
      period: 10s, points: 3,               | period: 60s, points: 3,                | SG005
      period: 10s, points: 3,               | period: 60s, points: 4,                | SG005, SG017
      period: 10s, points: 30,              | period: 60s, points: 5,                |
      period: 10s, points: 30,              | period: 10s, points: 22,               | SG016
      period: 10s, points: 30,              | period: 10s, points: 23,               |
      period: 10s, points: 30,              | period: 10s, points: 22 of 30,         | SG016
      out: 180s                             | out: 30s                               |
      out: 180s                             | out: 29s                               | SG017
      provision: 192s                       | provision: 20m                         | SG016
      min: 1, max: 4}}\\n  policies         | min: 0, max: 4}}\\n  policies          | SG018
      capacity: {min: 1, max: 4}}\\n  expect | capacity: {min: 0, max: 4}}\\n  expect | SG018
      min: 1, max: 4}}\\n  policies         | min: 2, max: 2}}\\n  policies          |
      {min: 2, max: 4}                      | {max: 4}                               |
      {min: 2, max: 4}                      | {min: 5}                               | SG028
      {min: 2, max: 4}                      | {max: 0}                               | SG028
      {min: 2, max: 4}                      | {min: 2, max: 6}                       | SG032
      8 USD                                 | 6.06 USD                               |
      8 USD                                 | 6.05 USD                               | SG032
      cron(0 19 ? * MON-FRI *)              | cron(0 7 ? * * *)                      | SG029
      cron(0 19 ? * MON-FRI *)              | cron(0 19 ? * MON-FRI 2025)            | SG026
      cron(0 19 ? * MON-FRI *)              | at(2026-01-05T08:59:59)                | SG026
      cron(0 19 ? * MON-FRI *)              | at(2026-01-05T09:00:01)                |
      cron(0 19 ? * MON-FRI *)              | at(2026-03-29T02:30:00)                | SG027
      cron(0 19 ? * MON-FRI *)              | cron(30 2 ? * MON-FRI *)               |
      cron(0 19 ? * MON-FRI *)              | cron(30 2 ? * SUN *)                   | SG027
      cron(0 19 ? * MON-FRI *)              | cron(30 * ? * SUN *)                   |
      cron(0 19 ? * MON-FRI *)              | cron(30 2,3 ? * SUN *)                 |
      cron(0 19 ? * MON-FRI *)              | rate(1 hour)                           |
      max: 4}}\\n  policies                 | max: 4}, suspend: [in, out]}\\n  policies | SG033
      """)
  void onAVariant(String from, String to, String codes) {
    assertEquals(codes == null ? "" : codes, changed(VARIANT, from, to));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      min: 0                                   | min: 1                                                  |
      NoCapacityInvocationFailures, stat: Maximum, period: 30s | ConcurrentRequestsPerCopy, stat: Maximum, period: 10s | SG015, SG019
      NoCapacityInvocationFailures, stat: Maximum | {namespace: Queue, name: Waiting}, stat: Maximum     |
      atLeast: 1}                              | moreThan: 0}                                            | SG011
      atLeast: 1}\\n        steps: [{from: 1   | atLeast: 2}\\n        steps: [{from: 2                  | SG020
      stat: Maximum                            | stat: Average                                           |
      stat: Maximum, period: 30s, points: 1, atLeast: 1 | stat: Sum, period: 60s, points: 1, moreThan: 1 | SG021
      stat: Maximum                            | stat: Sum                                               |
      points: 1, atLeast                       | points: 2, atLeast                                      | SG021
      points: 1, atLeast: 1                    | points: 2, missing: breaching, atLeast: 1               |
      ChangeInCapacity                         | PercentChangeInCapacity                                 | SG020
      add: 1                                   | remove: 1                                               | SG012, SG019, SG020
      max: 4}                                  | max: 4}, suspend: [out]                                 | SG020, SG033
      min: 0, max: 4                           | min: 0, max: 0                                          | SG020, SG025
      """)
  void onAComponent(String from, String to, String codes) {
    assertEquals(codes == null ? "" : codes, changed(COMPONENT, from, to));
  }

  private String changed(String sound, String from, String to) {
    String old = from.replace("\\n", "\n");
    assertTrue(sound.contains(old), () -> "the sound file holds no " + old);
    int at = sound.indexOf(old);
    String text = sound.substring(0, at) + to.replace("\\n", "\n") + sound.substring(at + old.length());
    return String.join(", ", Checked.codes(folder, text));
  }

  @Test
  void scheduleCanBeWhatWakesAComponent() {
    String scheduled = COMPONENT.substring(0, COMPONENT.indexOf("    - name: wake"));
    assertEquals(List.of("SG019"), Checked.codes(folder, scheduled));
    assertEquals(List.of(), Checked.codes(folder, scheduled
        + "  schedules: [{name: open, at: \"cron(0 7 ? * * *)\", capacity: {min: 1, max: 4}}]\n"));
  }

  @Test
  void policyOfAMetricThatOnlyAwsKnowsMayBeTheOneThatIsMissing() {
    String unknown = VARIANT.substring(0, VARIANT.indexOf("    - name: in")).replace("ConcurrentRequestsPerModel, target",
        "SageMakerVariantSomethingNew, target");
    assertEquals(1, Checked.problems(folder, unknown).size());
    assertEquals(List.of("SG024"), Checked.codes(folder, unknown.replace("track: {metric: SageMakerVariantSomethingNew, target: 5, ",
        "track: {metric: ConcurrentRequestsPerModel, target: 5, disableScaleIn: true, ")));
  }
}
