package io.sagescale.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A tree as boxes in boxes: a title, the values of a structure as a row under their names, and a box further in for each member
 * that has parts. Source: AWS CLI User Guide, table output; the widths are ours, each column as wide as its longest cell.
 */
final class Boxes {
  private static final int PADDING = 2;

  /**
   * One box.
   *
   * @param depth boxes around it
   * @param header empty for rows without names
   */
  private record Box(int depth, String title, List<String> header, List<List<String>> rows) {
    int width() {
      int columns = widths().stream().mapToInt(width -> width + 1).sum() + 1;
      return Math.max(columns, title.length() + 2 * PADDING + 2) + 2 * depth;
    }

    List<Integer> widths() {
      List<Integer> widths = new ArrayList<>();
      List<List<String>> all = new ArrayList<>(rows);
      all.add(header);
      all.forEach(row -> {
        for (int i = 0; i < row.size(); i++) {
          int width = row.get(i).length() + 2 * PADDING;
          if (i == widths.size()) {
            widths.add(width);
          }
          widths.set(i, Math.max(widths.get(i), width));
        }
      });
      return widths;
    }
  }

  private final List<Box> boxes = new ArrayList<>();

  private Boxes() {}

  static String of(String title, JsonNode tree) {
    Boxes boxes = new Boxes();
    boxes.add(0, title, tree);
    int width = boxes.boxes.stream().mapToInt(Box::width).max().orElse(0);
    StringBuilder text = new StringBuilder(width == 0 ? "" : "-".repeat(width) + "\n");
    boxes.boxes.forEach(box -> draw(text, box, width));
    return text.toString();
  }

  private void add(int depth, String title, JsonNode value) {
    List<JsonNode> items = StreamSupport.stream(value.spliterator(), false).toList();
    if (value.isObject() && !value.isEmpty()) {
      structure(depth, title, value, names(List.of(value), true));
    } else if (value.isArray() && items.stream().anyMatch(JsonNode::isObject)) {
      structures(depth, title, items);
    } else if (value.isArray() && !value.isEmpty()) {
      boxes.add(new Box(depth, title, List.of(), items.stream().map(Boxes::row).toList()));
    } else if (value.isValueNode()) {
      boxes.add(new Box(depth, title, List.of(), List.of(row(value))));
    }
  }

  /** One box with all rows where no structure has parts, else a box for each. */
  private void structures(int depth, String title, List<JsonNode> items) {
    SortedSet<String> columns = names(items, true);
    if (names(items, false).isEmpty()) {
      boxes.add(new Box(depth, title, List.copyOf(columns), items.stream().map(item -> row(item, columns)).toList()));
    } else {
      items.forEach(item -> structure(depth, title, item, columns));
    }
  }

  private void structure(int depth, String title, JsonNode structure, SortedSet<String> columns) {
    if (columns.size() == 1) {
      String name = columns.first();
      boxes.add(new Box(depth, title, List.of(), List.of(List.of(name, row(structure, columns).getFirst()))));
    } else {
      boxes.add(new Box(depth, title, List.copyOf(columns), columns.isEmpty() ? List.of() : List.of(row(structure, columns))));
    }
    names(List.of(structure), false).forEach(name -> add(depth + 1, name, structure.get(name)));
  }

  private static List<String> row(JsonNode structure, SortedSet<String> columns) {
    return columns.stream().map(name -> structure.has(name) ? TabbedLines.cell(structure.get(name)) : "").toList();
  }

  private static List<String> row(JsonNode item) {
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

  private static void draw(StringBuilder text, Box box, int whole) {
    int width = whole - 2 * box.depth();
    List<Integer> widths = new ArrayList<>(box.widths());
    if (!widths.isEmpty()) {
      int used = widths.stream().mapToInt(column -> column + 1).sum() + 1;
      widths.set(widths.size() - 1, widths.getLast() + width - used);
    }
    String rule = rule(widths.isEmpty() ? List.of(width - 2) : widths);
    line(text, box, "|" + centred(box.title(), width - 2) + "|");
    line(text, box, rule);
    if (!box.header().isEmpty()) {
      line(text, box, cells(box.header(), widths, true));
      line(text, box, rule);
    }
    if (!box.rows().isEmpty()) {
      box.rows().forEach(row -> line(text, box, cells(row, widths, false)));
      line(text, box, rule);
    }
  }

  private static void line(StringBuilder text, Box box, String line) {
    String sides = "|".repeat(box.depth());
    text.append(sides).append(line).append(sides).append('\n');
  }

  private static String rule(List<Integer> widths) {
    return "+" + String.join("+", widths.stream().map("-"::repeat).toList()) + "+";
  }

  private static String cells(List<String> cells, List<Integer> widths, boolean isCentred) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.size(); i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      line.append(isCentred ? centred(cell, widths.get(i)) : padded("  " + cell, widths.get(i))).append('|');
    }
    return line.toString();
  }

  private static String centred(String text, int width) {
    return padded(" ".repeat((width - text.length()) / 2) + text, width);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
