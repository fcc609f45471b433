package io.sagescale.simulate;

/** Requests in comma-separated lines under a header. */
final class CsvRows extends RowParser {
  private final CsvColumns columns;
  private final TraceFormat format;
  private final NumberColumn arrivals;
  private final NumberColumn inputs;
  private final NumberColumn outputs;
  private final int arrival;
  private final int input;
  private final int output;
  private final TimestampColumn timestamps = new TimestampColumn();

  /** The header must have the format's columns. */
  CsvRows(CsvColumns columns, TraceFormat format) {
    this.columns = columns;
    this.format = format;
    this.arrivals = seconds(format.arrival());
    this.inputs = tokens(format.input());
    this.outputs = tokens(format.output());
    this.arrival = columns.indexOf(format.arrival());
    this.input = columns.indexOf(format.input());
    this.output = columns.indexOf(format.output());
  }

  @Override
  void parse(LineReader line) {
    refuseForeign(line);
    columns.locate(line);
    arrivalAt = columns.start(arrival);
    arrivalNanos = isDated()
        ? timestamps.parse(line, arrivalAt, columns.end(arrival))
        : arrivals.parse(line, arrivalAt, columns.end(arrival));
    inputTokens = (int) inputs.parse(line, columns.start(input), columns.end(input));
    outputTokens = (int) outputs.parse(line, columns.start(output), columns.end(output));
  }

  private void refuseForeign(LineReader line) {
    byte first = line.bytes()[line.from()];
    if (first == '{') {
      throw line.problem(line.from(), "a JSON line in a CSV trace", "Keep one format in a file.");
    }
    if (first == columnsFirstByte() && CsvColumns.ofHeader(line).names().equals(columns.names())) {
      throw line.problem(line.from(), "the header comes again, two files seem to be joined",
          "Simulate them apart, or shift the second one's arrivals and remove this line.");
    }
  }

  private byte columnsFirstByte() {
    String name = columns.names().getFirst();
    return name.isEmpty() ? 0 : (byte) name.charAt(0);
  }

  @Override
  boolean isDated() {
    return format == TraceFormat.AZURE;
  }

  @Override
  String sorting() {
    return "Sort the lines below the header by arrival, for example with: sort -t, -k" + (arrival + 1) + "," + (arrival + 1)
        + (isDated() ? "" : "g") + " (arrivals up to " + TraceReader.MAX_BACKWARD.toSeconds() + " s back are taken).";
  }
}
