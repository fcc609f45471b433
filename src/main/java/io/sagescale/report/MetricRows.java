package io.sagescale.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Metrics and their data points for people. */
public final class MetricRows {
  private MetricRows() {}

  public static Sheet sheet(List<Metric> metrics) {
    return Sheet.titled("no metrics", List.of("METRIC", "OF", "+NAMESPACE"),
        metrics.stream().map(metric -> new Sheet.Row(metric.metricName(), List.of(
            metric.metricName(), AwsWords.dash(AlarmRows.dimensions(metric.dimensions())),
            AwsWords.dash(metric.namespace())))).toList());
  }

  /** Points in the order given; both lists are of one length. */
  public static Sheet points(List<Instant> times, List<Double> values) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      rows.add(new Sheet.Row(times.get(i).toString(), List.of(times.get(i).toString(), AwsWords.number(values.get(i)))));
    }
    return Sheet.titled("no data points", List.of("@TIME", "#VALUE"), rows);
  }
}
