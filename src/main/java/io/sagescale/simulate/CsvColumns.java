package io.sagescale.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the columns of a comma-separated line begin and end. Spaces around a value and double quotes about it do not
 * count; column names are told apart without regard to case.
 */
final class CsvColumns {
  /** Source: our choice; the widest trace format known has eight columns. */
  private static final int MOST_COLUMNS = 1000;

  private final List<String> names;
  private final int[] starts;
  private final int[] ends;

  private CsvColumns(List<String> names, int[] starts, int[] ends) {
    this.names = names;
    this.starts = starts;
    this.ends = ends;
  }

  /** The columns that a header line names. */
  static CsvColumns ofHeader(LineReader line) {
    int[] starts = new int[MOST_COLUMNS];
    int[] ends = new int[MOST_COLUMNS];
    int count = split(line, starts, ends);
    if (count > MOST_COLUMNS) {
      throw line.problem(line.from(), "the header has more than " + MOST_COLUMNS + " columns",
          "Give a file with one request a line.");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(new String(line.bytes(), starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
    }
    CsvColumns columns = new CsvColumns(List.copyOf(names), new int[count], new int[count]);
    columns.locate(line);
    return columns;
  }

  List<String> names() {
    return names;
  }

  /** Place of a column in the line, from 0; -1 when the header lacks it. */
  int indexOf(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Refuses a header that has one of the names twice, while {@code line} still is the header. */
  void refuseTwice(LineReader line, List<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (indexOf(name) < i && wanted.stream().anyMatch(name::equalsIgnoreCase)) {
        throw line.problem(starts[i], "column " + name.toLowerCase(Locale.ROOT) + " comes twice", "Remove one of them.");
      }
    }
  }

  /** Finds the columns of a further line; it must have as many as the header. */
  void locate(LineReader line) {
    int count = split(line, starts, ends);
    if (count != names.size()) {
      boolean isShort = count < names.size();
      throw line.problem(isShort ? line.to() : starts[names.size() - 1],
          count + (count == 1 ? " column" : " columns") + " where the header has " + names.size(),
          isShort ? "Complete the line or remove it." : "Write numbers without separators, and one request a line.");
    }
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  /** Counts all columns, and notes the places of as many as fit. */
  private static int split(LineReader line, int[] starts, int[] ends) {
    byte[] bytes = line.bytes();
    int to = line.to();
    int at = line.from();
    for (int count = 0; ; count++) {
      int start = skipSpaces(bytes, at, to);
      boolean isQuoted = start < to && bytes[start] == '"';
      int end = isQuoted ? closingQuote(line, start + 1) : comma(bytes, start, to);
      int next = isQuoted ? skipSpaces(bytes, end + 1, to) : end;
      if (next < to && bytes[next] != ',') {
        throw line.problem(next, "text after a closing quote", "Put a comma between columns.");
      }
      if (count < starts.length) {
        starts[count] = isQuoted ? start + 1 : start;
        ends[count] = isQuoted ? end : trimmedEnd(bytes, start, end);
      }
      if (next == to) {
        return count + 1;
      }
      at = next + 1;
    }
  }

  private static int comma(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != ',') {
      i++;
    }
    return i;
  }

  private static int closingQuote(LineReader line, int from) {
    byte[] bytes = line.bytes();
    for (int i = from; i < line.to(); i++) {
      if (bytes[i] == '"') {
        if (i + 1 == line.to() || bytes[i + 1] != '"') {
          return i;
        }
        i++;
      }
    }
    throw line.problem(from - 1, "a quote is not closed", "Close it on the same line.");
  }

  private static int skipSpaces(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && LineReader.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  private static int trimmedEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && LineReader.isSpace(bytes[end - 1])) {
      end--;
    }
    return end;
  }
}
