package io.sagescale.alarm;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Dimension;
import io.sagescale.model.MetricQuery;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CloudWatch's JSON about a change of an alarm's rule. Unverified: its fields, which follow DescribeAlarms. */
final class RuleData {
  private RuleData() {}

  static String of(History.Change change, AlarmRule rule, Function<AlarmAction, String> names) {
    String field = change.past() + "Alarm";
    return Json.object(json -> json.text("version", "1.0").text("type", change.type())
        .object(field, alarm -> rule(alarm, rule, names)));
  }

  static String of(History.Change change, CompositeRule rule, Function<AlarmAction, String> names) {
    String field = change.past() + "Alarm";
    return Json.object(json -> json.text("version", "1.0").text("type", change.type())
        .object(field, alarm -> rule(alarm, rule, names)));
  }

  private static void rule(Json json, CompositeRule rule, Function<AlarmAction, String> names) {
    named(json, rule.name(), rule.description());
    json.text("alarmRule", rule.text());
    actions(json, rule.actions(), names);
  }

  private static void rule(Json json, AlarmRule rule, Function<AlarmAction, String> names) {
    named(json, rule.name(), rule.description());
    switch (rule.input()) {
      case AlarmInput.Metric metric -> json.text("namespace", metric.metric().namespace())
          .text("metricName", metric.metric().name())
          .objects("dimensions", metric.metric().dimensions(), RuleData::dimension)
          .text("statistic", metric.statistic().text())
          .whole("period", metric.period().toSeconds());
      case AlarmInput.Math math -> json.objects("metrics", math.queries(), RuleData::query);
    }
    json.text("comparisonOperator", rule.condition().comparison().text())
        .number("threshold", rule.condition().threshold())
        .whole("evaluationPeriods", rule.condition().evaluationPeriods());
    Integer datapoints = rule.condition().datapointsToAlarm();
    if (datapoints != null) {
      json.whole("datapointsToAlarm", datapoints);
    }
    json.text("treatMissingData", rule.condition().missingData().text());
    actions(json, rule.actions(), names);
  }

  private static void named(Json json, String name, @Nullable String description) {
    json.text("alarmName", name);
    if (description != null) {
      json.text("alarmDescription", description);
    }
  }

  private static void actions(Json json, AlarmActions actions, Function<AlarmAction, String> names) {
    json.truth("actionsEnabled", actions.isEnabled())
        .texts("alarmActions", named(actions.onAlarm(), names))
        .texts("okactions", named(actions.onOk(), names))
        .texts("insufficientDataActions", named(actions.onInsufficientData(), names));
  }

  private static void dimension(Json json, Dimension dimension) {
    json.text("name", dimension.name()).text("value", dimension.value());
  }

  private static void query(Json json, MetricQuery query) {
    json.text("id", query.id());
    switch (query) {
      case MetricQuery.Expression expression -> json.text("expression", expression.expression());
      case MetricQuery.Metric metric -> json.object("metricStat", stat -> stat
          .object("metric", id -> id.text("namespace", metric.metric().namespace())
              .text("metricName", metric.metric().name())
              .objects("dimensions", metric.metric().dimensions(), RuleData::dimension))
          .whole("period", metric.period().toSeconds())
          .text("stat", metric.statistic().text()));
    }
    json.truth("returnData", query.returnsData());
  }

  private static List<String> named(List<AlarmAction> actions, Function<AlarmAction, String> names) {
    return actions.stream().map(names).toList();
  }
}
