package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sagescale.cli.Session.Answer;
import io.sagescale.lint.Rule;
import io.sagescale.report.ResultSchemas;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What {@code validate} finds in the meaning of files, in each of its formats. */
class ValidateOutputTest {
  private static final String SLOW = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: demo}
      spec:
        target: {endpoint: demo, capacity: {min: 1, max: 3}}
        policies:
          - name: invocations
            track: {metric: InvocationsPerInstance, target: 70}
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(folder.resolve("slow.yaml"), SLOW);
    Files.writeString(folder.resolve("zero & one.yaml"),
        SLOW.replace("endpoint: demo", "component: demo").replace("min: 1", "min: 0").replace("PerInstance", "PerCopy"));
    Files.writeString(folder.resolve("bad.yaml"), SLOW.replace("max: 3", "max: <3"));
    Files.writeString(folder.resolve("good.yaml"), SLOW + "  allow: [{rule: SG003, reason: kept to compare}]\n");
  }

  private Answer validate(String line) {
    Answer answer = Session.in(folder).line("validate " + line);
    assertEquals("", answer.err());
    return answer;
  }

  @Test
  void warningIsTextWithItsRule() {
    Answer answer = validate("slow.yaml");
    assertEquals(Exit.DONE, answer.exit());
    assertEquals(folder + "/slow.yaml:8:23: warning SG003: InvocationsPerInstance is measured once a minute, and nothing here "
        + "watches requests in flight. Track ConcurrentRequestsPerModel, with requests in flight as the target.\n"
        + "1 policy, 0 scenarios: 0 errors, 1 warning\n", answer.out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      good.yaml           |         | 0
      good.yaml           | warning | 0
      slow.yaml           |         | 0
      slow.yaml           | error   | 0
      slow.yaml           | warning | 3
      'zero & one.yaml'   |         | 3
      bad.yaml            |         | 3
      """)
  void exitCodeFollowsWhatToFailOn(String file, String failOn, int exit) {
    String[] words = failOn == null ? new String[] {"validate", file} : new String[] {"validate", file, "--fail-on", failOn};
    assertEquals(exit, Session.in(folder).run(words).exit());
  }

  @Test
  void jsonNamesTheRuleAndPassesItsSchema() throws Exception {
    Answer answer = validate(". -o json");
    JsonNode result = JSON.readTree(answer.out());
    assertEquals("SG003", result.at("/problems/1/rule").asText());
    assertTrue(result.at("/problems/0/rule").isNull(), answer.out());
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.of("ValidateResult"));
    assertEquals("[]", schema.validate(result).toString());
  }

  @Test
  void sarifPassesItsPublicSchema() throws Exception {
    JsonNode log = JSON.readTree(validate(". -o sarif").out());
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(Files.readString(Path.of("src/test/resources/schemas/sarif-2.1.0.json")));
    assertEquals("[]", schema.validate(log).toString());
    assertTrue(!schema.validate(JSON.readTree("{\"version\": \"2.1.0\"}")).isEmpty(), "the schema takes anything");
    assertEquals(Rule.values().length, log.at("/runs/0/tool/driver/rules").size());
    JsonNode slow = log.at("/runs/0/results/1");
    assertEquals("SG003", slow.get("ruleId").asText());
    assertEquals("warning", slow.get("level").asText());
    assertEquals(8, slow.at("/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals(23, slow.at("/locations/0/physicalLocation/region/startColumn").asInt());
  }

  @Test
  void sarifNamesFilesAsTheyStandInTheRepository() throws Exception {
    JsonNode log = JSON.readTree(Session.anywhere().line("validate policies -o sarif").out());
    assertEquals(0, log.at("/runs/0/results").size());
    Answer answer = Session.anywhere().run("validate", "no such: file.yaml", "-o", "sarif");
    assertEquals("no%20such:%20file.yaml",
        JSON.readTree(answer.out()).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").asText());
  }

  @Test
  void junitHasACaseForEachFile() throws Exception {
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(validate(". -o junit").out().getBytes(UTF_8)));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertEquals("4", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals(2, xml.getElementsByTagName("failure").getLength());
    assertTrue(xml.getElementsByTagName("failure").item(1).getTextContent().contains("zero & one.yaml:5:45: error SG019: "));
    assertTrue(xml.getElementsByTagName("system-out").item(0).getTextContent().contains("warning SG003: "));
  }

  @Test
  void junitFailsOnWarningsWhereTheyAreToFail() {
    assertTrue(validate("slow.yaml -o junit").out().contains("failures=\"0\""));
    assertTrue(validate("slow.yaml -o junit --fail-on warning").out().contains("failures=\"1\""));
  }

  @Test
  void githubGetsWorkflowCommands() {
    assertEquals("::warning file=slow.yaml,line=8,col=23,title=sagescale SG003::InvocationsPerInstance is measured once a minute, "
        + "and nothing here watches requests in flight. Track ConcurrentRequestsPerModel, with requests in flight as the "
        + "target.\n", validate("slow.yaml -o github").out().replace(folder + "/", ""));
  }

  @Test
  void gitlabGetsAQualityReportWithFingerprintsOfTheirOwn() throws Exception {
    JsonNode report = JSON.readTree(validate(". -o gitlab").out());
    assertEquals(4, report.size());
    assertEquals("SG003", report.get(1).get("check_name").asText());
    assertEquals("minor", report.get(1).get("severity").asText());
    assertEquals(8, report.get(1).at("/location/lines/begin").asInt());
    assertEquals(4, report.findValuesAsText("fingerprint").stream().distinct().count());
  }

  @Test
  void ruleIsExplainedWithBothExamples() {
    String text = validate("--explain sg013").out();
    assertTrue(text.startsWith("SG013 Scale-in undoes scale-out, and so on (warning)\n"), text);
    assertTrue(text.contains("\nSource: https://docs.aws.amazon.com/"), text);
    assertTrue(text.contains("\nWrong\n  apiVersion: sagescale/v1\n") && text.contains("\nRight\n  apiVersion: "), text);
    assertTrue(text.contains("- {rule: SG013, reason: "), text);
  }

  @Test
  void rulesAreListedOneALine() {
    String text = validate("--rules").out();
    assertEquals(Rule.values().length, text.lines().count());
    assertTrue(text.contains("\nSG012  error    Scales against the load\n"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "validate a.yaml --explain SG001", "validate --explain SG999", "validate --rules a.yaml",
      "validate a.yaml --fail-on never", "validate a.yaml -o csv"})
  void wrongUsageIsRefused(String line) {
    Answer answer = Session.in(folder).line(line);
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
    assertTrue(!answer.err().isBlank());
  }
}
