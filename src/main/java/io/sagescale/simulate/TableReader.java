package io.sagescale.simulate;

import java.util.List;

/** The rows of a small CSV file of ours, whose header has the columns asked for in any order, and at least one row. */
final class TableReader implements AutoCloseable {
  private final LineReader line;
  private final CsvColumns columns;
  private final int[] places;
  private boolean isLinePending = true;

  private TableReader(LineReader line, List<String> wanted, String kind) {
    this.line = line;
    String header = "Begin the file with the line " + String.join(",", wanted) + ".";
    if (!line.next()) {
      throw new TraceProblem(line.name(), 0, 0, "the file is empty", header);
    }
    this.columns = CsvColumns.ofHeader(line);
    this.places = wanted.stream().mapToInt(columns::indexOf).toArray();
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        throw line.problem(line.from(), "the header of a file of " + kind + " lacks " + wanted.get(i), header);
      }
    }
    columns.refuseTwice(line, wanted);
    if (!line.next()) {
      throw new TraceProblem(line.name(), 0, 0, "the file has a header but no lines", "Add lines below the header.");
    }
  }

  /** @param kind what the file holds, for messages */
  static TableReader open(Traffic.Bytes bytes, List<String> wanted, String kind) {
    LineReader line = new LineReader(bytes, LineReader.Limits.DEFAULT);
    try {
      return new TableReader(line, wanted, kind);
    } catch (TraceProblem problem) {
      line.close();
      throw problem;
    }
  }

  boolean next() {
    boolean isThere = isLinePending || line.next();
    isLinePending = false;
    if (isThere) {
      columns.locate(line);
    }
    return isThere;
  }

  /** The number in one of the columns asked for, by its place among them. */
  long number(int wanted, NumberColumn column) {
    return column.parse(line, columns.start(places[wanted]), columns.end(places[wanted]));
  }

  TraceProblem problem(int wanted, String what, String nextStep) {
    return line.problem(columns.start(places[wanted]), what, nextStep);
  }

  @Override
  public void close() {
    line.close();
  }
}
