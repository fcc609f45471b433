package io.sagescale.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.TreeSet;

/** AWS's published rules of a shape, in the words in which a breach of them is told. */
final class AutoScalingShapes {
  private AutoScalingShapes() {}

  static TreeSet<String> rules(JsonNode shape) {
    TreeSet<String> rules = new TreeSet<>();
    if (shape.path("min").asInt() > 0) {
      rules.add("Member must have length greater than or equal to " + shape.path("min").asInt());
    }
    if (shape.has("max")) {
      rules.add("Member must have length less than or equal to " + shape.path("max").asInt());
    }
    if (shape.has("pattern")) {
      rules.add("Member must satisfy regular expression pattern: " + shape.path("pattern").asText());
    }
    if (shape.has("enum")) {
      TreeSet<String> words = new TreeSet<>();
      shape.path("enum").forEach(word -> words.add(word.asText()));
      rules.add("Member must satisfy enum value set: " + words);
    }
    return rules;
  }

  static String lowerFirst(String member) {
    return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
  }
}
