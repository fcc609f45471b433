package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stories of {@code contract.yaml} for one engine that begins at {@link #START}: names of targets and times are filled in, so
 * that every client is told the same.
 */
record Contract(List<Story> stories) {
  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NOW = Pattern.compile("\\{now([+-])?(PT\\w+)?}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * What is asked in turn and what must be seen.
   *
   * @param isShort also for clients that take long for each step
   * @param isModern not for clients of 2022
   */
  record Story(String name, boolean isShort, boolean isModern, List<JsonNode> steps) {
    Story {
      steps = List.copyOf(steps);
    }
  }

  Contract {
    stories = List.copyOf(stories);
  }

  /** The stories that are chosen, each beginning when the one before it ended. */
  static Contract of(Predicate<Story> chosen) throws IOException {
    try (InputStream file = Contract.class.getResourceAsStream("/doors/contract.yaml")) {
      List<Story> stories = new ArrayList<>();
      Instant now = START;
      for (JsonNode told : new YAMLMapper().readTree(file)) {
        Story story = story(told, now);
        if (chosen.test(story)) {
          stories.add(story);
          now = now.plus(length(story));
        }
      }
      return new Contract(stories);
    }
  }

  /** For clients in other languages. */
  String json() throws IOException {
    ArrayNode all = JSON.createArrayNode();
    stories.forEach(story -> all.addObject().put("story", story.name()).putArray("steps").addAll(story.steps()));
    return JSON.writeValueAsString(all);
  }

  private static Story story(JsonNode told, Instant now) {
    List<JsonNode> steps = new ArrayList<>();
    told.path("steps").forEach(step -> steps.add(filled(step, now)));
    return new Story(told.path("story").asText(), told.path("shell").asBoolean(), told.path("modern").asBoolean(), steps);
  }

  private static Duration length(Story story) {
    return story.steps().stream().filter(step -> step.has("advance"))
        .map(step -> Duration.parse(step.path("advance").asText())).reduce(Duration.ZERO, Duration::plus);
  }

  private static JsonNode filled(JsonNode node, Instant now) {
    if (node.isTextual()) {
      return TextNode.valueOf(NOW.matcher(node.asText()).replaceAll(found -> time(found.group(1), found.group(2), now)));
    }
    if (node.isArray()) {
      ArrayNode filled = NODES.arrayNode();
      node.forEach(each -> filled.add(filled(each, now)));
      return filled;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode filled = NODES.objectNode();
    node.properties().forEach(member -> {
      if (member.getKey().equals("on")) {
        String id = member.getValue().asText();
        filled.put("ServiceNamespace", "sagemaker").put("ResourceId", id).put("ScalableDimension",
            id.startsWith("endpoint/") ? "sagemaker:variant:DesiredInstanceCount" : "sagemaker:inference-component:DesiredCopyCount");
      } else {
        filled.set(member.getKey(), filled(member.getValue(), now));
      }
    });
    return filled;
  }

  private static String time(String sign, String by, Instant now) {
    Instant time = sign == null ? now : sign.equals("+") ? now.plus(Duration.parse(by)) : now.minus(Duration.parse(by));
    return Matcher.quoteReplacement(time.toString());
  }
}
