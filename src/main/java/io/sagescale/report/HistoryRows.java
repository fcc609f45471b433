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
  private static final Pattern MADE = Pattern.compile("Alarm \".*\" (created|updated|deleted)");
  private static final Pattern CHANGE = Pattern.compile("Alarm updated from (\\S+) to (\\S+)");
  private static final Pattern DONE = Pattern.compile("Successfully executed action (\\S+)");
  private static final Pattern FAILED = Pattern.compile("Failed to execute action (\\S+)(.*)");

  private HistoryRows() {}

  /** Items in the order given. */
  public static Sheet sheet(List<AlarmHistoryItem> items, AlarmNames names, Look look) {
    return Sheet.titled("no history", List.of("@TIME", "ALARM", "~WHAT", "~WHY", "+NAME"),
        items.stream().map(item -> new Sheet.Row(AwsWords.dash(item.alarmName()), List.of(
            AwsWords.time(item.timestamp()), names.shown(item.alarmName()), what(item, look), why(item),
            AwsWords.dash(item.alarmName())))).toList());
  }

  /** One item on one line, as it is told of while following. */
  public static String line(AlarmHistoryItem item, AlarmNames names, Look look) {
    String why = why(item);
    return look.paintStates(ProblemReport.line(AwsWords.time(item.timestamp()) + "  " + names.shown(item.alarmName()) + "  "
        + what(item, look) + (why.isEmpty() ? "" : "  (" + why + ")"))) + "\n";
  }

  private static String what(AlarmHistoryItem item, Look look) {
    String summary = AwsWords.dash(item.historySummary());
    Matcher change = CHANGE.matcher(summary);
    if (change.matches()) {
      return AlarmRows.state(change.group(1)) + look.either(" → ", " > ") + AlarmRows.state(change.group(2));
    }
    Matcher made = MADE.matcher(summary);
    if (made.matches()) {
      return made.group(1);
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
    @Nullable String policy = AlarmNames.policy(arn);
    return policy == null ? arn : "policy " + policy;
  }

  private static String why(AlarmHistoryItem item) {
    Matcher failed = FAILED.matcher(AwsWords.dash(item.historySummary()));
    if (failed.matches()) {
      return failed.group(2).replaceFirst("^[.:]?\\s*", "");
    }
    JsonNode data = read(item.historyData());
    String reason = data.path("newState").path("stateReason").asText("");
    return reason.isEmpty() ? data.path("error").asText("") : AlarmReason.plain(reason);
  }

  private static JsonNode read(@Nullable String json) {
    try {
      return new ObjectMapper().readTree(json == null || json.isBlank() ? "{}" : json);
    } catch (JsonProcessingException e) {
      return new ObjectMapper().createObjectNode();
    }
  }
}
