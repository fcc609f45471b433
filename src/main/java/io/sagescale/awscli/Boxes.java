package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sagescale.report.TabbedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A tree as boxes in boxes: a title, the values of a structure as a row under their names, and a box further in for each member
 * that has parts. Source: AWS CLI User Guide, table output, and what it prints; characters count as one column each.
 */
final class Boxes {
  private final List<Box> boxes = new ArrayList<>();

  private Boxes() {}

  /**
   * Draws a tree.
   *
   * @param columns width of the terminal; where the boxes are wider, single rows stand upright
   */
  static String of(String title, JsonNode tree, int columns) {
    Boxes drawing = new Boxes();
    drawing.add(0, title, tree);
    List<Box> boxes = drawing.boxes;
    if (width(boxes) > columns) {
      boxes = boxes.stream().map(Box::upright).toList();
    }
    int width = width(boxes);
    StringBuilder text = new StringBuilder(boxes.isEmpty() ? "" : "-".repeat(width) + "\n");
    boxes.forEach(box -> box.draw(text, width));
    return text.toString();
  }

  private static int width(List<Box> boxes) {
    return boxes.stream().mapToInt(Box::width).max().orElse(0);
  }

  private void add(int depth, String title, JsonNode value) {
    if (value.isObject() && !value.isEmpty()) {
      structure(depth, title, value);
    } else if (value.isArray() && !value.isEmpty()) {
      list(depth, title, StreamSupport.stream(value.spliterator(), false).toList());
    } else if (value.isValueNode() && !value.isNull()) {
      boxes.add(new Box(depth, title, List.of(), List.of(List.of(TabbedLines.cell(value)))));
    }
  }

  private void structure(int depth, String title, JsonNode structure) {
    SortedSet<String> values = names(List.of(structure), true);
    boxes.add(switch (values.size()) {
      case 0 -> new Box(depth, title, List.of(), List.of());
      case 1 -> new Box(depth, title, List.of(), List.of(List.of(values.first(), row(structure, values).getFirst())));
      default -> new Box(depth, title, List.copyOf(values), List.of(row(structure, values)));
    });
    parts(depth, structure);
  }

  /** Structures are rows of one box where none has parts, else each has its box. */
  private void list(int depth, String title, List<JsonNode> items) {
    if (!items.getFirst().isObject()) {
      boxes.add(new Box(depth, title, List.of(), items.stream().map(Boxes::cells).toList()));
      return;
    }
    SortedSet<String> values = names(items, true);
    List<String> header = List.copyOf(values);
    if (names(items, false).isEmpty()) {
      boxes.add(new Box(depth, title, header, items.stream().map(item -> row(item, values)).toList()));
      return;
    }
    for (JsonNode item : items) {
      boxes.add(new Box(depth, title, header, List.of(row(item, values))));
      parts(depth, item);
    }
  }

  private void parts(int depth, JsonNode structure) {
    names(List.of(structure), false).forEach(name -> add(depth + 1, name, structure.get(name)));
  }

  private static List<String> row(JsonNode structure, SortedSet<String> columns) {
    return columns.stream().map(name -> structure.has(name) ? TabbedLines.cell(structure.get(name)) : "").toList();
  }

  private static List<String> cells(JsonNode item) {
    return item.isArray() ? StreamSupport.stream(item.spliterator(), false).map(TabbedLines::cell).toList()
        : List.of(TabbedLines.cell(item));
  }

  private static SortedSet<String> names(List<JsonNode> structures, boolean areValues) {
    SortedSet<String> names = new TreeSet<>();
    structures.forEach(structure -> structure.properties().forEach(member -> {
      if (member.getValue().isValueNode() == areValues) {
        names.add(member.getKey());
      }
    }));
    return names;
  }
}
