package io.sagescale.cli;

import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.yaml.Nearest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Metrics that target tracking knows, by the metric's own name or by AWS's name of the predefined type. */
final class TrackedMetricWord {
  private TrackedMetricWord() {}

  /** AWS's name of the type; names that we do not know pass as they are when they look like AWS's, for AWS adds some. */
  static String typeName(String word, ResourceId target) {
    for (PredefinedMetric metric : PredefinedMetric.values()) {
      if (metric.metricName().equals(word) || metric.typeName().equals(word)) {
        if (metric.dimension() != target.dimension()) {
          throw Refusal.usage(word + " is not a metric of " + target.shortName(),
              "Use one of " + String.join(", ", names(target)));
        }
        return metric.typeName();
      }
    }
    if (word.startsWith("SageMaker")) {
      return word;
    }
    throw Refusal.usage("target tracking has no metric " + Cli.quoted(word),
        Nearest.didYouMean(word, names(target), "Use one of " + String.join(", ", names(target))));
  }

  private static List<String> names(ResourceId target) {
    return Stream.of(PredefinedMetric.values())
        .filter(metric -> metric.dimension() == target.dimension())
        .map(PredefinedMetric::metricName)
        .toList();
  }

  /** How often SageMaker publishes a metric: 10 seconds for concurrency, a minute for all else. */
  static Duration period(String metric) {
    return metric.equals(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL)
        || metric.equals(SageMakerMetrics.CONCURRENT_REQUESTS_PER_COPY) ? Duration.ofSeconds(10) : Duration.ofMinutes(1);
  }

  /** The metrics' own names, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(PredefinedMetric.values()).map(PredefinedMetric::metricName).iterator();
    }
  }
}
