package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells under titles.
 *
 * @param whenEmpty what to say where there are no rows
 */
public record Sheet(List<Column> columns, List<Row> rows, String whenEmpty) {
  private static final String GAP = "  ";
  private static final int LEAST_WIDTH = 12;

  /** A column; one that is only wide is left out of the plain table. */
  public record Column(String title, boolean isWideOnly, boolean isNumber) {}

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

  /** Titles as words: {@code NAME}, {@code +NAME} for a wide table only, {@code #NAME} for numbers, {@code +#NAME} for both. */
  static Sheet titled(String whenEmpty, List<String> titles, List<Row> rows) {
    List<Column> columns = titles.stream()
        .map(title -> new Column(title.replaceFirst("^[+]?#?", ""), title.startsWith("+"), title.matches("[+]?#.*")))
        .toList();
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
      shrink(widths, look.columns() - GAP.length() * (shown.size() - 1));
    }
    StringBuilder text = new StringBuilder(line(look, shown, widths, null));
    rows.forEach(row -> text.append(line(look, shown, widths, row)));
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

  /** Takes from the widest until all fit, or none is wide any more. */
  private static void shrink(int[] widths, int most) {
    int all = 0;
    for (int width : widths) {
      all += width;
    }
    for (; all > most; all--) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= LEAST_WIDTH) {
        return;
      }
      widths[widest]--;
    }
  }

  /** One row, or the titles for null. */
  private String line(Look look, List<Integer> shown, int[] widths, @Nullable Row row) {
    StringBuilder line = new StringBuilder();
    int owed = 0;
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(shown.get(i));
      String cell = row == null ? column.title() : row.cells().get(shown.get(i));
      String cut = look.cutMiddle(ProblemReport.line(cell), widths[i]);
      int free = widths[i] - cut.length();
      line.append(" ".repeat(owed + (column.isNumber() ? free : 0)))
          .append(row == null ? look.paint(Ink.STRONG, cut) : painted(look, cut));
      owed = GAP.length() + (column.isNumber() ? 0 : free);
    }
    return line.append('\n').toString();
  }

  private static String painted(Look look, String cell) {
    return switch (cell) {
      case "ALARM", "Failed", "Unfulfilled", "OutOfService" -> look.paint(Ink.BAD, cell);
      case "OK", "Successful", "InService" -> look.paint(Ink.GOOD, cell);
      case "no data", "InProgress", "Pending", "Creating", "Updating" -> look.paint(Ink.NOTABLE, cell);
      default -> cell;
    };
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
