package io.sagescale.yaml;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the alarm of a step policy, written under {@code when}. */
final class AlarmReader {
  private static final Map<String, Comparison> COMPARISONS = new LinkedHashMap<>();

  static {
    COMPARISONS.put("atLeast", Comparison.GREATER_OR_EQUAL);
    COMPARISONS.put("moreThan", Comparison.GREATER_THAN);
    COMPARISONS.put("atMost", Comparison.LESS_OR_EQUAL);
    COMPARISONS.put("lessThan", Comparison.LESS_THAN);
  }

  private static final Pattern POINTS = Pattern.compile("([1-9]\\d{0,4})(?: of ([1-9]\\d{0,4}))?");
  private static final int MOST_NAME = 255;

  private final ResourceId resource;

  AlarmReader(ResourceId resource) {
    this.resource = resource;
  }

  /** Null when refused. The name is the resource and the policy, unless one is given. */
  @Nullable AlarmRule read(String policyName, Fields fields) {
    int before = fields.problems().errors();
    AlarmInput input = input(fields);
    AlarmCondition condition = condition(fields);
    String name = fields.has("name") ? name(fields) : resource.text() + "/" + policyName;
    fields.close();
    if (input == null || condition == null || name == null || fields.problems().errors() > before) {
      return null;
    }
    refuseLongWindow(fields, input, condition);
    return new AlarmRule(
        name, input, condition, AlarmActions.onAlarm(new AlarmAction.Scale(resource, policyName)), null);
  }

  private static @Nullable String name(Fields fields) {
    String name = fields.text("name");
    if (name != null && (name.isBlank() || name.length() > MOST_NAME)) {
      fields.error(fields.at("name"), "an alarm's name must be 1 to 255 characters", "Write a shorter one");
      return null;
    }
    return name;
  }

  private @Nullable AlarmInput input(Fields fields) {
    MetricReader reader = new MetricReader(resource, fields.problems());
    String kind = fields.oneOf(true, List.of("metric", "math"));
    Node node = kind == null ? null : fields.any(kind);
    Duration given = period(fields);
    Statistic statistic = reader.statistic(fields);
    if (kind == null || node == null) {
      return null;
    }
    if (kind.equals("math")) {
      Duration period = given == null ? Duration.ofSeconds(60) : given;
      List<MetricQuery> queries = reader.math(node, period);
      return queries.isEmpty() ? null : new AlarmInput.Math(queries, period);
    }
    MetricId metric = reader.metric(node);
    if (metric == null) {
      return null;
    }
    MetricReader.Usual usual = MetricReader.usual(metric);
    return new AlarmInput.Metric(
        metric, statistic == null ? usual.statistic() : statistic, given == null ? usual.period() : given);
  }

  /** Source: CloudWatch API, "Period must be 10, 20, 30 or a multiple of 60". */
  private static @Nullable Duration period(Fields fields) {
    Duration period = fields.seconds("period");
    if (period == null) {
      return null;
    }
    long seconds = period.toSeconds();
    boolean isShort = seconds == 10 || seconds == 20 || seconds == 30;
    if (!isShort && (seconds == 0 || seconds % 60 != 0)) {
      fields.error(fields.at("period"), "period must be 10s, 20s, 30s or whole minutes, here it is " + seconds + "s",
          "Write one of them");
      return null;
    }
    return period;
  }

  private static @Nullable AlarmCondition condition(Fields fields) {
    String word = fields.oneOf(true, List.copyOf(COMPARISONS.keySet()));
    Double threshold = word == null ? null : fields.number(word, -TrackReader.MOST_TARGET, TrackReader.MOST_TARGET);
    @Nullable Integer @Nullable [] points = points(fields);
    MissingData given = fields.choice("missing", Choices.words(MissingData.values(), MissingData::text));
    MissingData missing = given == null ? MissingData.MISSING : given;
    Comparison comparison = word == null ? null : COMPARISONS.get(word);
    if (threshold == null || comparison == null || points == null || points[1] == null) {
      return null;
    }
    return new AlarmCondition(comparison, threshold, points[1], points[0], missing);
  }

  /** M (null when only N was written) and N. */
  private static @Nullable Integer @Nullable [] points(Fields fields) {
    String text = fields.requiredText("points", "2 of 3");
    if (text == null) {
      return null;
    }
    Matcher matcher = POINTS.matcher(text);
    if (!matcher.matches()) {
      fields.error(fields.at("points"), "points must be a number or M of N, here it is " + Problems.quoted(text),
          "Write 3 or 2 of 3");
      return null;
    }
    int first = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return new @Nullable Integer[] {null, first};
    }
    int of = Integer.parseInt(matcher.group(2));
    if (first > of) {
      fields.error(fields.at("points"), "points ask for " + first + " of only " + of, "Write " + of + " of " + first);
      return null;
    }
    return new @Nullable Integer[] {first, of};
  }

  /** Source: CloudWatch API, {@code EvaluationPeriods * Period}: a day, or a week for periods of an hour and more. */
  static void refuseLongWindow(Fields fields, AlarmInput input, AlarmCondition condition) {
    long seconds = input.period().toSeconds();
    long most = seconds >= 3600 ? 604_800 : 86_400;
    if (seconds * condition.evaluationPeriods() > most) {
      fields.error(fields.at("points"), "the alarm would look back " + seconds * condition.evaluationPeriods()
          + "s, AWS allows " + most + "s", "Use fewer points or a shorter period");
    }
  }
}
