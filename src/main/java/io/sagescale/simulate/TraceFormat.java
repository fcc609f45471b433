package io.sagescale.simulate;

import java.util.List;

/** How a trace file writes its requests: the columns or keys of arrival, input tokens and output tokens, in this order. */
public enum TraceFormat {
  /** Seconds since the start of the trace. Source: our choice, because its names carry the units. */
  ARRIVALS("arrival_s", "input_tokens", "output_tokens"),

  /** Dates with times; the first request is the start. Source: Azure Public Dataset, LLM inference traces 2023 and 2024. */
  AZURE("TIMESTAMP", "ContextTokens", "GeneratedTokens"),

  /** Seconds since the start of the trace. Source: the BurstGPT data set's columns. */
  BURST_GPT("Timestamp", "Request tokens", "Response tokens"),

  /** JSON lines, milliseconds since the start of the trace. Source: the Mooncake trace's keys. */
  MOONCAKE("timestamp", "input_length", "output_length");

  private final List<String> columns;

  TraceFormat(String arrival, String input, String output) {
    this.columns = List.of(arrival, input, output);
  }

  public List<String> columns() {
    return columns;
  }

  String arrival() {
    return columns.get(0);
  }

  String input() {
    return columns.get(1);
  }

  String output() {
    return columns.get(2);
  }
}
