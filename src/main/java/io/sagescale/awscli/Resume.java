package io.sagescale.awscli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on that was cut. Its text is what the AWS CLI prints and takes, so a list can be begun with one and ended with
 * the other.
 *
 * @param token AWS's own, of the page to ask for; null for the first
 * @param skipped items of that page that were answered already
 */
record Resume(@Nullable String token, int skipped) {
  private static final String SKIPPED = "boto_truncate_amount";

  /** @param member the input's member for the token */
  String text(String member) {
    String written = token == null ? "null" : TextNode.valueOf(token).toString();
    String json = "{\"" + member + "\": " + written + (skipped == 0 ? "" : ", \"" + SKIPPED + "\": " + skipped) + "}";
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }

  /** A text that is none of these is AWS's own token. */
  static Resume parse(String text, String member) {
    try {
      JsonNode json = new ObjectMapper().readTree(Base64.getDecoder().decode(text));
      if (json.isObject() && json.has(member)) {
        return new Resume(json.path(member).textValue(), Math.max(0, json.path(SKIPPED).asInt()));
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Resume(text, 0);
    }
    return new Resume(text, 0);
  }
}
