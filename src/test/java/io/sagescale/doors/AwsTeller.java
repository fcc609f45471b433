package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS CLI, a process for each step. */
record AwsTeller(Program aws, URI engine) implements Teller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REFUSAL =
      Pattern.compile("(?s).*An error occurred \\((\\w+)\\) when calling the \\w+ operation[^:]*: (.*)");

  @Override
  public JsonNode ask(String service, String operation, JsonNode input) throws IOException {
    String word = operation.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    Program.Outcome outcome = aws.run(List.of(service, word, "--cli-input-json", input.toString(), "--no-paginate",
        "--output", "json", "--endpoint-url", engine.toString()), Map.of());
    ObjectNode heard = JSON.createObjectNode();
    if (outcome.exit() == 0) {
      return heard.set("answer", outcome.out().isBlank() ? JSON.createObjectNode() : JSON.readTree(outcome.out()));
    }
    Matcher refusal = REFUSAL.matcher(outcome.err().strip());
    if (!refusal.matches()) {
      throw new IOException(outcome.all());
    }
    return heard.put("code", refusal.group(1)).put("text", refusal.group(2));
  }
}
