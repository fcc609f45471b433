package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;

/** A client that tells one step of a story to an engine and hears what comes back. */
public interface Teller {
  /** {@code {"answer": {...}}}, or {@code code}, {@code text} and {@code typed} of a refusal; times as ISO 8601. */
  JsonNode ask(String service, String operation, JsonNode input) throws Exception;
}
