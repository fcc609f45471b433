package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The Query protocol's codes against CloudWatch's published errors, where these lie beside the project. */
class QueryCodesTest {
  private static final Path SHAPES = Path.of("..", "shared", "reference", "models", "cloudwatch.service-2.json.gz");

  @Test
  void everyPublishedErrorHasItsCode() throws IOException {
    assumeTrue(Files.exists(SHAPES), "NOT COMPARED with AWS's errors: there is no " + SHAPES);
    Map<String, String> published = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, JsonNode> shape : shapes().properties()) {
      if (shape.getValue().path("exception").asBoolean()) {
        String name = shape.getKey();
        published.put(name, shape.getValue().path("error").path("code").asText(name));
        ours.put(name, QueryCodes.code(Service.CLOUDWATCH, name));
      }
    }
    assertEquals(published, ours);
  }

  private static JsonNode shapes() throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(SHAPES))) {
      return new ObjectMapper().readTree(bytes).path("shapes");
    }
  }
}
