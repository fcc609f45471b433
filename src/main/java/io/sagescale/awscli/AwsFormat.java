package io.sagescale.awscli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.report.AwsText;
import io.sagescale.report.TabbedLines;
import io.sagescale.wire.Codec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A form in which AWS's command line writes an answer. */
public enum AwsFormat {
  JSON, TEXT, TABLE, YAML;

  public static List<String> words() {
    return Stream.of(values()).map(AwsFormat::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws WrongInput when there is no such form */
  public static AwsFormat ofWord(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst().orElseThrow(() -> new WrongInput(
        "--output is one of " + String.join(", ", words()) + ", not '" + word + "'", word, words()));
  }

  /**
   * An answer as text; nothing for one without members.
   *
   * @param title of the whole, for a table
   * @param columns width of the terminal, for a table
   */
  public String text(String title, Map<String, Object> answer, int columns) {
    if (answer.isEmpty()) {
      return "";
    }
    return switch (this) {
      case JSON -> AwsText.json(answer);
      case YAML -> AwsText.yaml(answer);
      case TEXT -> TabbedLines.of(tree(answer));
      case TABLE -> Boxes.of(title, tree(answer), columns);
    };
  }

  private static JsonNode tree(Map<String, Object> answer) {
    try {
      return new ObjectMapper().readTree(Codec.json(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON of " + answer.keySet(), e);
    }
  }
}
