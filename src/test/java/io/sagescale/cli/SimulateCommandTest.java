package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sagescale.cli.Session.Answer;
import io.sagescale.cli.Surroundings.Terminal;
import io.sagescale.report.ResultSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
  private static final String POLICY = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: %1$s}
      spec:
        target: {endpoint: demo, variant: %1$s, capacity: {min: 1, max: 3}}
        policies:
          - name: concurrency
            track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 60s, in: 60s}}
        expect: {instanceType: ml.g5.2xlarge, profile: llama3-8b/g5.2xlarge/vllm}
      """;

  private static final String SCENARIO = """
      apiVersion: sagescale/v1
      kind: Scenario
      metadata: {name: %1$s}
      spec:
        duration: 20m
        traffic:
          synthetic:
            segments:
              - {for: 5m, rate: 0.1}
              - {for: 10m, rate: 4}
            lengths: {input: 200, output: 200}
        endpoint: {copies: 1, startup: {provision: 60s, imagePull: 30s, modelDownload: 30s}}
        seed: 7
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("policy.yaml", POLICY.formatted("blue") + "---\n" + SCENARIO.formatted("surge"));
    write("bare.yaml", POLICY.formatted("blue"));
    write("green.yaml", POLICY.formatted("green"));
    write("scenario.yaml", SCENARIO.formatted("other"));
    write("broken.yaml", POLICY.formatted("blue").replace("cooldown:", "cooldwn:"));
    write("requests.csv", "arrival_s,input_tokens,output_tokens\n0,100,10\n1,100,10\n");
    write("bad.csv", "arrival_s,input_tokens,output_tokens\n0,100,10\n1,many,10\n");
  }

  @Test
  void tellsAPersonWhatHappened() {
    Answer answer = Session.in(folder).line("simulate policy.yaml");
    assertEquals(new Answer(Exit.DONE, answer.out(), ""), answer);
    assertTrue(answer.out().startsWith("Noticed after "), answer.out());
    assertTrue(answer.out().contains("t2 in service"), answer.out());
  }

  @Test
  void tellsAProgramTheSameTwice() throws Exception {
    Answer answer = Session.in(folder).line("simulate policy.yaml -o json");
    assertEquals(answer, Session.in(folder).line("simulate policy.yaml -o json --seed 7"));
    JsonNode run = new ObjectMapper().readTree(answer.out());
    assertEquals("sagescale/simulate/v1", run.get("schema").asText());
    assertEquals(7, run.get("seed").asLong());
    assertTrue(run.get("requests").get("arrived").asLong() > 2000, answer.out());
    assertTrue(run.get("scaleOut").get("detectionSeconds").asDouble() >= 30, answer.out());
    assertNotEquals(answer.out(), Session.in(folder).line("simulate policy.yaml -o json --seed 8").out());
  }

  static List<Path> shippedPolicies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("policies"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shippedPolicies")
  void documentOfAShippedPolicyKeepsToItsSchema(Path policy) {
    Answer answer = Session.anywhere().run("simulate", policy.toString(), "-o", "json");
    assertEquals(Exit.DONE, answer.exit(), answer.err());
    List<?> violations = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.of("SimulateResult"), InputFormat.JSON)
        .validate(answer.out(), InputFormat.JSON);
    assertEquals(List.of(), violations);
  }

  @Test
  void fileNamesCannotWriteToTheTerminal() {
    Answer answer = Session.in(folder).run("simulate", "no\u001b[31mpe.yaml");
    assertFalse(answer.err().contains("\u001b"), answer.err());
    assertFalse(Session.in(folder).run("validate", "no\u001b[31mpe.yaml").out().contains("\u001b"));
  }

  @Test
  void scenarioAndTraceTakeThePlaceOfTheFilesOwn() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode other = json.readTree(Session.in(folder).line("simulate policy.yaml --scenario scenario.yaml -o json").out());
    assertEquals("other", other.get("scenario").asText());
    JsonNode traced = json.readTree(Session.in(folder).line("simulate policy.yaml --trace requests.csv -o json").out());
    assertEquals(2, traced.get("requests").get("arrived").asLong());
    assertEquals("surge", traced.get("scenario").asText());
  }

  @Test
  void policiesOfOneEndpointRunTogether() {
    Answer answer = Session.in(folder).line("simulate bare.yaml green.yaml --scenario scenario.yaml");
    assertEquals(Exit.DONE, answer.exit(), answer.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "5"})
  void seedsGiveIntervalsInTheOrderOfTheSeeds(String threads) throws Exception {
    Answer answer = Session.in(folder).line("simulate policy.yaml --seeds 3 --threads " + threads + " -o json");
    JsonNode runs = new ObjectMapper().readTree(answer.out());
    assertEquals(List.of("7", "8", "9"), runs.get("runs").findValuesAsText("seed"));
    assertEquals(3, runs.get("intervals").get("detectionSeconds").get("runs").asInt());
    assertEquals(answer, Session.in(folder).with("SAGESCALE_THREADS", threads).line("simulate policy.yaml --seeds 3 -o json"));
  }

  @Test
  void seedsMayBeNegative() {
    assertEquals(Exit.DONE, Session.in(folder).line("simulate policy.yaml --seed -5 --seeds 2").exit());
  }

  @Test
  void journalHoldsTheFactsAndTheSameOnesEachTime() throws Exception {
    assertEquals(Exit.DONE, Session.in(folder).line("simulate policy.yaml --journal facts.txt").exit());
    String first = Files.readString(folder.resolve("facts.txt"));
    assertTrue(first.lines().count() > 2000);
    assertEquals(Exit.DONE, Session.in(folder).line("simulate policy.yaml --journal facts.txt").exit());
    assertEquals(first, Files.readString(folder.resolve("facts.txt")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "simulate policy.yaml --journal .             | 252 | is a folder",
    "simulate policy.yaml --journal no/where.txt  | 252 | there is no folder",
    "simulate policy.yaml --journal policy.yaml   | 252 | would overwrite an input",
    "simulate policy.yaml bare.yaml --scenario scenario.yaml | 252 | simulate makes one run, and these files hold 2",
    "simulate policy.yaml --seeds 2 --seed 9223372036854775807 | 252 | there are no 2 seeds",
    "simulate bare.yaml                           | 3   | has no scenario",
    "simulate scenario.yaml                       | 3   | no EndpointScaling document",
    "simulate broken.yaml --scenario scenario.yaml | 3  | Did you mean cooldown?",
    "simulate missing.yaml                        | 3   | missing.yaml:1:1",
    "simulate policy.yaml --scenario missing.yaml | 3   | missing.yaml:1:1",
    "simulate policy.yaml --trace missing.csv     | 3   | missing.csv:1:1",
    "simulate policy.yaml --trace bad.csv         | 3   | bad.csv:3",
  })
  void whatAPersonCanMendIsSaidOnStderr(String line, int exit, String said) {
    Answer answer = Session.in(folder).line(line);
    assertEquals(exit, answer.exit(), answer.err());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains(said), answer.err());
  }

  @Test
  void threadsOfTheEnvironmentAreANumber() {
    Answer answer = Session.in(folder).with("SAGESCALE_THREADS", "many").line("simulate policy.yaml --seeds 2");
    assertEquals(new Answer(Exit.USAGE, "", "sagescale: SAGESCALE_THREADS is 'many', not a number from 1 to 9999.\n"
        + "Leave it out for one thread per processor\n"), answer);
  }

  @Test
  void progressIsForTerminalsAndGoesAway() {
    Terminal terminal = new Terminal(false, true, 80);
    String err = Session.in(folder).slowly().at(terminal).line("simulate policy.yaml --seeds 4").err();
    assertTrue(err.contains("\r2 of 4 runs"), err);
    assertTrue(err.endsWith("\r\u001b[K"), err);
    assertEquals("", Session.in(folder).slowly().line("simulate policy.yaml --seeds 4").err());
    assertEquals("", Session.in(folder).slowly().at(terminal).line("simulate policy.yaml --seeds 4 --quiet").err());
    assertEquals("", Session.in(folder).at(terminal).line("simulate policy.yaml --seeds 4").err());
  }

  @Test
  void tableIsAsWideAsTheTerminal() {
    Session wide = Session.in(folder).at(new Terminal(true, false, 160));
    int columns = wide.line("simulate policy.yaml --no-color").out().lines().mapToInt(String::length).max().orElse(0);
    assertTrue(columns > 120 && columns <= 160, "" + columns);
    String narrow = Session.in(folder).with("COLUMNS", "90").at(new Terminal(true, false, 160)).line("simulate policy.yaml --no-color").out();
    assertTrue(narrow.lines().allMatch(row -> row.length() <= 90), narrow);
    assertFalse(narrow.contains("\u001b"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
