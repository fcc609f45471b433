package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client saw, beside what the contract wants it to see. */
final class Sight {
  private final List<String> differences = new ArrayList<>();

  private Sight() {}

  /** Each difference in a line; empty when a step was answered, or refused, as it should be. */
  static List<String> differences(JsonNode step, JsonNode heard) {
    Sight sight = new Sight();
    if (step.has("error")) {
      sight.refusal(step.path("error"), heard);
    } else if (heard.has("code")) {
      sight.differences.add("refused: " + heard);
    } else if (step.has("ask") && !heard.has("answer")) {
      sight.differences.add("never asked");
    } else if (step.has("sees")) {
      sight.compare("", step.path("sees"), heard.path("answer"));
    }
    return sight.differences;
  }

  private void refusal(JsonNode error, JsonNode heard) {
    if (!heard.has("code")) {
      differences.add("not refused: " + heard);
      return;
    }
    compare("code", error.path("code"), heard.path("code"));
    if (error.has("text")) {
      compare("text", error.path("text"), heard.path("text"));
    }
    if (error.path("typed").asBoolean() && heard.has("typed") && !heard.path("typed").asBoolean()) {
      differences.add("not the exception of its own that the client has: " + heard);
    }
  }

  private void compare(String where, JsonNode wanted, JsonNode seen) {
    if (wanted.isNull()) {
      check(where, seen.isMissingNode() || seen.isNull(), "nothing", seen);
    } else if (wanted.isObject()) {
      wanted.properties().forEach(member -> compare(where + "." + member.getKey(), member.getValue(), seen.path(member.getKey())));
    } else if (wanted.isArray()) {
      check(where, seen.size() == wanted.size() && seen.isArray(), wanted.size() + " elements", seen);
      for (int i = 0; i < wanted.size(); i++) {
        compare(where + "." + i, wanted.get(i), seen.isArray() && i < seen.size() ? seen.get(i) : MissingNode.getInstance());
      }
    } else if (wanted.isNumber()) {
      check(where, seen.isNumber() && seen.asDouble() == wanted.asDouble(), wanted.asText(), seen);
    } else if (wanted.isBoolean()) {
      check(where, wanted.equals(seen), wanted.asText(), seen);
    } else {
      check(where, isSame(wanted.asText(), seen), wanted.asText(), seen);
    }
  }

  private static boolean isSame(String wanted, JsonNode seen) {
    if (wanted.equals("any")) {
      return !seen.isMissingNode() && !seen.isNull();
    }
    if (wanted.startsWith("~")) {
      return seen.isTextual() && Pattern.compile(wanted.substring(1), Pattern.DOTALL).matcher(seen.asText()).matches();
    }
    if (wanted.equals(seen.asText())) {
      return seen.isTextual();
    }
    Instant time = time(wanted);
    return time != null && time.equals(seen.isNumber() ? Instant.ofEpochSecond(seen.asLong()) : time(seen.asText()));
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void check(String where, boolean isRight, String wanted, JsonNode seen) {
    if (!isRight) {
      differences.add(where + ": wanted " + wanted + ", saw " + (seen.isMissingNode() ? "nothing" : seen));
    }
  }
}
