package io.sagescale.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comma-separated table of this package's resources: no quotes, no empty lines, and exactly the columns asked for. */
final class CsvTable {
  private CsvTable() {}

  static List<Row> read(String resource, String header) {
    List<String> columns = List.of(header.split(","));
    List<String> lines = text(resource).lines().toList();
    Check.that(lines.getFirst().equals(header), "%s: columns %s, expected %s", resource, lines.getFirst(), header);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      Check.that(cells.size() == columns.size() && line.indexOf('"') < 0, "%s: row %s", resource, line);
      rows.add(new Row(columns, cells));
    }
    return List.copyOf(rows);
  }

  private static String text(String resource) {
    try (InputStream in = CsvTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is not in the package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line of a table. A number that is none is a bug of the resource. */
  record Row(List<String> columns, List<String> cells) {
    String text(String column) {
      int at = columns.indexOf(column);
      Check.that(at >= 0, "no column %s", column);
      return cells.get(at);
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    Optional<Double> numberIfAny(String column) {
      return text(column).isEmpty() ? Optional.empty() : Optional.of(number(column));
    }

    int whole(String column) {
      return Integer.parseInt(text(column));
    }

    /** The texts between blanks; empty when the cell is. */
    List<String> words(String column) {
      return text(column).isEmpty() ? List.of() : List.of(text(column).split(" "));
    }
  }
}
