package io.sagescale.alarm;

import io.sagescale.metrics.MetricStore;
import io.sagescale.metrics.Samples;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.Dimension;
import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of alarms share: a metric, rules on it, and series in one line such as {@code 2 9x6 _ _ 1x12}. */
final class Alarms {
  static final Instant NOON = Instant.parse("2026-08-19T12:00:00Z");
  static final MetricId METRIC =
      new MetricId("AWS/SageMaker", "ConcurrentRequestsPerModel", List.of(new Dimension("EndpointName", "e")));
  static final AlarmAction SCALE = new AlarmAction.Scale(new ResourceId.Variant("e", "v"), "p");
  static final AlarmAction MAIL = new AlarmAction.Other("arn:aws:sns:us-east-1:123456789012:mail");

  private Alarms() {}

  static AlarmRule rule(Comparison comparison, double threshold, int n, @Nullable Integer m, int period,
      MissingData missing, AlarmActions actions) {
    return new AlarmRule("a", new AlarmInput.Metric(METRIC, Statistic.MAXIMUM, Duration.ofSeconds(period)),
        new AlarmCondition(comparison, threshold, n, m, missing), actions, null);
  }

  static AlarmRule above(double threshold, int n, int period) {
    return rule(Comparison.GREATER_THAN, threshold, n, null, period, MissingData.MISSING, AlarmActions.NONE);
  }

  /** One value per period from the instant on, each visible when its period ends. */
  static void put(MetricStore store, Instant from, int period, String line) {
    Instant start = from;
    for (String word : line.split(" ")) {
      String[] parts = word.split("x");
      int times = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
      for (int i = 0; i < times; i++) {
        Instant end = start.plusSeconds(period);
        if (!parts[0].equals("_")) {
          store.put(METRIC, start, Samples.of(Double.parseDouble(parts[0])), end);
        }
        start = end;
      }
    }
  }
}
