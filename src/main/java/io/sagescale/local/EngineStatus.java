package io.sagescale.local;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a running engine stands.
 *
 * @param pid process that it runs in
 * @param now the engine's time
 * @param clock {@code real}, {@code manual}, or {@code N times real}
 * @param state the folder that keeps it, or {@code none}
 * @param targets scalable targets registered
 * @param inFlight requests in flight
 * @param calls calls answered since the process started
 */
public record EngineStatus(
    long pid, Instant createdAt, Instant now, String clock, String state, int targets, long inFlight, long calls) {

  /** One object; keys in camelCase. */
  public String json() {
    StringBuilder json = new StringBuilder("{");
    fields().forEach((key, value) -> {
      json.append(json.length() > 1 ? "," : "").append('"').append(key).append("\":");
      json.append(value instanceof Number ? value.toString() : JsonText.quoted(value.toString()));
    });
    return json.append("}\n").toString();
  }

  /** One line for each field: {@code key: value}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    fields().forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pid", pid);
    fields.put("createdAt", createdAt);
    fields.put("now", now);
    fields.put("clock", clock);
    fields.put("state", state);
    fields.put("targets", targets);
    fields.put("inFlight", inFlight);
    fields.put("calls", calls);
    return fields;
  }
}
