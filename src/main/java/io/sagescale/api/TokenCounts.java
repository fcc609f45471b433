package io.sagescale.api;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * How long a prompt and its answer are, read from a request's body as the common model servers take them.
 *
 * @param input 0 or more
 * @param output 1 or more
 */
record TokenCounts(int input, int output) {
  /** Source: our choice, a prompt and an answer of ordinary length. */
  static final TokenCounts DEFAULT = new TokenCounts(256, 128);

  /** Most tokens each way. Source: our choice, the longest context of today's models. */
  private static final int MOST = 131_072;

  /** Source: the rule of thumb for English text. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private static final List<String> OUTPUT = List.of("max_new_tokens", "max_tokens", "max_completion_tokens");
  private static final List<String> PROMPT = List.of("inputs", "prompt", "messages");

  /** What a body says, and the default for what it does not; a body that is no JSON says nothing. */
  static TokenCounts of(byte[] body) {
    Map<String, JsonNode> members = members(body);
    JsonNode parameters = members.get("parameters");
    Integer output = output(members);
    if (output == null && parameters != null && parameters.isObject()) {
      output = output(parameters.asObject());
    }
    return new TokenCounts(input(members), output == null ? DEFAULT.output() : output);
  }

  private static Map<String, JsonNode> members(byte[] body) {
    try {
      @Nullable JsonNode node = JsonNode.parser().parse(new ByteArrayInputStream(body));
      return node != null && node.isObject() ? node.asObject() : Collections.emptyMap();
    } catch (UncheckedIOException notJson) {
      return Collections.emptyMap();
    }
  }

  private static @Nullable Integer output(Map<String, JsonNode> members) {
    for (String name : OUTPUT) {
      JsonNode value = members.get(name);
      if (value != null && value.isNumber()) {
        return (int) Math.clamp(Double.parseDouble(value.asNumber()), 1, MOST);
      }
    }
    return null;
  }

  private static int input(Map<String, JsonNode> members) {
    for (String name : PROMPT) {
      JsonNode value = members.get(name);
      if (value != null) {
        return Math.clamp(characters(value) / CHARACTERS_PER_TOKEN, 1, MOST);
      }
    }
    return DEFAULT.input();
  }

  private static int characters(JsonNode node) {
    if (node.isString()) {
      return node.asString().length();
    }
    int characters = 0;
    if (node.isArray()) {
      for (JsonNode element : node.asArray()) {
        characters += characters(element);
      }
    } else if (node.isObject()) {
      for (JsonNode member : node.asObject().values()) {
        characters += characters(member);
      }
    }
    return characters;
  }
}
