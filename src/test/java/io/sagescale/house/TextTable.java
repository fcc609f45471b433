package io.sagescale.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An aligned text table: a header line, then one row a line, cells between bars. A lone {@code -} is an empty cell. */
final class TextTable {
  private TextTable() {}

  /** The rows below the header, top first, each with as many cells as the header. */
  static List<List<String>> rows(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int width = cells(lines.getFirst()).size();
    var rows = new ArrayList<List<String>>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = cells(line);
      if (row.size() != width) {
        throw new IllegalArgumentException("%s cells instead of %s: %s".formatted(row.size(), width, line));
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  /** The words of a cell, in their order. */
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\s+"));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).map(cell -> cell.equals("-") ? "" : cell).toList();
  }
}
