package io.sagescale.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sagescale.doors.Contract.Story;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One contract, many doors: what the stories of {@code contract.yaml} want to be seen, every kind of client sees. */
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void inProcess() throws Exception {
    try (ServedEngine engine = new ServedEngine()) {
      Contract contract = Contract.of(story -> true);
      check(contract, tell(contract, engine, new SdkTeller(engine.inProcess(), URI.create("http://localhost"))));
    }
  }

  @Test
  void overLoopback() throws Exception {
    try (ServedEngine engine = new ServedEngine()) {
      Contract contract = Contract.of(story -> true);
      check(contract, tell(contract, engine, new SdkTeller(engine.uri())));
    }
  }

  @Test
  void withANewerSdk() throws Exception {
    try (ServedEngine engine = new ServedEngine();
        NewerSdk sdk = NewerSdk.at(engine.uri())) {
      assertEquals("2.54.15", sdk.version());
      Contract contract = Contract.of(story -> true);
      check(contract, tell(contract, engine, sdk));
    }
  }

  @Test
  void withAnOldBoto3() throws Exception {
    script(Clients.oldBoto(), "contract.py", Contract.of(story -> !story.isModern()), List.of());
  }

  @Test
  void withANewBoto3() throws Exception {
    script(Clients.newBoto(), "contract.py", Contract.of(story -> true), List.of());
  }

  @Test
  void withJavaScript() throws Exception {
    Program node = Clients.node();
    script(node, "contract.mjs", Contract.of(story -> true), List.of(Clients.jsSdk().toString()));
  }

  @Test
  void withAnOldAwsCli() throws Exception {
    shell(Clients.oldAws());
  }

  @Test
  void withANewAwsCli() throws Exception {
    shell(Clients.newAws());
  }

  private static void shell(Program aws) throws Exception {
    try (ServedEngine engine = new ServedEngine()) {
      Contract contract = Contract.of(Story::isShort);
      check(contract, tell(contract, engine, new AwsTeller(aws, engine.uri())));
    }
  }

  /** Tells all stories in one process of another language. */
  private void script(Program language, String script, Contract contract, List<String> more) throws IOException {
    Path stories = Files.writeString(folder.resolve("stories.json"), contract.json());
    try (ServedEngine engine = new ServedEngine()) {
      List<String> arguments = new ArrayList<>(List.of(
          Path.of("src/test/resources/doors", script).toString(), engine.uri().toString(), stories.toString()));
      arguments.addAll(more);
      Program.Outcome outcome = language.run(arguments, Map.of());
      assertEquals(0, outcome.exit(), outcome::all);
      check(contract, JSON.readTree(outcome.out()).path("heard"));
    }
  }

  private static JsonNode tell(Contract contract, ServedEngine engine, Teller teller) throws Exception {
    ArrayNode all = JSON.createArrayNode();
    for (Story story : contract.stories()) {
      engine.reset();
      Map<String, String> kept = new LinkedHashMap<>();
      ArrayNode heard = all.addArray();
      for (JsonNode step : story.steps()) {
        heard.add(told(step, engine, teller, kept));
      }
    }
    return all;
  }

  private static JsonNode told(JsonNode step, ServedEngine engine, Teller teller, Map<String, String> kept) throws Exception {
    if (step.has("advance")) {
      engine.advance(Duration.parse(step.path("advance").asText()));
      return JSON.createObjectNode();
    }
    String[] asked = step.path("ask").asText().split(" ");
    JsonNode heard = teller.ask(asked[0], asked[1], filled(step.path("with"), kept));
    step.path("keep").properties().forEach(keep -> kept.put(keep.getKey(),
        heard.path("answer").at("/" + keep.getValue().asText().replace('.', '/')).asText()));
    return heard;
  }

  private static JsonNode filled(JsonNode node, Map<String, String> kept) {
    if (node.isTextual() && node.asText().startsWith("$")) {
      return TextNode.valueOf(kept.getOrDefault(node.asText().substring(1), "nothing was kept"));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = JSON.createArrayNode();
      array.forEach(each -> filled.add(filled(each, kept)));
      return filled;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = JSON.createObjectNode();
      object.properties().forEach(member -> filled.set(member.getKey(), filled(member.getValue(), kept)));
      return filled;
    }
    return node;
  }

  /** Every difference of every story at once, because a run of a slow client is dear. */
  private static void check(Contract contract, JsonNode heard) {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (int s = 0; s < contract.stories().size(); s++) {
      Story story = contract.stories().get(s);
      for (int i = 0; i < story.steps().size(); i++) {
        JsonNode step = story.steps().get(i);
        JsonNode answer = heard.path(s).path(i);
        for (String difference : Sight.differences(step, answer)) {
          wrong.add(story.name() + ", step " + (i + 1) + " " + step.path("ask").asText() + difference);
        }
        asked += step.has("ask") ? 1 : 0;
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(asked > 10, () -> "too little was told");
  }
}
