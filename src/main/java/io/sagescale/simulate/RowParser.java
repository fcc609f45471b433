package io.sagescale.simulate;

/** Takes one line of a trace apart; the fields hold the last line's request until the next one. */
abstract sealed class RowParser permits CsvRows, JsonRows {
  private static final String TOKENS_STEP = "Write a whole number of tokens from 0 to " + TraceReader.MAX_TOKENS + ".";

  long arrivalNanos;
  int inputTokens;
  int outputTokens;

  /** Index of the arrival in the line's bytes, for messages. */
  int arrivalAt;

  abstract void parse(LineReader line);

  /** Whether arrivals are points in time, counted from 1970, and not from the start of the trace. */
  abstract boolean isDated();

  /** How to put the lines into order. */
  abstract String sorting();

  static NumberColumn seconds(String name) {
    return new NumberColumn(name, 9, TraceReader.MAX_ARRIVAL.toNanos(),
        "Write seconds since the start of the trace, from 0 to " + TraceReader.MAX_ARRIVAL.toSeconds() + ".");
  }

  static NumberColumn millis(String name) {
    return new NumberColumn(name, 6, TraceReader.MAX_ARRIVAL.toNanos(),
        "Write milliseconds since the start of the trace, from 0 to " + TraceReader.MAX_ARRIVAL.toMillis() + ".");
  }

  static NumberColumn tokens(String name) {
    return new NumberColumn(name, 0, TraceReader.MAX_TOKENS, TOKENS_STEP);
  }
}
