package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sagescale.report.AwsText;
import io.sagescale.report.JsonQuery;
import io.sagescale.report.TabbedLines;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
   * @param query what to pick from the answer; null for all of it
   * @param columns width of the terminal, for a table
   * @throws JsonQuery.Wrong when the query does not fit the answer
   */
  public String text(String title, Map<String, Object> answer, @Nullable JsonQuery query, int columns) {
    if (query == null && answer.isEmpty()) {
      return "";
    }
    JsonNode whole = AwsText.tree(answer);
    JsonNode picked = query == null ? whole : query.pick(whole);
    return switch (this) {
      case JSON -> AwsText.json(picked);
      case YAML -> AwsText.yaml(picked);
      case TEXT -> TabbedLines.of(picked);
      case TABLE -> Boxes.of(title, picked, columns);
    };
  }
}
