package io.sagescale.yaml;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a step policy's alarm pasted as AWS's JSON. Source: CloudWatch API, {@code PutMetricAlarm}. */
final class RawAlarm {
  private static final int MOST_PERIODS = 100_000;
  private static final int WEEK = 604_800;

  private final ResourceId resource;

  RawAlarm(ResourceId resource) {
    this.resource = resource;
  }

  /** Null when refused. What the alarm does is to call the policy; {@code AlarmActions} in the paste are left out. */
  @Nullable AlarmRule read(String policyName, Fields fields) {
    int before = fields.problems().errors();
    RawMetrics reader = new RawMetrics(fields.problems());
    String name = fields.text("AlarmName");
    String description = fields.text("AlarmDescription");
    MetricId metric = reader.metric(fields);
    fields.required("Statistic", "Maximum");
    Statistic statistic = reader.statistic(fields, "Statistic");
    fields.required("Period", "60");
    Integer period = fields.whole("Period", 10, WEEK);
    if (period != null && period != 10 && period != 20 && period != 30 && period % 60 != 0) {
      fields.error(fields.at("Period"), "Period must be 10, 20, 30 or a multiple of 60", "Write one of them");
    }
    AlarmCondition condition = condition(fields);
    fields.text("Unit");
    fields.truth("ActionsEnabled", true);
    List.of("AlarmActions", "OKActions", "InsufficientDataActions").forEach(fields::any);
    fields.close();
    if (fields.problems().errors() > before || metric == null || statistic == null || period == null
        || condition == null) {
      return null;
    }
    String named = name == null || name.isBlank() ? resource.text() + "/" + policyName : name;
    return new AlarmRule(named, new AlarmInput.Metric(metric, statistic, Duration.ofSeconds(period)), condition,
        AlarmActions.onAlarm(new AlarmAction.Scale(resource, policyName)), description);
  }

  private static @Nullable AlarmCondition condition(Fields fields) {
    fields.required("ComparisonOperator", "GreaterThanThreshold");
    Comparison comparison = fields.choice("ComparisonOperator", Choices.words(Comparison.values(), Comparison::text));
    fields.required("Threshold", "20");
    Double threshold = fields.number("Threshold", -TrackReader.MOST_TARGET, TrackReader.MOST_TARGET);
    fields.required("EvaluationPeriods", "3");
    Integer periods = fields.whole("EvaluationPeriods", 1, MOST_PERIODS);
    Integer points = fields.whole("DatapointsToAlarm", 1, periods == null ? MOST_PERIODS : periods);
    MissingData missing = fields.choice("TreatMissingData", Choices.words(MissingData.values(), MissingData::text));
    if (comparison == null || threshold == null || periods == null) {
      return null;
    }
    return new AlarmCondition(comparison, threshold, periods, points, missing == null ? MissingData.MISSING : missing);
  }
}
