package io.sagescale.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.sagescale.wire.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A tree as lines of cells with tabs between, for {@code cut} and {@code awk}: a line for each structure, its name first, then its
 * values in the order of their members' names. Source: AWS CLI User Guide, text output.
 */
public final class TabbedLines {
  private final StringBuilder text = new StringBuilder();

  private TabbedLines() {}

  public static String of(JsonNode tree) {
    TabbedLines lines = new TabbedLines();
    lines.value(null, tree);
    return lines.text.toString();
  }

  private void value(@Nullable String name, JsonNode value) {
    if (value.isObject()) {
      structure(name, value, names(List.of(value)));
    } else if (value.isArray()) {
      list(name, value);
    } else {
      line(List.of(cell(value)));
    }
  }

  private void list(@Nullable String name, JsonNode list) {
    List<JsonNode> items = StreamSupport.stream(list.spliterator(), false).toList();
    if (items.stream().anyMatch(JsonNode::isObject)) {
      SortedSet<String> columns = names(items);
      items.forEach(item -> {
        if (item.isObject()) {
          structure(name, item, columns);
        } else {
          value(name, item);
        }
      });
      return;
    }
    List<String> cells = items.stream().filter(JsonNode::isValueNode).map(TabbedLines::cell).toList();
    if (name != null) {
      cells.forEach(cell -> line(List.of(name.toUpperCase(Locale.ROOT), cell)));
    } else if (!cells.isEmpty()) {
      line(cells);
    }
    items.stream().filter(JsonNode::isContainerNode).forEach(item -> value(name, item));
  }

  /** @param columns values that its line has; one that is missing leaves its cell empty */
  private void structure(@Nullable String name, JsonNode structure, SortedSet<String> columns) {
    List<String> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(structure.has(column) ? cell(structure.get(column)) : ""));
    if (!cells.isEmpty()) {
      if (name != null) {
        cells.addFirst(name.toUpperCase(Locale.ROOT));
      }
      line(cells);
    }
    SortedSet<String> rest = new TreeSet<>();
    structure.fieldNames().forEachRemaining(rest::add);
    rest.removeAll(columns);
    rest.forEach(member -> value(member, structure.get(member)));
  }

  private static SortedSet<String> names(List<JsonNode> structures) {
    SortedSet<String> names = new TreeSet<>();
    structures.forEach(structure -> structure.properties().forEach(member -> {
      if (member.getValue().isValueNode()) {
        names.add(member.getKey());
      }
    }));
    return names;
  }

  private void line(List<String> cells) {
    text.append(String.join("\t", cells)).append('\n');
  }

  /** A value without quotes, words of Python for what has no text. */
  public static String cell(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.textValue();
      case BOOLEAN -> value.booleanValue() ? "True" : "False";
      case NULL, MISSING -> "None";
      case NUMBER -> value.isFloatingPointNumber() ? Codec.json(value.doubleValue()) : value.toString();
      case BINARY, POJO, ARRAY, OBJECT -> value.toString();
    };
  }
}
