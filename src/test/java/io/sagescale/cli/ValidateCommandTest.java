package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.cli.Session.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String POLICY = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: demo}
      spec:
        target: {endpoint: demo, variant: AllTraffic, capacity: {min: 1, max: 3}}
        policies:
          - name: concurrency
            track: {metric: ConcurrentRequestsPerModel, target: 5}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(folder.resolve("good.yaml"), POLICY);
    Files.writeString(folder.resolve("bad.yaml"), POLICY.replace("max: 3", "maxx: 3").replace("target: 5", "target: five"));
  }

  @Test
  void soundFileHasNoProblems() {
    assertEquals(new Answer(Exit.DONE, "1 policy, 0 scenarios: no problems\n", ""),
        Session.in(folder).line("validate good.yaml"));
  }

  @Test
  void everyProblemIsAResult() {
    Answer answer = Session.in(folder).line("validate good.yaml bad.yaml");
    assertEquals(Exit.PROBLEMS, answer.exit());
    assertEquals("", answer.err());
    assertTrue(answer.out().contains("bad.yaml:5:68: error: "), answer.out());
    assertTrue(answer.out().contains("bad.yaml:8:59: error: "), answer.out());
    assertTrue(answer.out().contains("Did you mean max?"), answer.out());
  }

  @Test
  void problemsAreAlsoForPrograms() throws Exception {
    Answer answer = Session.in(folder).line("validate bad.yaml -o json");
    assertEquals(Exit.PROBLEMS, answer.exit());
    JsonNode result = new ObjectMapper().readTree(answer.out());
    assertEquals("sagescale/validate/v1", result.get("schema").asText());
    assertEquals("error", result.get("problems").get(0).get("severity").asText());
    assertEquals(5, result.get("problems").get(0).get("line").asInt());
  }

  @Test
  void missingFileIsAProblem() {
    Answer answer = Session.in(folder).line("validate none.yaml");
    assertEquals(Exit.PROBLEMS, answer.exit());
    assertTrue(answer.out().contains("none.yaml:1:1: error: "), answer.out());
  }
}
