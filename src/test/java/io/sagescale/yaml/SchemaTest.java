package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema against the reader: the same files are sound, and the same are not. */
class SchemaTest {
  private static final Path EVERYTHING = Path.of("src/test/resources/io/sagescale/yaml/everything.yaml");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Schemas.text());

  @TempDir Path folder;

  private static List<JsonNode> documents(String text) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
  }

  private static List<Error> errors(String text) throws IOException {
    List<Error> errors = new ArrayList<>();
    for (JsonNode document : documents(text)) {
      errors.addAll(SCHEMA.validate(document));
    }
    return errors;
  }

  static List<Path> shipped() throws IOException {
    return MutatedFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedFilesAreSound(Path file) throws IOException {
    assertEquals(List.of(), errors(Files.readString(file)));
  }

  @Test
  void fileWithEveryKeyIsSoundForBoth() throws IOException {
    assertEquals(List.of(), errors(Files.readString(EVERYTHING)));
    assertEquals(List.of(), PolicyFiles.read(List.of(EVERYTHING)).problems());
  }

  @Test
  void thatFileHoldsEveryKeyOfTheSchema() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    keysOfSchema(new ObjectMapper().readTree(Schemas.text()), missing);
    for (JsonNode document : documents(Files.readString(EVERYTHING))) {
      removeKeys(document, missing);
    }
    assertEquals(new TreeSet<String>(), missing);
  }

  private static void keysOfSchema(JsonNode schema, TreeSet<String> keys) {
    if (schema.path("additionalProperties").isBoolean()) {
      schema.path("properties").fieldNames().forEachRemaining(keys::add);
    }
    schema.forEach(child -> keysOfSchema(child, keys));
  }

  private static void removeKeys(JsonNode node, TreeSet<String> keys) {
    node.fieldNames().forEachRemaining(keys::remove);
    node.forEach(child -> removeKeys(child, keys));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{rule: SG33, reason: a}", "{rule: SG033}", "{rule: SG033, reason: \"\"}", "{rule: SG033, reason: a, until: b}"})
  void wrongAllowancesAreRefusedByBoth(String item) throws IOException {
    assertEquals(List.of(), errors(YamlFile.POLICY + "  allow: [{rule: SG033, reason: a}]\n"));
    String wrong = YamlFile.POLICY + "  allow: [" + item + "]\n";
    assertFalse(errors(wrong).isEmpty(), "the schema takes it");
    assertTrue(YamlFile.of(folder, wrong).read().hasErrors(), "the reader takes it");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      P | sagescale/v1               | sagescale/v2
      P | kind: EndpointScaling      | kind: Nothing
      P | {name: chat}               | {}
      P | endpoint: chat             | endpont: chat
      P | endpoint: chat             | endpoint: chat_1
      P | min: 1, max: 4             | max: 4
      P | min: 1, max: 4             | min: -1, max: 4
      P | min: 1, max: 4             | min: one, max: 4
      P | suspend: [in]              | suspend: [inn]
      P | target: 5                  | target: 0
      P | target: 5                  | target: five
      P | out: 180s                  | out: 180 parsecs
      P | out: 180s                  | out: -180
      P | 2 of 3                     | most
      P | atLeast: 20                | atLeast: 20, atMost: 30
      P | atLeast: 20                | missing: ignore
      P | add: 1                     | add: 1, set: 1
      P | from: 20, to: 40, add: 1   | add: 1
      P | cron(0 7 ? * MON-FRI *)    | every morning
      P | capacity: {min: 2}         | capacity: {}
      P | 8 USD                      | 8 EUR
      P | ml.g5.2xlarge              | ml.t3.medium
      S | speed: 2                   | speed: 0
      S | speed: 2                   | spede: 2
      S | {input: 550, output: 150}  | {input: 550}
      S | for: 5m, rate: 2           | for: 5m
      S | for: 5m, rate: 2           | for: 5m, rate: -2
      S | for: 10m, from: 2, to: 20  | for: 10m, from: 2
      S | mode: failFast             | mode: failfast
      S | crash:                     | crush:
      S | seed: 7                    | seed: 7.5
      S | copies: 1                  | copies: many
      S | profile: llama3-8b/g5.2xlarge/vllm | server: {slots: 1}
      """)
  void wrongFilesAreRefusedByBoth(String base, String from, String to) throws IOException {
    String sound = base.equals("P") ? YamlFile.POLICY : YamlFile.SCENARIO;
    assertTrue(sound.contains(from));
    String wrong = sound.replace(from, to);
    assertFalse(errors(wrong).isEmpty(), "the schema takes it");
    assertTrue(YamlFile.of(folder, wrong).read().hasErrors(), "the reader takes it");
  }
}
