package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.EndpointScaling;
import io.sagescale.yaml.PolicyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
  private static EndpointScaling document(String policies) {
    return PolicyFiles.policiesOf(Path.of("test.yaml"), """
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: test}
        spec:
          target: {endpoint: llama, variant: AllTraffic, capacity: {min: 1, max: 4}}
          policies:
        """ + policies).policies().getFirst().scaling();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "llama3-8b-concurrency   | PT35S | PT15M15S | 25 s of three points, 5 s published, 5 s evaluated; 905 s of ninety",
    "llama3-8b-invocations   | PT6M  | PT18M    | 210 s of three sums, 120 s published, 30 s evaluated; 930 s of fifteen",
    "llama3-8b-hybrid        | PT35S | PT18M    | out with the first, in when both agree",
    "llama3-8b-step          | PT25S | PT5M15S  | 15 s of two of three; 305 s of thirty",
    "llama3-8b-scale-to-zero | PT25S | PT15M15S | 15 s of one point of 30 s",
  })
  void ofShippedPolicies(String name, Duration out, Duration in, String why) {
    EndpointScaling document =
        PolicyFiles.read(List.of(Path.of("policies", name + ".yaml"))).policies().getFirst().scaling();
    assertEquals(new Detection(out, in), Detection.of(document), why);
  }

  @Test
  void nothingTakesCapacityWhereScaleInIsDisabled() {
    assertEquals(new Detection(Duration.ofSeconds(35), null), Detection.of(document(
        "    - {name: track, track: {metric: ConcurrentRequestsPerModel, target: 5, disableScaleIn: true}}\n")));
  }

  @Test
  void aSlowAlarmOnAFastMetricIsPublishedSoonAndEvaluatedSeldom() {
    assertEquals(new Detection(Duration.ofSeconds(180 - 30 + 5 + 30), null), Detection.of(document("""
            - name: burst
              step:
                adjustment: ChangeInCapacity
                when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 60s, points: 3, atLeast: 20}
                steps: [{from: 20, add: 1}]
        """)));
  }
}
