package io.sagescale.plan;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.sdk.Schedules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one thing on AWS, by the words of policy files where they have one, with AWS's defaults filled in: things that
 * do the same have equal settings, however they were written.
 *
 * <p>The defaults: a cooldown is 300 s, an aggregation the average, M of N is N of N, missing data is missing, a time zone UTC.
 * Source: AAS API, {@code PutScalingPolicy}; CloudWatch API, {@code PutMetricAlarm}.
 *
 * @param values in the order in which people read them
 */
public record Settings(SequencedMap<String, String> values) {
  public Settings {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  static Settings of(ScalableTarget target) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("capacity.min", String.valueOf(target.range().min()));
    values.put("capacity.max", String.valueOf(target.range().max()));
    values.put("suspend", suspended(target.suspension()));
    return new Settings(values);
  }

  static Settings of(ScalingPolicy policy) {
    return switch (policy) {
      case TargetTrackingPolicy tracking -> tracking(tracking);
      case StepScalingPolicy step -> step(step);
    };
  }

  static Settings of(ScheduledAction action) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("at", Schedules.text(action));
    values.put("timezone", String.valueOf(action.zone().normalized()));
    put(values, "start", action.startTime() == null ? null : action.startTime().truncatedTo(ChronoUnit.SECONDS));
    put(values, "end", action.endTime() == null ? null : action.endTime().truncatedTo(ChronoUnit.SECONDS));
    put(values, "capacity.min", action.min());
    put(values, "capacity.max", action.max());
    return new Settings(values);
  }

  /** @param policyNames names of policies by their ARNs */
  static Settings of(AlarmRule rule, @Nullable String unit, Map<String, String> policyNames) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    switch (rule.input()) {
      case AlarmInput.Metric metric -> {
        values.put("metric", metric(metric.metric()));
        values.put("stat", metric.statistic().text());
      }
      case AlarmInput.Math math -> values.put("math", math(math.queries(), true));
    }
    values.put("period", seconds(rule.input().period()));
    AlarmCondition condition = rule.condition();
    values.put("points", condition.pointsNeeded() + " of " + condition.evaluationPeriods());
    values.put(word(condition.comparison()), number(condition.threshold()));
    values.put("missing", condition.missingData().text());
    put(values, "unit", unit);
    values.put("actions", rule.actions().isEnabled() ? "on" : "off");
    String calls = actions(rule.actions().onAlarm(), policyNames);
    values.put("calls", calls.isEmpty() ? "nothing" : calls);
    putUnlessEmpty(values, "when ok", actions(rule.actions().onOk(), policyNames));
    putUnlessEmpty(values, "when data is missing", actions(rule.actions().onInsufficientData(), policyNames));
    return new Settings(values);
  }

  /** Of something that only AWS understands. */
  static Settings unreadable(String text) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("aws", text);
    return new Settings(values);
  }

  /** {@code 5}, {@code 0.5}: no zeros that say nothing, no exponent. */
  static String number(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static Settings tracking(TargetTrackingPolicy policy) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("type", "track");
    values.put("metric", switch (policy.metric()) {
      case TrackedMetric.Predefined(var type) -> type.metricName();
      case TrackedMetric.Single(var metric, var statistic) -> metric(metric) + " " + statistic.text();
      case TrackedMetric.Math(var queries) -> math(queries, false);
    });
    values.put("target", number(policy.targetValue()));
    values.put("cooldown.out", seconds(ScalingPolicy.orDefault(policy.scaleOutCooldown())));
    values.put("cooldown.in", seconds(ScalingPolicy.orDefault(policy.scaleInCooldown())));
    values.put("disableScaleIn", String.valueOf(policy.isScaleInDisabled()));
    return new Settings(values);
  }

  private static Settings step(StepScalingPolicy policy) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("type", "step");
    values.put("adjustment", policy.adjustmentType().text());
    values.put("aggregate", policy.aggregation().text());
    values.put("cooldown", seconds(ScalingPolicy.orDefault(policy.cooldown())));
    put(values, "minMagnitude", policy.minAdjustmentMagnitude());
    values.put("steps", policy.steps().stream()
        .sorted(Comparator.comparingDouble(step -> step.lower() == null ? Double.NEGATIVE_INFINITY : step.lower()))
        .map(Settings::interval).collect(Collectors.joining(", ")));
    return new Settings(values);
  }

  /** Bounds count from the alarm's threshold, as on AWS. */
  private static String interval(StepAdjustment step) {
    String sign = step.adjustment() > 0 ? "+" : "";
    return bound(step.lower()) + " to " + bound(step.upper()) + ": " + sign + step.adjustment();
  }

  private static String bound(@Nullable Double bound) {
    return bound == null ? "any" : (bound < 0 ? "" : "+") + number(bound);
  }

  private static String suspended(Suspension suspension) {
    StringJoiner words = new StringJoiner(", ");
    words.setEmptyValue("nothing");
    if (suspension.isScaleInSuspended()) {
      words.add("in");
    }
    if (suspension.isScaleOutSuspended()) {
      words.add("out");
    }
    if (suspension.isScheduledSuspended()) {
      words.add("scheduled");
    }
    return words.toString();
  }

  private static String word(Comparison comparison) {
    return switch (comparison) {
      case GREATER_OR_EQUAL -> "atLeast";
      case GREATER_THAN -> "moreThan";
      case LESS_OR_EQUAL -> "atMost";
      case LESS_THAN -> "lessThan";
    };
  }

  private static String actions(List<AlarmAction> actions, Map<String, String> policyNames) {
    return actions.stream().map(action -> switch (action) {
      case AlarmAction.Scale scale -> "policy " + scale.policyName();
      case AlarmAction.Other(String arn) -> policyNames.containsKey(arn) ? "policy " + policyNames.get(arn) : arn;
    }).sorted().collect(Collectors.joining(", "));
  }

  private static String metric(MetricId metric) {
    String dimensions = metric.dimensions().stream()
        .map(dimension -> dimension.name() + "=" + dimension.value()).collect(Collectors.joining(", "));
    return metric.namespace() + " " + metric.name() + " {" + dimensions + "}";
  }

  /** @param hasPeriods false where AWS knows no period */
  private static String math(List<MetricQuery> queries, boolean hasPeriods) {
    return queries.stream().map(query -> (query.returnsData() ? "" : "(hidden) ") + query.id() + " = " + switch (query) {
      case MetricQuery.Expression expression -> expression.expression();
      case MetricQuery.Metric line -> metric(line.metric()) + " " + line.statistic().text()
          + (hasPeriods ? " " + seconds(line.period()) : "");
    }).collect(Collectors.joining("; "));
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }

  private static void put(Map<String, String> values, String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, String.valueOf(value));
    }
  }

  private static void putUnlessEmpty(Map<String, String> values, String key, String value) {
    if (!value.isEmpty()) {
      values.put(key, value);
    }
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
