package io.sagescale.awscli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One box of a table: a title over rows of cells.
 *
 * @param depth boxes around it
 * @param header names of the columns; empty for rows that have none
 */
record Box(int depth, String title, List<String> header, List<List<String>> rows) {
  private static final int PADDING = 4;

  /** Its width with its edges and those of the boxes around it. */
  int width() {
    return Math.max(natural().stream().mapToInt(Integer::intValue).sum(), title.length()) + 2 + 2 * depth;
  }

  /** A single row with its names beside its values. */
  Box upright() {
    return header.isEmpty() || rows.size() != 1 ? this : new Box(depth, title, List.of(),
        IntStream.range(0, header.size()).mapToObj(i -> List.of(header.get(i), rows.getFirst().get(i))).toList());
  }

  /** @param whole width of the outermost box */
  void draw(StringBuilder text, int whole) {
    int width = whole - 2 * depth;
    List<Integer> columns = stretched(width);
    line(text, centred(title, width, "|"));
    if (header.isEmpty() && rows.isEmpty()) {
      line(text, "+" + "-".repeat(width - 2) + "+");
    }
    if (!header.isEmpty()) {
      line(text, rule(columns));
      line(text, cells(header, columns, true));
    }
    if (!columns.isEmpty() && !rows.isEmpty()) {
      line(text, rule(columns));
      rows.forEach(row -> line(text, cells(row, columns, false)));
      line(text, rule(columns));
    }
  }

  private List<Integer> natural() {
    List<Integer> widths = new ArrayList<>();
    List<List<String>> all = new ArrayList<>(rows);
    all.add(header);
    for (List<String> row : all) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length() + PADDING;
        if (i == widths.size()) {
          widths.add(width);
        }
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    return widths;
  }

  /** The columns' widths in proportion; what rounding leaves over goes to the last ones, or is taken from the first. */
  private List<Integer> stretched(int width) {
    List<Integer> widths = natural();
    int natural = widths.stream().mapToInt(Integer::intValue).sum();
    widths.replaceAll(column -> (int) Math.rint((double) width / natural * column));
    int over = widths.stream().mapToInt(Integer::intValue).sum() - width;
    for (int i = 0; over != 0 && !widths.isEmpty(); i++) {
      int step = Integer.signum(over);
      int at = step > 0 ? i % widths.size() : widths.size() - 1 - i % widths.size();
      widths.set(at, widths.get(at) - step);
      over -= step;
    }
    return widths;
  }

  private void line(StringBuilder text, String line) {
    String sides = "|".repeat(depth);
    text.append(sides).append(line).append(sides).append('\n');
  }

  private static String rule(List<Integer> columns) {
    StringBuilder rule = new StringBuilder("+");
    for (int i = 0; i < columns.size(); i++) {
      rule.append("-".repeat(columns.get(i) - (i == 0 ? 2 : 1))).append('+');
    }
    return rule.toString();
  }

  /** The first column has an edge on either side, the others at their end. */
  private static String cells(List<String> cells, List<Integer> columns, boolean isHeader) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      String edge = i == 0 ? "|" : "";
      int room = columns.get(i) - edge.length() - 1;
      line.append(isHeader ? centred(cell, columns.get(i), edge)
          : edge + padded((cell.length() + 2 > room ? "" : "  ") + cell, room) + "|");
    }
    return line.toString();
  }

  private static String centred(String text, int width, String edge) {
    String start = edge + " ".repeat(Math.max(0, width / 2 - text.length() / 2 - 1)) + text;
    return padded(start, width - 1) + "|";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
