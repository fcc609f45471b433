package io.sagescale.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a trace file, one after another as they stand in it, in any {@link TraceFormat}, gzipped or not.
 *
 * <p>The file is read as it is asked for and never held as a whole. Lines that are blank or begin with {@code #} do not
 * count. A request with 0 tokens on a side counts as 1 token there: a model server reads and writes at least one.
 * Arrivals that go back by no more than {@link #MAX_BACKWARD} are taken as if at the arrival before; what goes back
 * further is a {@link TraceProblem}, as is all else that cannot be read.
 */
public final class TraceReader implements AutoCloseable {
  /** Most tokens on one side of a request. Source: our choice, ten times the longest context windows on offer. */
  public static final int MAX_TOKENS = 10_000_000;

  /** Latest arrival after the start of a trace. Source: our choice, a year and a month. */
  public static final Duration MAX_ARRIVAL = Duration.ofDays(400);

  /** Source: our choice; logs are written when a request ends or rounded to the second, so neighbours swap. */
  public static final Duration MAX_BACKWARD = Duration.ofSeconds(1);

  private static final List<TraceFormat> CSV_FORMATS =
      List.of(TraceFormat.ARRIVALS, TraceFormat.AZURE, TraceFormat.BURST_GPT);
  private static final String HEADER_STEP =
      "Begin the file with the line arrival_s,input_tokens,output_tokens (Azure's, BurstGPT's and Mooncake's own are read too).";

  private final LineReader line;
  private final TraceFormat format;
  private final RowParser row;
  private boolean isLinePending;
  private boolean hasRows;
  private long originNanos;
  private long arrivalNanos;

  private TraceReader(LineReader line) {
    this.line = line;
    if (!line.next()) {
      throw new TraceProblem(line.name(), 0, 0, "the file is empty", HEADER_STEP);
    }
    this.isLinePending = firstByte(line) == '{';
    if (isLinePending) {
      this.format = TraceFormat.MOONCAKE;
      this.row = new JsonRows();
    } else {
      CsvColumns columns = CsvColumns.ofHeader(line);
      this.format = formatOf(columns, line);
      columns.refuseTwice(line, format.columns());
      this.row = new CsvRows(columns, format);
    }
  }

  /** A reader before the first request; the format is known then. */
  public static TraceReader open(Traffic.Bytes bytes) {
    return open(bytes, LineReader.Limits.DEFAULT);
  }

  static TraceReader open(Traffic.Bytes bytes, LineReader.Limits limits) {
    LineReader line = new LineReader(bytes, limits);
    try {
      return new TraceReader(line);
    } catch (TraceProblem problem) {
      line.close();
      throw problem;
    }
  }

  public TraceFormat format() {
    return format;
  }

  /** Moves to the next request; false at the end. A file without any request is a problem. */
  public boolean next() {
    boolean isThere = isLinePending || line.next();
    isLinePending = false;
    if (!isThere) {
      if (!hasRows) {
        throw new TraceProblem(line.name(), 0, 0, "the file has a header but no requests", "Add one line for each request.");
      }
      return false;
    }
    row.parse(line);
    long at = row.isDated() ? sinceFirst(row.arrivalNanos) : row.arrivalNanos;
    if (at < arrivalNanos && arrivalNanos - at > MAX_BACKWARD.toNanos()) {
      String seconds = BigDecimal.valueOf(arrivalNanos - at, 9).stripTrailingZeros().toPlainString();
      throw line.problem(row.arrivalAt, "the arrival goes back by " + seconds + " s", row.sorting());
    }
    arrivalNanos = Math.max(arrivalNanos, at);
    hasRows = true;
    return true;
  }

  private long sinceFirst(long nanos) {
    if (!hasRows) {
      originNanos = nanos;
    }
    long at = nanos - originNanos;
    if (at > MAX_ARRIVAL.toNanos()) {
      throw line.problem(row.arrivalAt, "the arrival is more than " + MAX_ARRIVAL.toDays() + " days after the first",
          "Cut the file into smaller ones.");
    }
    return at;
  }

  /** Nanoseconds after the start of the trace; never goes back. */
  public long arrivalNanos() {
    return arrivalNanos;
  }

  /** From 1 to {@link #MAX_TOKENS}. */
  public int inputTokens() {
    return Math.max(1, row.inputTokens);
  }

  /** From 1 to {@link #MAX_TOKENS}. */
  public int outputTokens() {
    return Math.max(1, row.outputTokens);
  }

  /** Line of the request in the file, from 1. */
  public int lineNumber() {
    return line.lineNumber();
  }

  @Override
  public void close() {
    line.close();
  }

  private static byte firstByte(LineReader line) {
    int i = line.from();
    while (LineReader.isSpace(line.bytes()[i])) {
      i++;
    }
    return line.bytes()[i];
  }

  private static TraceFormat formatOf(CsvColumns columns, LineReader line) {
    TraceFormat nearest = null;
    int most = 0;
    for (TraceFormat format : CSV_FORMATS) {
      int found = (int) format.columns().stream().filter(name -> columns.indexOf(name) >= 0).count();
      if (found == format.columns().size()) {
        return format;
      }
      if (found > most) {
        most = found;
        nearest = format;
      }
    }
    throw unknown(columns, line, nearest);
  }

  private static TraceProblem unknown(CsvColumns columns, LineReader line, @Nullable TraceFormat nearest) {
    int at = line.from();
    if (columns.indexOf("second") >= 0 && columns.indexOf("requests") >= 0) {
      return line.problem(at, "this is a file of rates, not a trace", "Give it as rates, with lengths.");
    }
    if (columns.indexOf("quantile") >= 0) {
      return line.problem(at, "this is a file of lengths, not a trace", "Give it as lengths, beside rates.");
    }
    if (nearest != null) {
      List<String> missing = nearest.columns().stream().filter(name -> columns.indexOf(name) < 0).toList();
      return line.problem(at, "the header lacks " + String.join(" and ", missing), "Name the columns "
          + String.join(",", nearest.columns()) + ".");
    }
    if (NumberColumn.isDigit(firstByte(line))) {
      return line.problem(at, "the first line is not a header", HEADER_STEP);
    }
    if (columns.names().size() == 1 && (columns.names().getFirst().contains(";") || columns.names().getFirst().contains("\t"))) {
      return line.problem(at, "the columns are not separated by commas", "Export the file with commas.");
    }
    return line.problem(at, "no trace format has the header " + line.quoted(at, line.to()), HEADER_STEP);
  }
}
