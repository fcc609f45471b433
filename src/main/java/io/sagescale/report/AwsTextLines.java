package io.sagescale.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * JSON as lines of words between tabs, for shells, in the form that {@code aws --output text} has: the scalars of an object on
 * one line in the order of their keys, then each list and object inside it, its lines beginning with its key.
 *
 * <p>Source: output of AWS CLI 1 and 2.
 */
final class AwsTextLines {
  private final StringBuilder text = new StringBuilder();

  private AwsTextLines() {}

  static String of(JsonNode node) {
    AwsTextLines lines = new AwsTextLines();
    lines.node(node, null, List.of());
    return lines.text.toString();
  }

  /** @param columns keys that every object of a list has a word for; empty outside of lists */
  private void node(JsonNode node, @Nullable String key, List<String> columns) {
    if (node.isArray()) {
      list((ArrayNode) node, key);
    } else if (node.isObject()) {
      object(node, key, columns);
    } else {
      text.append(word(node)).append('\n');
    }
  }

  private void list(ArrayNode list, @Nullable String key) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    if (items.stream().anyMatch(JsonNode::isObject)) {
      List<String> columns = columns(items);
      items.forEach(item -> node(item, key, columns));
      return;
    }
    List<JsonNode> scalars = items.stream().filter(JsonNode::isValueNode).toList();
    if (scalars.size() == items.size() && key != null) {
      scalars.forEach(scalar -> line(key, List.of(word(scalar))));
    } else if (!scalars.isEmpty()) {
      line(key, scalars.stream().map(AwsTextLines::word).toList());
    }
    items.stream().filter(JsonNode::isArray).forEach(item -> node(item, key, List.of()));
  }

  /** Every key under which some object of the list has a scalar, sorted. */
  private static List<String> columns(List<JsonNode> items) {
    TreeSet<String> columns = new TreeSet<>();
    for (JsonNode item : items) {
      item.properties().stream().filter(member -> member.getValue().isValueNode()).forEach(member -> columns.add(member.getKey()));
    }
    return List.copyOf(columns);
  }

  private void object(JsonNode object, @Nullable String key, List<String> columns) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    List<String> words = new ArrayList<>();
    if (columns.isEmpty()) {
      members.values().stream().filter(JsonNode::isValueNode).forEach(value -> words.add(word(value)));
    } else {
      columns.forEach(column -> words.add(members.containsKey(column) ? word(members.get(column)) : ""));
    }
    if (!words.isEmpty()) {
      line(key, words);
    }
    members.forEach((inner, value) -> {
      if (value.isContainerNode()) {
        node(value, inner, List.of());
      }
    });
  }

  private void line(@Nullable String key, List<String> words) {
    text.append(key == null ? "" : key.toUpperCase(Locale.ROOT) + "\t").append(String.join("\t", words)).append('\n');
  }

  /** As Python writes a value. */
  private static String word(JsonNode value) {
    return value.isNull() ? "None" : value.isBoolean() ? value.booleanValue() ? "True" : "False" : value.asText();
  }
}
