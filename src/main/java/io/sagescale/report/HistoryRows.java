package io.sagescale.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;

/** The history of alarms as a story. */
public final class HistoryRows {
  private static final Pattern POLICY = Pattern.compile("arn:[^:]*:autoscaling:.*:resource/.*:policyName/([^:]+).*");
  private static final Pattern CHANGE = Pattern.compile("Alarm updated from (\\S+) to (\\S+)");
  private static final Pattern DONE = Pattern.compile("Successfully executed action (\\S+)");
  private static final Pattern FAILED = Pattern.compile("Failed to execute action (\\S+)(.*)");

  private HistoryRows() {}

  /** Items in the order given. */
  public static Sheet sheet(List<AlarmHistoryItem> items, Look look) {
    return Sheet.titled("no history", List.of("TIME", "ALARM", "WHAT", "WHY", "+NAME"),
        items.stream().map(item -> new Sheet.Row(AwsWords.dash(item.alarmName()), List.of(
            AwsWords.time(item.timestamp()), AwsWords.alarm(AwsWords.dash(item.alarmName())), what(item, look), why(item),
            AwsWords.dash(item.alarmName())))).toList());
  }

  private static String what(AlarmHistoryItem item, Look look) {
    String summary = AwsWords.dash(item.historySummary());
    Matcher change = CHANGE.matcher(summary);
    if (change.matches()) {
      return AlarmRows.state(change.group(1)) + look.either(" → ", " > ") + AlarmRows.state(change.group(2));
    }
    Matcher done = DONE.matcher(summary);
    if (done.matches()) {
      return "told " + action(done.group(1));
    }
    Matcher failed = FAILED.matcher(summary);
    return failed.matches() ? "could not tell " + action(failed.group(1)) : summary;
  }

  /** {@code policy concurrency} for the ARN of a scaling policy, else the ARN. */
  static String action(String arn) {
    Matcher policy = POLICY.matcher(arn);
    return policy.matches() ? "policy " + policy.group(1) : arn;
  }

  private static String why(AlarmHistoryItem item) {
    Matcher failed = FAILED.matcher(AwsWords.dash(item.historySummary()));
    if (failed.matches()) {
      return failed.group(2).replaceFirst("^[.:]?\\s*", "");
    }
    JsonNode data = read(item.historyData());
    String reason = data.path("newState").path("stateReason").asText("");
    return reason.isEmpty() ? data.path("error").asText("") : reason;
  }

  private static JsonNode read(@Nullable String json) {
    try {
      return new ObjectMapper().readTree(json == null || json.isBlank() ? "{}" : json);
    } catch (JsonProcessingException e) {
      return new ObjectMapper().createObjectNode();
    }
  }
}
