package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sagescale.simulate.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportTest {
  private static final Look AT_80 = new Look(80, false, false);
  private static final Look AT_160 = new Look(160, false, false);
  private static final List<RunResult> SEEDS = List.of(
      SampleRuns.ofSeed(7, 38L, 4.0), SampleRuns.ofSeed(8, null, 5.0), SampleRuns.ofSeed(9, 40L, 6.0));

  @Test
  void tablesAndDocumentsAreAsInTheGoldenFiles() {
    Golden.check("report/surge-80.txt", RunReport.of(SampleRuns.surge(), Format.TABLE, AT_80));
    Golden.check("report/surge-160.txt", RunReport.of(SampleRuns.surge(), Format.TABLE, AT_160));
    Golden.check("report/surge-ascii.txt", RunReport.of(SampleRuns.surge(), Format.TABLE, new Look(80, false, true)));
    Golden.check("report/surge-colour.txt", RunReport.of(SampleRuns.surge(), Format.TABLE, new Look(80, true, false)));
    Golden.check("report/busy-80.txt", RunReport.of(SampleRuns.busy(), Format.TABLE, AT_80));
    Golden.check("report/quiet-80.txt", RunReport.of(SampleRuns.quiet(5.0), Format.TABLE, AT_80));
    Golden.check("report/seeds-80.txt", RunReport.ofSeeds(SEEDS, Format.TABLE, AT_80));
    Golden.check("report/surge.json", RunReport.of(SampleRuns.surge(), Format.JSON, AT_80));
    Golden.check("report/surge.yaml", RunReport.of(SampleRuns.surge(), Format.YAML, AT_80));
    Golden.check("report/seeds.json", RunReport.ofSeeds(SEEDS, Format.JSON, AT_80));
  }

  @ParameterizedTest
  @CsvSource({"20", "72", "80", "120", "160", "500"})
  void noLineIsWiderThanTheTerminal(int columns) {
    Look look = new Look(columns, false, false);
    for (RunResult run : List.of(SampleRuns.surge(), SampleRuns.busy(), SampleRuns.quiet(null))) {
      RunReport.of(run, Format.TABLE, look).lines()
          .forEach(line -> assertTrue(line.length() <= Math.max(72, columns), () -> line.length() + ": " + line));
    }
  }

  @Test
  void asciiIsAscii() {
    for (RunResult run : List.of(SampleRuns.surge(), SampleRuns.busy(), SampleRuns.quiet(5.0))) {
      String text = RunReport.of(run, Format.TABLE, new Look(100, false, true));
      assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), text);
    }
  }

  @Test
  void coloursAreTheOnlyDifferenceThatColoursMake() {
    String plain = RunReport.of(SampleRuns.busy(), Format.TABLE, AT_80);
    String coloured = RunReport.of(SampleRuns.busy(), Format.TABLE, new Look(80, true, false));
    assertTrue(coloured.contains("\u001b[31m"));
    assertFalse(plain.contains("\u001b"));
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]*m", "").replaceAll(" +\n", "\n"));
  }

  @Test
  void documentsKeepToTheirSchemas() {
    for (RunResult run : List.of(SampleRuns.surge(), SampleRuns.busy(), SampleRuns.quiet(null))) {
      assertEquals(List.of(), violations("SimulateResult", RunReport.of(run, Format.JSON, AT_80)));
    }
    assertEquals(List.of(), violations("SimulateSeedsResult", RunReport.ofSeeds(SEEDS, Format.JSON, AT_80)));
  }

  @Test
  void schemaSeesAFieldThatIsMissingAndOneTooMany() {
    String document = RunReport.of(SampleRuns.surge(), Format.JSON, AT_80);
    assertFalse(violations("SimulateResult", document.replaceFirst("\"flaps\"", "\"flops\"")).isEmpty());
    assertFalse(violations("SimulateResult", document.replaceFirst("\"arrived\" : 19366", "\"arrived\" : -1")).isEmpty());
  }

  @Test
  void yamlSaysTheSameAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(RunReport.of(SampleRuns.busy(), Format.JSON, AT_80));
    JsonNode yaml = new YAMLMapper().readTree(RunReport.of(SampleRuns.busy(), Format.YAML, AT_80));
    assertEquals(json, yaml);
  }

  @Test
  void csvHasARowForEachTenSeconds() {
    List<String> rows = RunReport.of(SampleRuns.surge(), Format.CSV, AT_80).lines().toList();
    assertEquals(361, rows.size());
    assertEquals("seed,at,second,max_concurrency,mean_concurrency,target,copies,arrived,rejected,failed", rows.get(0));
    assertEquals("1,2026-01-05T08:00:10Z,10,3,2.4,5,1,9,0,0", rows.get(1));
    assertEquals("3,2026-01-05T08:00:10Z,10,0,0,,1,0,0,0",
        RunReport.of(SampleRuns.quiet(null), Format.CSV, AT_80).lines().toList().get(1));
    assertEquals(3 * 360 + 1, RunReport.ofSeeds(SEEDS, Format.CSV, AT_80).lines().count());
  }

  private static List<String> violations(String kind, String document) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.of(kind), InputFormat.JSON)
        .validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
