package io.sagescale.api;

import io.sagescale.alarm.AlarmLimits;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.MissingData;
import io.sagescale.model.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * What CloudWatch refuses in {@code PutMetricAlarm}, and what the engine cannot honour: anomaly detection bands, and percentile
 * alarms that ignore periods with few samples.
 */
final class PutAlarmRules {
  private static final int METRICS_MAX = 10;
  private static final int EXPRESSIONS_MAX = 10;

  /** Who may be called by an alarm. Source: CloudWatch API, {@code PutMetricAlarm}; the refusal was seen on AWS. */
  private static final List<String> VENDORS =
      List.of("automate", "sns", "autoscaling", "ssm", "ssm-incidents", "lambda");

  private static final List<String> COMPARISONS = List.of(
      "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
      "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold");

  static final List<Constraint<PutMetricAlarmRequest>> TABLE = List.of(
      CloudWatchShapes.alarmName(PutMetricAlarmRequest::alarmName).required(),
      Constraint.<PutMetricAlarmRequest>on("alarmDescription", PutMetricAlarmRequest::alarmDescription).length(0, 1024),
      CloudWatchShapes.actionCount("oKActions", PutMetricAlarmRequest::okActions),
      CloudWatchShapes.actionLength("oKActions", PutMetricAlarmRequest::okActions),
      CloudWatchShapes.actionCount("alarmActions", PutMetricAlarmRequest::alarmActions),
      CloudWatchShapes.actionLength("alarmActions", PutMetricAlarmRequest::alarmActions),
      CloudWatchShapes.actionCount("insufficientDataActions", PutMetricAlarmRequest::insufficientDataActions),
      CloudWatchShapes.actionLength("insufficientDataActions", PutMetricAlarmRequest::insufficientDataActions),
      CloudWatchShapes.metricName(PutMetricAlarmRequest::metricName),
      CloudWatchShapes.namespace(PutMetricAlarmRequest::namespace),
      Constraint.<PutMetricAlarmRequest>on("statistic", PutMetricAlarmRequest::statisticAsString)
          .oneOf(CloudWatchShapes.STATISTICS),
      Constraint.<PutMetricAlarmRequest>on("dimensions", q -> q.hasDimensions() ? q.dimensions() : null)
          .length(0, CloudWatchShapes.DIMENSIONS_MAX),
      Constraint.each("dimensions", PutMetricAlarmRequest::dimensions, CloudWatchShapes.DIMENSION),
      Constraint.<PutMetricAlarmRequest>on("period", PutMetricAlarmRequest::period).atLeast(1),
      Constraint.<PutMetricAlarmRequest>on("unit", PutMetricAlarmRequest::unitAsString).oneOf(CloudWatchShapes.UNITS),
      Constraint.<PutMetricAlarmRequest>on("evaluationPeriods", PutMetricAlarmRequest::evaluationPeriods)
          .required().atLeast(1),
      Constraint.<PutMetricAlarmRequest>on("datapointsToAlarm", PutMetricAlarmRequest::datapointsToAlarm).atLeast(1),
      Constraint.<PutMetricAlarmRequest>on("comparisonOperator", PutMetricAlarmRequest::comparisonOperatorAsString)
          .required().oneOf(COMPARISONS),
      CloudWatchShapes.text("treatMissingData", PutMetricAlarmRequest::treatMissingData),
      CloudWatchShapes.text("evaluateLowSampleCountPercentile", PutMetricAlarmRequest::evaluateLowSampleCountPercentile),
      CloudWatchShapes.text("thresholdMetricId", PutMetricAlarmRequest::thresholdMetricId),
      Constraint.each("metrics", PutMetricAlarmRequest::metrics, QueryRules.LINE),
      Constraint.each("tags", PutMetricAlarmRequest::tags, CloudWatchShapes.TAG));

  private PutAlarmRules() {}

  /** Refuses what is wrong with the request itself. */
  static void check(PutMetricAlarmRequest request) {
    counts(request.metrics());
    CloudWatchShapes.check(request, TABLE);
    condition(request);
    if (request.metrics().isEmpty()) {
      metric(request);
    } else {
      noMetricBesideMath(request);
    }
    missingData(request.treatMissingData());
    CloudWatchShapes.checkTags(request.tags());
  }

  /** Refuses lists of metrics and actions that do not fit, and the rule that comes of the request. */
  static void check(PutMetricAlarmRequest request, Account account) {
    QueryRules.check(request.metrics(), "Metrics", account);
    for (List<String> actions
        : List.of(request.okActions(), request.alarmActions(), request.insufficientDataActions())) {
      actions.forEach(action -> action(action, VENDORS, account));
    }
  }

  /** Refuses a rule that the engine cannot watch. */
  static void check(AlarmRule rule) {
    List<String> problems = AlarmLimits.problems(rule);
    if (!problems.isEmpty()) {
      throw CloudWatchRefusal.validation(problems.getFirst());
    }
  }

