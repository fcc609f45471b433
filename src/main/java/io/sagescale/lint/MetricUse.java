package io.sagescale.lint;

import io.sagescale.model.AlarmInput;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.Statistic;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.scaling.ManagedAlarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A metric that a policy of the document names, how it is read, and the place of its line. */
record MetricUse(MetricId metric, Statistic statistic, Duration period, Place place) {
  /** Of alarms and of tracked metrics, in the order of the policies. Predefined types are right by themselves. */
  static List<MetricUse> of(EndpointScaling scaling) {
    List<MetricUse> uses = new ArrayList<>();
    for (Stepped stepped : Stepped.of(scaling)) {
      switch (stepped.alarm().input()) {
        case AlarmInput.Metric(var metric, var statistic, var period) ->
            uses.add(new MetricUse(metric, statistic, period, stepped.place().key("when")));
        case AlarmInput.Math(var queries, var _) -> addAll(uses, queries, stepped.when("math"));
      }
    }
    for (EndpointScaling.PolicySpec spec : scaling.policies()) {
      if (spec.policy() instanceof TargetTrackingPolicy policy) {
        Place metric = Place.policy(policy.name()).key("track", "metric");
        switch (policy.metric()) {
          case TrackedMetric.Predefined _ -> { }
          case TrackedMetric.Single(var id, var statistic) -> uses.add(new MetricUse(id, statistic, ManagedAlarms.CUSTOM_PERIOD, metric));
          case TrackedMetric.Math(var queries) -> addAll(uses, queries, metric.key("math"));
        }
      }
    }
    return uses;
  }

  private static void addAll(List<MetricUse> uses, List<MetricQuery> queries, Place list) {
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i) instanceof MetricQuery.Metric(var _, var metric, var statistic, var period, var _)) {
        uses.add(new MetricUse(metric, statistic, period, list.item(i)));
      }
    }
  }
}
