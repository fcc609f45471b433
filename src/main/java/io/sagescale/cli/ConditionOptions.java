package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricAggregationType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Options that say when an alarm goes off. */
final class ConditionOptions {
  @Option(names = "--metric", paramLabel = "METRIC", required = true, completionCandidates = TrackedMetricWord.Names.class,
      description = "Of SageMaker, such as ${COMPLETION-CANDIDATES}.")
  private String metric = "";

  @ArgGroup(multiplicity = "1")
  private Bound bound = new Bound();

  @Option(names = "--period", paramLabel = "TIME", converter = DurationWord.class,
      description = "Of one point: 10s, 20s, 30s, or minutes; 10s, or 1m for metrics of a minute.")
  private @Nullable Duration period;

  @Option(names = "--points", paramLabel = "M/N", defaultValue = "3/3", converter = PointsWord.class,
      description = "How many of how many points, ${DEFAULT-VALUE} unless told.")
  private PointsWord.Points points = new PointsWord.Points(3, 3);

  @Option(names = "--stat", paramLabel = "NAME", defaultValue = "Maximum",
      description = "Maximum, Average, Minimum, Sum, p95 ...; ${DEFAULT-VALUE} unless told.")
  private String stat = "";

  @Option(names = "--missing", paramLabel = "WORD", defaultValue = "notBreaching",
      description = "Missing points: notBreaching, breaching, ignore or missing; ${DEFAULT-VALUE} unless told.")
  private String missing = "";

  /** One of four ways to compare. */
  static final class Bound {
    @Option(names = "--at-least", paramLabel = "VALUE", description = "Goes off at this value and over it.")
    private @Nullable BigDecimal atLeast;

    @Option(names = "--above", paramLabel = "VALUE", description = "Goes off over this value.")
    private @Nullable BigDecimal above;

    @Option(names = "--at-most", paramLabel = "VALUE", description = "Goes off at this value and under it.")
    private @Nullable BigDecimal atMost;

    @Option(names = "--below", paramLabel = "VALUE", description = "Goes off under this value.")
    private @Nullable BigDecimal below;
  }

  String metric() {
    return metric;
  }

  BigDecimal threshold() {
    for (@Nullable BigDecimal value : new @Nullable BigDecimal[] {bound.atLeast, bound.above, bound.atMost, bound.below}) {
      if (value != null) {
        return value;
      }
    }
    throw new IllegalStateException("picocli asks for one of the four bounds");
  }

  private ComparisonOperator operator() {
    return bound.atLeast != null ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : bound.above != null ? ComparisonOperator.GREATER_THAN_THRESHOLD
        : bound.atMost != null ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD;
  }

  /** How a step policy sums up the points it is told of; null for a statistic that it has no word for. */
  @Nullable MetricAggregationType aggregation() {
    return switch (stat) {
      case "Maximum" -> MetricAggregationType.MAXIMUM;
      case "Minimum" -> MetricAggregationType.MINIMUM;
      case "Average" -> MetricAggregationType.AVERAGE;
      default -> null;
    };
  }

  /** The alarm, without its actions. */
  PutMetricAlarmRequest.Builder alarm(String name, ResourceId target) {
    boolean isPlain = stat.matches("Maximum|Minimum|Average|Sum|SampleCount");
    return PutMetricAlarmRequest.builder()
        .alarmName(name)
        .namespace(SageMakerMetrics.NAMESPACE)
        .metricName(metric)
        .dimensions(MetricDimensions.of(target))
        .statistic(isPlain ? stat : null)
        .extendedStatistic(isPlain ? null : stat)
        .period((int) step().toSeconds())
        .evaluationPeriods(points.of())
        .datapointsToAlarm(points.needed())
        .threshold(threshold().doubleValue())
        .comparisonOperator(operator())
        .treatMissingData(missing);
  }

  private Duration step() {
    return period == null ? TrackedMetricWord.period(metric) : period;
  }

  /** The condition in words, for after "when". */
  String sentence() {
    String how = bound.atLeast != null ? "is at least" : bound.above != null ? "is above"
        : bound.atMost != null ? "is at most" : "is below";
    return stat + " " + metric + " " + how + " " + threshold().toPlainString() + " in " + points.needed() + " of "
        + points.of() + " points of " + step().toSeconds() + " s";
  }
}
