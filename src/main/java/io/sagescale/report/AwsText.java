package io.sagescale.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.sagescale.wire.Codec;

/** Objects of AWS in its own shape. */
public final class AwsText {
  private AwsText() {}

  /** As {@code aws} prints it; nothing for an answer without members, which is what {@code aws} prints then. */
  public static String json(Object sdkObject) {
    String json = Codec.json(sdkObject).strip();
    return json.matches("\\{\\s*}") ? "" : json + "\n";
  }

  /** A part of an answer, as {@code aws} prints it. */
  public static String json(JsonNode part) {
    return part.isNull() ? "null\n" : Codec.json(new ObjectMapper().convertValue(part, Object.class)).strip() + "\n";
  }

  /** Words between tabs, as {@code aws --output text} prints them. */
  public static String lines(Object sdkObject) {
    return TabbedLines.of(tree(sdkObject));
  }

  /** The members of an object, or of a list or map of such, as JSON. */
  public static JsonNode tree(Object sdkObject) {
    return read(Codec.json(sdkObject));
  }

  /** JSON on one line. */
  public static String line(Object sdkObject) {
    return tree(sdkObject).toString();
  }

  /** The members of {@link #json} as YAML. */
  public static String yaml(Object sdkObject) {
    JsonNode tree = tree(sdkObject);
    return tree.isEmpty() ? "" : yaml(tree);
  }

  /** A part of an answer as YAML. */
  public static String yaml(JsonNode tree) {
    YAMLFactory plain = YAMLFactory.builder()
        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
        .disable(YAMLGenerator.Feature.SPLIT_LINES)
        .build();
    try {
      return new ObjectMapper(plain).writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no YAML of " + tree, e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + json, e);
    }
  }
}
