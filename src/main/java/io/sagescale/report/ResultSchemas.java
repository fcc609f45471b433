package io.sagescale.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schemas of our own results. */
public final class ResultSchemas {
  public static final List<String> KINDS = List.of("SimulateResult", "SimulateSeedsResult", "ValidateResult", "PlanResult");

  private ResultSchemas() {}

  /** The text of one schema; refuses names that are not in {@link #KINDS}. */
  public static String of(String kind) {
    String file = switch (kind) {
      case "SimulateResult" -> "simulate-v1.schema.json";
      case "SimulateSeedsResult" -> "simulate-seeds-v1.schema.json";
      case "ValidateResult" -> "validate-v1.schema.json";
      case "PlanResult" -> "plan-v1.schema.json";
      default -> throw new IllegalArgumentException("no schema of a result: " + kind);
    };
    try (InputStream in = ResultSchemas.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
