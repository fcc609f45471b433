package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells under titles.
 *
 * @param whenEmpty what to say where there are no rows
 */
public record Sheet(List<Column> columns, List<Row> rows, String whenEmpty) {
  private static final String GAP = "  ";
  private static final int LEAST_WIDTH = 12;
  /** Source: our choice, because sentences in narrower columns are hard to follow. */
  private static final int LEAST_PROSE = 24;

  /** What a column holds, and so what is done where the terminal is too narrow: names are cut, prose goes on in the next line. */
  public enum Kind { NAME, NUMBER, PROSE, TIME }

  /** A column; one that is only wide is left out of the plain table. */
  public record Column(String title, boolean isWideOnly, Kind kind) {}

  /** A row and the name of what it is about, by which other commands find it again. */
  public record Row(String name, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(row.cells().size() + " cells under " + columns.size() + " columns");
      }
    }
  }

  /** Titles as words: {@code NAME}, before it {@code +} for a wide table only, and {@code #} number, {@code ~} prose, {@code @} time. */
  static Sheet titled(String whenEmpty, List<String> titles, List<Row> rows) {
    List<Column> columns = titles.stream().map(title -> {
      String rest = title.startsWith("+") ? title.substring(1) : title;
      Kind kind = switch (rest.charAt(0)) {
        case '#' -> Kind.NUMBER;
        case '~' -> Kind.PROSE;
        case '@' -> Kind.TIME;
        default -> Kind.NAME;
      };
      return new Column(kind == Kind.NAME ? rest : rest.substring(1), title.startsWith("+"), kind);
    }).toList();
    return new Sheet(columns, rows, whenEmpty);
  }

  public List<String> names() {
    return rows.stream().map(Row::name).toList();
  }

  /**
   * Titles and rows for a person.
   *
   * @param isShrunk whether long cells are cut, so that a row fits the terminal
   */
  public String text(Look look, boolean isWide, boolean isShrunk) {
    if (rows.isEmpty()) {
      return look.paint(Ink.FAINT, whenEmpty) + "\n";
    }
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (isWide || !columns.get(i).isWideOnly()) {
        shown.add(i);
      }
    }
    int[] widths = widths(shown);
    if (isShrunk && !isWide) {
      shrink(shown, widths, look.columns() - GAP.length() * (shown.size() - 1));
    }
    StringBuilder text = new StringBuilder(lines(look, shown, widths, null));
    rows.forEach(row -> text.append(lines(look, shown, widths, row)));
    return text.toString();
  }

  private int[] widths(List<Integer> shown) {
    int[] widths = new int[shown.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(shown.get(i)).title().length();
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], row.cells().get(shown.get(i)).length());
      }
    }
    return widths;
  }

  /** Takes from prose first, then from names and prose, the widest first, until all fit or none is wide any more. */
  private void shrink(List<Integer> shown, int[] widths, int most) {
    for (int all = Arrays.stream(widths).sum(); all > most; all--) {
      int widest = widest(shown, widths, LEAST_PROSE, EnumSet.of(Kind.PROSE));
      widest = widest < 0 ? widest(shown, widths, LEAST_WIDTH, EnumSet.of(Kind.PROSE, Kind.NAME)) : widest;
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  /** The widest column of some kinds, if it is wider than the least; else -1. */
  private int widest(List<Integer> shown, int[] widths, int least, Set<Kind> kinds) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (kinds.contains(columns.get(shown.get(i)).kind()) && widths[i] > least && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  /** One row, or the titles for null, on as many lines as its longest prose needs. */
  private String lines(Look look, List<Integer> shown, int[] widths, @Nullable Row row) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(shown.get(i));
      String cell = ProblemReport.line(row == null ? column.title() : row.cells().get(shown.get(i)));
      int width = widths[i];
      cells.add(cell.length() > width && column.kind() == Kind.PROSE
          ? RunText.wrapped(cell, width).stream().map(part -> look.cutMiddle(part, width)).toList()
          : List.of(look.cutMiddle(cell, width)));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < height; line++) {
      lines.append(line(look, shown, widths, cells, line, row == null));
    }
    return lines.toString();
  }

  private String line(Look look, List<Integer> shown, int[] widths, List<List<String>> cells, int line, boolean isTitle) {
    StringBuilder text = new StringBuilder();
    int owed = 0;
    for (int i = 0; i < widths.length; i++) {
      boolean isNumber = columns.get(shown.get(i)).kind() == Kind.NUMBER;
      String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
      int free = widths[i] - part.length();
      if (part.isEmpty()) {
        owed += widths[i] + GAP.length();
      } else {
        text.append(" ".repeat(owed + (isNumber ? free : 0)))
            .append(isTitle ? look.paint(Ink.STRONG, part) : look.paintState(part));
        owed = GAP.length() + (isNumber ? 0 : free);
      }
    }
    return text.append('\n').toString();
  }

  /** Every column, titles first. Source: RFC 4180. */
  public String csv() {
    StringBuilder text = new StringBuilder(csvLine(columns.stream().map(Column::title).toList()));
    rows.forEach(row -> text.append(csvLine(row.cells())));
    return text.toString();
  }

  private static String csvLine(List<String> cells) {
    return String.join(",", cells.stream().map(Sheet::csvCell).toList()) + "\n";
  }

  private static String csvCell(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
