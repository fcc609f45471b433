package io.sagescale.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a {@link JsonQuery} picks out of an answer of AWS, as text. */
public final class PickedText {
  private PickedText() {}

  /** As AWS's own shape in the forms that have one; for people a line for each item, columns where items are lists or objects. */
  public static String of(Object sdkObject, JsonQuery query, ObjectFormat format, Look look, boolean isShrunk) {
    JsonNode picked = query.pick(AwsText.tree(sdkObject));
    return switch (format) {
      case JSON, AWS -> AwsText.json(picked);
      case YAML -> AwsText.yaml(picked);
      case TEXT -> TabbedLines.of(picked);
      case NAME -> String.join("", items(picked).stream().map(item -> cell(item) + "\n").toList());
      case CSV -> sheet(picked).csv();
      case TABLE, WIDE -> isNested(picked) ? AwsText.json(picked)
          : isTable(picked) ? sheet(picked).text(look, format == ObjectFormat.WIDE, isShrunk)
          : String.join("", items(picked).stream().map(item -> cell(item) + "\n").toList());
    };
  }

  private static List<JsonNode> items(JsonNode picked) {
    List<JsonNode> items = new ArrayList<>();
    if (picked.isArray()) {
      picked.forEach(items::add);
    } else if (!picked.isNull()) {
      items.add(picked);
    }
    return items;
  }

  private static boolean isTable(JsonNode picked) {
    return items(picked).stream().anyMatch(JsonNode::isContainerNode);
  }

  /** Whether a row would have a cell that holds more than a word. */
  private static boolean isNested(JsonNode picked) {
    for (JsonNode item : items(picked)) {
      for (JsonNode cell : item) {
        if (cell.isContainerNode()) {
          return true;
        }
      }
    }
    return false;
  }

  /** A column for each key that any item has, or for each place in a list. */
  private static Sheet sheet(JsonNode picked) {
    List<JsonNode> items = items(picked);
    Set<String> titles = new LinkedHashSet<>();
    items.forEach(item -> titles.addAll(parts(item).keySet()));
    if (titles.isEmpty()) {
      titles.add("VALUE");
    }
    List<Sheet.Column> columns = titles.stream().map(title -> new Sheet.Column(title, false, Sheet.Kind.NAME)).toList();
    List<Sheet.Row> rows = items.stream().map(item -> new Sheet.Row("", titles.stream().map(title -> cell(
        item.isValueNode() ? item : parts(item).getOrDefault(title, MissingNode.getInstance()))).toList())).toList();
    return new Sheet(columns, rows, "nothing");
  }

  /** The members of an object by their names, the items of a list by their places. */
  private static Map<String, JsonNode> parts(JsonNode item) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    item.properties().forEach(member -> parts.put(member.getKey(), member.getValue()));
    for (int i = 0; item.isArray() && i < item.size(); i++) {
      parts.put(String.valueOf(i), item.get(i));
    }
    return parts;
  }

  private static String cell(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.isContainerNode() ? value.toString() : value.asText();
  }
}
