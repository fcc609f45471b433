package io.sagescale.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** AWS's published rules of a shape, in the words in which a breach of them is told. */
final class PublishedRules {
  private static final Set<String> NUMBERS = Set.of("integer", "long", "float", "double");

  private PublishedRules() {}

  static TreeSet<String> rules(JsonNode shape) {
    TreeSet<String> rules = new TreeSet<>();
    boolean isNumber = NUMBERS.contains(shape.path("type").asText());
    String measured = "Member must have " + (isNumber ? "value " : "length ");
    if (shape.has("min") && (isNumber || shape.path("min").asInt() > 0)) {
      rules.add(measured + "greater than or equal to " + shape.path("min").asText());
    }
    if (shape.has("max")) {
      rules.add(measured + "less than or equal to " + shape.path("max").asText());
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