  /** Counted before anything else. Source: seen on AWS. */
  private static void counts(List<MetricDataQuery> metrics) {
    if (metrics.stream().filter(line -> line.expression() != null).count() > EXPRESSIONS_MAX) {
      throw CloudWatchRefusal.validation("Too many expressions in alarm, maximum is " + EXPRESSIONS_MAX);
    }
    if (metrics.stream().filter(line -> line.metricStat() != null).count() > METRICS_MAX) {
      throw CloudWatchRefusal.validation("Too many metrics in alarm, maximum is " + METRICS_MAX);
    }
    if (metrics.stream().anyMatch(line -> line.expression() != null && line.expression().contains("SEARCH("))) {
      throw CloudWatchRefusal.validation("SEARCH is not supported on Metric Alarms.");
    }
  }

  private static void condition(PutMetricAlarmRequest request) {
    boolean isBand = COMPARISONS.indexOf(request.comparisonOperatorAsString()) > 3;
    if (request.thresholdMetricId() != null || isBand) {
      if (request.thresholdMetricId() != null && hasScalingAction(request)) {
        throw CloudWatchRefusal.validation("autoscaling actions not supported when ThresholdMetricId is set");
      }
      throw CloudWatchRefusal.validation("Alarms on anomaly detection bands are not supported by this engine.");
    }
    if (request.threshold() == null) {
      throw CloudWatchRefusal.validation("PutMetricAlarm request should have valid Threshold parameter");
    }
    if (!Double.isFinite(request.threshold())) {
      throw CloudWatchRefusal.invalidValue(
          "The value %s for parameter Threshold is invalid.".formatted(request.threshold()));
    }
    if (request.datapointsToAlarm() != null && request.datapointsToAlarm() > request.evaluationPeriods()) {
      throw CloudWatchRefusal.validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
    }
  }

  private static void metric(PutMetricAlarmRequest request) {
    required(request.metricName(), "MetricName");
    required(request.namespace(), "Namespace");
    required(request.period(), "Period");
    if (!request.namespace().chars().allMatch(c -> c < 128)) {
      throw CloudWatchRefusal.validation("Namespace must not contain Non-ASCII characters.");
    }
    String extended = request.extendedStatistic();
    if (request.statisticAsString() == null && extended == null) {
      throw CloudWatchRefusal.missing("One of the parameters Statistic and ExtendedStatistic must be specified.");
    }
    if (request.statisticAsString() != null && extended != null) {
      throw CloudWatchRefusal.exclusive("Statistic", "ExtendedStatistic");
    }
    if (extended != null && !isExtended(extended)) {
      throw CloudWatchRefusal.validation(
          "The value %s for parameter ExtendedStatistic is not supported.".formatted(extended));
    }
    lowSamples(request);
  }

  private static void lowSamples(PutMetricAlarmRequest request) {
    String treatment = request.evaluateLowSampleCountPercentile();
    if (treatment == null) {
      return;
    }
    String extended = request.extendedStatistic();
    if (extended == null || !extended.startsWith("p")) {
      throw CloudWatchRefusal.validation(
          "Option evaluateLowSampleCountPercentile can not be applied with statistic %s."
              .formatted(extended == null ? request.statisticAsString() : extended));
    }
    if (treatment.equals("ignore")) {
      throw CloudWatchRefusal.validation("EvaluateLowSampleCountPercentile ignore is not supported by this engine.");
    }
    if (!treatment.equals("evaluate")) {
      throw CloudWatchRefusal.validation(
          "Option %s is not supported for evaluateLowSampleCountPercentile.".formatted(treatment));
    }
  }

  private static void noMetricBesideMath(PutMetricAlarmRequest request) {
    if (request.metricName() != null || request.namespace() != null || request.hasDimensions()
        || request.period() != null || request.unitAsString() != null || request.statisticAsString() != null
        || request.extendedStatistic() != null) {
      throw CloudWatchRefusal.validation("Metrics list must not be specified with MetricName, Namespace, Dimensions, "
          + "Period, Unit, Statistic or ExtendedStatistic.");
    }
  }

  /** Unverified: AWS's text. */
  private static void missingData(@Nullable String treatment) {
    if (treatment != null && Arrays.stream(MissingData.values()).noneMatch(each -> each.text().equals(treatment))) {
      throw CloudWatchRefusal.validation("Option %s is not supported for treatMissingData.".formatted(treatment));
    }
  }

  /** Refuses an action that is no ARN of a vendor in the region. */
  static void action(String action, List<String> vendors, Account account) {
    String[] parts = action.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      throw CloudWatchRefusal.validation("Invalid arn syntax: " + action);
    }
    if (!vendors.contains(parts[2])) {
      throw CloudWatchRefusal.validation("Unsupported AWS vendor " + parts[2]);
    }
    if (!parts[3].isEmpty() && !parts[3].equals(account.region())) {
      throw CloudWatchRefusal.validation(
          "Invalid region %s specified. Only %s is supported.".formatted(parts[3], account.region()));
    }
  }

  private static boolean hasScalingAction(PutMetricAlarmRequest request) {
    return request.alarmActions().stream().anyMatch(action -> action.startsWith("arn:aws:autoscaling:"));
  }

  private static boolean isExtended(String text) {
    Optional<Statistic> statistic = Statistic.parse(text);
    return statistic.isPresent() && !(statistic.get() instanceof Statistic.Simple);
  }

  private static void required(@Nullable Object value, String parameter) {
    if (value == null) {
      throw CloudWatchRefusal.missing("The parameter %s is required.".formatted(parameter));
    }
  }
}
