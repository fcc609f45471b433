package io.sagescale.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads and writes whole JSON and CBOR documents, their depth and the length of their numbers bounded. */
final class Documents {
  private static final int MOST_DEPTH = 64;
  private static final int LONGEST_NUMBER = 64;
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MOST_DEPTH)
          .maxNumberLength(LONGEST_NUMBER)
          .maxStringLength(Bodies.MOST_BYTES)
          .build();

  static final JsonFactory JSON = new JsonFactoryBuilder().streamReadConstraints(BOUNDS).build();
  static final CBORFactory CBOR = CBORFactory.builder().streamReadConstraints(BOUNDS).build();
  private static final ObjectMapper JSON_NODES = new ObjectMapper(JSON);
  private static final ObjectMapper CBOR_NODES = new ObjectMapper(CBOR);

  /** Writes the inside of a document. */
  interface Writing {
    void writeTo(JsonGenerator out) throws IOException;
  }

  private Documents() {}

  static JsonNode json(byte[] bytes) throws Unreadable {
    String text = Texts.ofUtf8(bytes);
    try (JsonParser parser = JSON.createParser(text)) {
      return whole(JSON_NODES, parser);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static JsonNode cbor(byte[] bytes) throws Unreadable {
    try (JsonParser parser = CBOR.createParser(bytes)) {
      return whole(CBOR_NODES, parser);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static byte[] write(JsonFactory factory, Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (var out = factory.createGenerator(bytes)) {
      writing.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static JsonNode whole(ObjectMapper nodes, JsonParser parser) throws IOException, Unreadable {
    JsonNode node = nodes.readTree(parser);
    if (node == null || node.isMissingNode()) {
      throw new Unreadable("The body has no document in it");
    }
    if (parser.nextToken() != null) {
      throw new Unreadable("Something follows the end of the document");
    }
    return node;
  }

  private static Unreadable unreadable(IOException e) {
    String reason = e instanceof JsonProcessingException problem ? problem.getOriginalMessage() : e.getMessage();
    String text = reason == null ? "The body ends too early" : reason;
    return new Unreadable(Texts.mended(text.length() <= 200 ? text : text.substring(0, 200)));
  }
}
