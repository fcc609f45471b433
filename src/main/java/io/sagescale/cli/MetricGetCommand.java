package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.report.MetricRows;
import io.sagescale.report.SeriesChart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** {@code metric get}: GetMetricData, and for a person what DescribeAlarms and DescribeAlarmHistory say of its alarms. */
@Command(
    name = "get",
    customSynopsis = "sagescale metric get TARGET METRIC [OPTIONS]",
    header = "Draw a metric of a target, with the threshold and times of its alarms.",
    footer = {
      "  sagescale metric get llama3-8b/AllTraffic ConcurrentRequestsPerModel",
      "  sagescale metric get llama3-8b/AllTraffic InvocationsPerInstance \\",
      "      --since 6h --period 1m --stat Sum -o csv"
    })
final class MetricGetCommand implements Task {
  private static final String ID = "m1";

  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "METRIC", description = "Such as ConcurrentRequestsPerModel.")
  private String metric = "";

  @Option(names = "--since", paramLabel = "TIME", defaultValue = "30m", converter = DurationWord.class,
      description = "How far back, ${DEFAULT-VALUE} unless told.")
  private Duration since = Duration.ofMinutes(30);

  @Option(names = "--period", paramLabel = "TIME", converter = DurationWord.class,
      description = "Of each point; 10s, or 1m for metrics of a minute.")
  private @Nullable Duration period;

  @Option(names = "--stat", paramLabel = "NAME", defaultValue = "Maximum", description = "Maximum, Average, Sum, p95 ...; ${DEFAULT-VALUE} unless told.")
  private String stat = "";

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  MetricGetCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Instant end = around.clock().instant();
    Duration step = period == null ? TrackedMetricWord.period(metric) : period;
    if (step.isZero() || since.compareTo(step) < 0) {
      throw Refusal.usage("--since is shorter than --period", "Try --since 30m --period 10s");
    }
    return aws.answer(around, clients -> answer(clients, step, end));
  }

  private Answer answer(Clients clients, Duration step, Instant end) {
    List<MetricDataResult> pages = Pages.all(
        token -> clients.cloudWatch().getMetricData(request(step, end, token)),
        GetMetricDataResponse::metricDataResults,
        GetMetricDataResponse::nextToken);
    List<Instant> times = pages.stream().flatMap(page -> page.timestamps().stream()).toList();
    List<Double> values = pages.stream().flatMap(page -> page.values().stream()).toList();
    MetricDataResult whole = MetricDataResult.builder()
        .id(ID).label(metric).timestamps(times).values(values).statusCode(StatusCode.COMPLETE).build();
    List<MetricAlarm> alarms = aws.isForPeople() ? AlarmPages.ofMetric(clients, target, metric) : List.of();
    SeriesChart chart = new SeriesChart(stat + " " + metric + " of " + target.shortName(), times, values,
        end.minus(since), end, step, AlarmPages.upperThreshold(alarms),
        alarms.stream().flatMap(alarm -> AlarmPages.periods(clients, alarm, end.minus(since)).stream()).toList());
    return Answer.drawn(GetMetricDataResponse.builder().metricDataResults(whole).build(), chart::text,
        MetricRows.points(times, values));
  }

  private GetMetricDataRequest request(Duration step, Instant end, @Nullable String token) {
    return GetMetricDataRequest.builder()
        .metricDataQueries(query -> query.id(ID).metricStat(one -> one
            .metric(of -> of.namespace(SageMakerMetrics.NAMESPACE).metricName(metric)
                .dimensions(MetricDimensions.of(target)))
            .period((int) step.toSeconds())
            .stat(stat)))
        .startTime(end.minus(since))
        .endTime(end)
        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
        .nextToken(token)
        .build();
  }
}
