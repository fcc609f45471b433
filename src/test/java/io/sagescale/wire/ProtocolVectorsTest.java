package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The public protocol cases: requests decode to what was meant, answers encode to what clients are shown. The file stands beside
 * the project; where it is absent, these tests are skipped. REST JSON's are not read yet.
 */
class ProtocolVectorsTest {
  private static final Path FILE = Path.of("../shared/vectors/protocol/aws-protocol-vectors.jsonl.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requests that need what only their client knows, each with its reason. */
  private static final Map<String, String> NOT_DECODED =
      Map.of(
          "QueryProtocolIdempotencyTokenAutoFill", "the client makes up a member",
          "QueryEmptyQueryMaps", "an empty map leaves no trace in a form",
          "RpcV2CborDeserializesDenseSetMapAndSkipsNull", "clients skip nulls in maps; a server refuses them");

  /** Answers that clients must bear although no server of ours gives them, each with its reason. */
  private static final Map<String, String> NOT_ENCODED =
      Map.ofEntries(
          Map.entry("AwsQueryDateTimeWithNegativeOffset", "we write times in UTC"),
          Map.entry("AwsQueryDateTimeWithPositiveOffset", "we write times in UTC"),
          Map.entry("AwsJson11DateTimeWithNegativeOffset", "we write times in UTC"),
          Map.entry("AwsJson11DateTimeWithPositiveOffset", "we write times in UTC"),
          Map.entry("RpcV2CborExtraFieldsInTheBodyShouldBeSkippedByClients", "has members that nobody knows"),
          Map.entry("RpcV2CborPayloadWithUnsetUnion", "has members that nobody knows"),
          Map.entry("handles_unexpected_json_output", "has members that nobody knows"),
          Map.entry("AwsJson10HandlesUnexpectedJsonOutput", "has members that nobody knows"),
          Map.entry("AwsJson11DeserializeIgnoreType", "has members that nobody knows"),
          Map.entry("AwsJson10DeserializeIgnoreType", "has members that nobody knows"),
          Map.entry("RpcV2CborDeserializesDenseSetMapAndSkipsNull", "has a null in a map"));

  @Test
  void decodesRequestsOfAwsJson() throws IOException {
    decodes("json", "request", new AwsJson("1.1"), 40);
    decodes("json_1_0", "request", new AwsJson("1.0"), 15);
  }

  @Test
  void decodesRequestsOfQuery() throws IOException {
    decodes("query", "request", new AwsQuery(), 30);
  }

  @Test
  void decodesRequestsOfCbor() throws IOException {
    decodes("smithy-rpc-v2-cbor", "request", new RpcV2Cbor(), 10);
  }

  @Test
  void decodesWhatServersOfAwsJsonSend() throws IOException {
    decodes("json", "response", new AwsJson("1.1"), 30);
    decodes("json_1_0", "response", new AwsJson("1.0"), 20);
  }

  @Test
  void decodesWhatServersOfCborSend() throws IOException {
    decodes("smithy-rpc-v2-cbor", "response", new RpcV2Cbor(), 25);
  }

  @Test
  void encodesAnswersOfAwsJson() throws IOException {
    encodes("json", new AwsJson("1.1"), 30);
    encodes("json_1_0", new AwsJson("1.0"), 20);
  }

  @Test
  void encodesAnswersOfQuery() throws IOException {
    encodes("query", new AwsQuery(), 25);
  }

  @Test
  void encodesAnswersOfCbor() throws IOException {
    encodes("smithy-rpc-v2-cbor", new RpcV2Cbor(), 25);
  }

  private static void decodes(String name, String kind, Protocol protocol, int atLeast) throws IOException {
    all(
        name,
        kind,
        atLeast,
        vector -> {
          JsonNode meant = kind.equals("request") ? vector.get("params") : vector.get("result");
          if (NOT_DECODED.containsKey(vector.get("id").asText())) {
            return;
          }
          Toy expected = toy(vector, kind).with(meant);
          assertEquals(expected, PojoReader.read(protocol.input(call(vector, protocol)), toy(vector, kind)));
        });
  }

  private static void encodes(String name, Protocol protocol, int atLeast) throws IOException {
    all(
        name,
        "response",
        atLeast,
        vector -> {
          if (NOT_ENCODED.containsKey(vector.get("id").asText())) {
            return;
          }
          HttpAnswer answer = protocol.answer(call(vector, protocol), toy(vector, "response").with(vector.get("result")));
          assertEquals(canonical(protocol, body(vector, protocol)), canonical(protocol, answer.body()));
        });
  }

  private interface Check {
    void check(JsonNode vector) throws Exception;
  }

  private static void all(String protocol, String kind, int atLeast, Check check) throws IOException {
    List<JsonNode> vectors = vectors(protocol, kind);
    assertTrue(vectors.size() >= atLeast, vectors.size() + " cases");
    assertAll(
        vectors.stream()
            .map(vector -> (Executable) () -> {
                  try {
                    check.check(vector);
                  } catch (AssertionError | Exception e) {
                    throw new AssertionError(vector.get("id").asText() + ": " + e, e);
                  }
                }));
  }

  private static List<JsonNode> vectors(String protocol, String kind) throws IOException {
    assumeTrue(Files.exists(FILE), "SKIPPED: no protocol vectors beside the project");
    var vectors = new ArrayList<JsonNode>();
    try (var in = new GZIPInputStream(Files.newInputStream(FILE))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode vector = JSON.readTree(line);
        if (vector.get("protocol").asText().equals(protocol) && vector.get("kind").asText().equals(kind) && isOurs(vector)) {
          vectors.add(vector);
        }
      }
    }
    return vectors;
  }

  private static boolean isOurs(JsonNode vector) {
    return !vector.path("error").isObject()
        && !vector.get("wire").path("body").isNull()
        && !vector.get("wire").path("body").isMissingNode()
        && !vector.get("shapes").toString().contains("\"document\":true");
  }

  private static Toy toy(JsonNode vector, String kind) {
    JsonNode reference = vector.get("operation").path(kind.equals("request") ? "input" : "output").path("shape");
    JsonNode shapes = vector.get("shapes");
    return new Toy(shapes, reference.isMissingNode() ? JSON.createObjectNode() : shapes.get(reference.asText()));
  }

  private static Call call(JsonNode vector, Protocol protocol) throws Unreadable {
    byte[] body = body(vector, protocol);
    FormItem form = protocol instanceof AwsQuery ? Form.read(Texts.ofUtf8(body)) : new FormItem();
    var question = new HttpQuestion("POST", "/", Map.of(), body);
    String operation = vector.get("operation").get("name").asText();
    return new Call(Service.CLOUDWATCH, operation, protocol, new Call.Body(body, form), question);
  }

  private static byte[] body(JsonNode vector, Protocol protocol) {
    String text = vector.get("wire").get("body").asText();
    return protocol instanceof RpcV2Cbor ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static Object canonical(Protocol protocol, byte[] body) throws Exception {
    return switch (protocol) {
      case RestJson rest -> throw new IllegalArgumentException("no vectors of REST are run");
      case AwsJson json -> Canonical.of(body.length == 0 ? JSON.createObjectNode() : Documents.json(body));
      case RpcV2Cbor cbor -> Canonical.of(body.length == 0 ? JSON.createObjectNode() : Documents.cbor(body));
      case AwsQuery query -> Canonical.ofXml(body);
    };
  }
}
