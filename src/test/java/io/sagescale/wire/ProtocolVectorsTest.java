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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The public protocol cases: requests decode to what was meant, answers encode to what clients are shown. The file stands beside
 * the project; where it is absent, these tests are skipped. Of REST JSON's, those are read that use what {@link RestJson} speaks.
 */
class ProtocolVectorsTest {
  private static final Path FILE = Path.of("../shared/vectors/protocol/aws-protocol-vectors.jsonl.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requests that need what only their client knows, each with its reason. */
  private static final Map<String, String> NOT_DECODED =
      Map.ofEntries(
          Map.entry("QueryProtocolIdempotencyTokenAutoFill", "the client makes up a member"),
          Map.entry("QueryEmptyQueryMaps", "an empty map leaves no trace in a form"),
          Map.entry("RpcV2CborDeserializesDenseSetMapAndSkipsNull", "clients skip nulls in maps; a server refuses them"),
          Map.entry("RestJsonHostWithPath", "the path begins with the client's endpoint"),
          Map.entry("RestJsonHttpPayloadTraitsWithNoBlobBody", "no blob and an empty one are the same body"),
          Map.entry("RestJsonHttpWithEmptyBlobPayload", "no blob and an empty one are the same body"),
          Map.entry("RestJsonHttpWithEmptyStructurePayload", "no structure and an empty one are the same body"),
          Map.entry("RestJsonHttpWithHeadersButNoPayload", "no structure and an empty one are the same body"),
          Map.entry("RestJsonTimestampFormatHeaders", "has a time without a format in a header; SageMaker Runtime has none"));

  /** Answers that clients must bear although no server of ours gives them, each with its reason. */
  private static final Map<String, String> NOT_ENCODED =
      Map.ofEntries(
          Map.entry("AwsQueryDateTimeWithNegativeOffset", "we write times in UTC"),
          Map.entry("AwsQueryDateTimeWithPositiveOffset", "we write times in UTC"),
          Map.entry("AwsJson11DateTimeWithNegativeOffset", "we write times in UTC"),
          Map.entry("AwsJson11DateTimeWithPositiveOffset", "we write times in UTC"),
          Map.entry("RestJsonDateTimeWithNegativeOffset", "we write times in UTC"),
          Map.entry("RestJsonDateTimeWithPositiveOffset", "we write times in UTC"),
          Map.entry("RestJsonDeserializeIgnoreType", "has members that nobody knows"),
          Map.entry("RpcV2CborExtraFieldsInTheBodyShouldBeSkippedByClients", "has members that nobody knows"),
          Map.entry("RpcV2CborPayloadWithUnsetUnion", "has members that nobody knows"),
          Map.entry("handles_unexpected_json_output", "has members that nobody knows"),
          Map.entry("AwsJson10HandlesUnexpectedJsonOutput", "has members that nobody knows"),
          Map.entry("AwsJson11DeserializeIgnoreType", "has members that nobody knows"),
          Map.entry("AwsJson10DeserializeIgnoreType", "has members that nobody knows"),
          Map.entry("RpcV2CborDeserializesDenseSetMapAndSkipsNull", "has a null in a map"));

  @Test
  void decodesRequestsOfAwsJson() throws IOException {
    decodes("json", "request", 40);
    decodes("json_1_0", "request", 15);
  }

  @Test
  void decodesRequestsOfQuery() throws IOException {
    decodes("query", "request", 30);
  }

  @Test
  void decodesRequestsOfCbor() throws IOException {
    decodes("smithy-rpc-v2-cbor", "request", 10);
  }

  @Test
  void decodesRequestsOfRestJson() throws IOException {
    decodes("rest-json", "request", 60);
  }

  @Test
  void decodesWhatServersOfAwsJsonSend() throws IOException {
    decodes("json", "response", 30);
    decodes("json_1_0", "response", 20);
  }

  @Test
  void decodesWhatServersOfCborSend() throws IOException {
    decodes("smithy-rpc-v2-cbor", "response", 25);
  }

  @Test
  void encodesAnswersOfAwsJson() throws IOException {
    encodes("json", 30);
    encodes("json_1_0", 20);
  }

  @Test
  void encodesAnswersOfQuery() throws IOException {
    encodes("query", 25);
  }

  @Test
  void encodesAnswersOfCbor() throws IOException {
    encodes("smithy-rpc-v2-cbor", 25);
  }

  @Test
  void encodesAnswersOfRestJson() throws IOException {
    encodes("rest-json", 40);
  }

  private static void decodes(String name, String kind, int atLeast) throws IOException {
    all(
        name,
        kind,
        atLeast,
        vector -> {
          JsonNode meant = kind.equals("request") ? vector.get("params") : vector.get("result");
          if (NOT_DECODED.containsKey(vector.get("id").asText())) {
            return;
          }
          Toy expected = toy(vector).with(meant);
          assertEquals(expected, PojoReader.read(protocol(vector).input(call(vector)), toy(vector)));
        });
  }

  private static void encodes(String name, int atLeast) throws IOException {
    all(
        name,
        "response",
        atLeast,
        vector -> {
          if (NOT_ENCODED.containsKey(vector.get("id").asText())) {
            return;
          }
          HttpAnswer answer = protocol(vector).answer(call(vector), toy(vector).with(vector.get("result")));
          assertEquals(canonical(vector, body(vector)), canonical(vector, answer.body()));
          if (name.equals("rest-json")) {
            headers(vector).forEach((header, values) -> {
              if (!header.startsWith("Content-")) {
                assertEquals(values.getFirst(), answer.headers().get(header), header);
              }
            });
          }
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
        && !vector.get("shapes").toString().contains("\"document\":true")
        && isSpoken(vector);
  }

  /** Whether every member of a request or an answer of REST stands where {@link RestJson} reads or writes it. */
  private static boolean isSpoken(JsonNode vector) {
    for (JsonNode member : shape(vector).path("members")) {
      String type = vector.get("shapes").get(member.get("shape").asText()).get("type").asText();
      boolean isSpoken = switch (member.path("location").asText("body")) {
        case "body", "uri" -> true;
        case "header" -> !type.equals("list") && !member.path("jsonvalue").asBoolean();
        default -> false;
      };
      if (!isSpoken) {
        return false;
      }
    }
    return true;
  }

  private static Toy toy(JsonNode vector) {
    return new Toy(vector.get("shapes"), shape(vector));
  }

  /** The shape of the request or the answer. */
  private static JsonNode shape(JsonNode vector) {
    JsonNode reference = vector.get("operation").path(isRequest(vector) ? "input" : "output").path("shape");
    return reference.isMissingNode() ? JSON.createObjectNode() : vector.get("shapes").get(reference.asText());
  }

  private static boolean isRequest(JsonNode vector) {
    return vector.get("kind").asText().equals("request");
  }

  private static Protocol protocol(JsonNode vector) throws Unreadable {
    String name = vector.get("protocol").asText();
    return switch (name) {
      case "json" -> new AwsJson("1.1");
      case "json_1_0" -> new AwsJson("1.0");
      case "query" -> new AwsQuery();
      case "smithy-rpc-v2-cbor" -> new RpcV2Cbor();
      case "rest-json" -> new RestJson(question(vector), labels(vector));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Call call(JsonNode vector) throws Unreadable {
    Protocol protocol = protocol(vector);
    byte[] body = body(vector);
    FormItem form = protocol instanceof AwsQuery ? Form.read(Texts.ofUtf8(body)) : new FormItem();
    String operation = vector.get("operation").get("name").asText();
    return new Call(Service.CLOUDWATCH, operation, protocol, new Call.Body(body, form), question(vector));
  }

  private static HttpQuestion question(JsonNode vector) {
    return new HttpQuestion("POST", vector.get("wire").path("uri").asText("/"), headers(vector), body(vector));
  }

  private static Map<String, List<String>> headers(JsonNode vector) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    vector.get("wire").path("headers").properties().forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    return headers;
  }

  /** What a request's path says, by the names in the operation's {@code /{name}/{rest+}}. */
  private static Map<String, String> labels(JsonNode vector) throws Unreadable {
    Map<String, String> labels = new LinkedHashMap<>();
    String template = vector.get("operation").get("http").get("requestUri").asText().replaceFirst("\\?.*", "");
    Matcher path = Pattern.compile(Pattern.quote(template).replaceAll("\\{(\\w+)(\\+?)}", "\\\\E(?<$1>.+)\\\\Q"))
        .matcher(question(vector).path());
    if (isRequest(vector)) {
      assertTrue(path.matches(), template);
      for (String name : path.namedGroups().keySet()) {
        labels.put(name, Form.unescaped(path.group(name).replace("+", "%2B")));
      }
    }
    return labels;
  }

  private static byte[] body(JsonNode vector) {
    String text = vector.get("wire").get("body").asText();
    return vector.get("protocol").asText().equals("smithy-rpc-v2-cbor")
        ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static Object canonical(JsonNode vector, byte[] body) throws Exception {
    return switch (protocol(vector)) {
      case RestJson rest -> isDocument(vector) ? json(body) : Texts.ofUtf8(body);
      case AwsJson json -> json(body);
      case RpcV2Cbor cbor -> Canonical.of(body.length == 0 ? JSON.createObjectNode() : Documents.cbor(body));
      case AwsQuery query -> Canonical.ofXml(body);
    };
  }

  private static Object json(byte[] body) throws Unreadable {
    return Canonical.of(body.length == 0 ? JSON.createObjectNode() : Documents.json(body));
  }

  /** Whether an answer's body is JSON and not one member's own text or bytes. */
  private static boolean isDocument(JsonNode vector) {
    JsonNode payload = shape(vector).path("members").path(shape(vector).path("payload").asText());
    return payload.isMissingNode()
        || vector.get("shapes").get(payload.get("shape").asText()).get("type").asText().equals("structure");
  }
}
