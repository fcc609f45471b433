package io.sagescale.lint;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.TrackedMetric;
import org.jspecify.annotations.Nullable;

/** Rules on going to zero and coming back. */
final class ZeroRules {
  private ZeroRules() {}

  static void check(Examination e) {
    for (Stepped step : e.stepped()) {
      MetricId metric = step.metric();
      if (metric != null && metric.name().equals(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES)) {
        wake(e, step);
      }
    }
    if (e.least() > 0) {
      return;
    }
    switch (e.resource()) {
      case ResourceId.Variant _ -> e.add(Rule.ZERO_INSTANCES, zeroPlace(e),
          "a real-time endpoint's variant does not go below 1 instance",
          "Write min: 1, or scale an inference component to zero");
      case ResourceId.Component _ -> {
        if (e.isWhole() && !isWoken(e)) {
          e.add(Rule.ZERO_FOREVER, zeroPlace(e), "the component goes to 0 copies and nothing here brings it back",
              "Add a step policy on NoCapacityInvocationFailures, or write min: 1");
        }
      }
    }
  }

  private static Place zeroPlace(Examination e) {
    if (e.scaling().target().range().min() == 0) {
      return Place.CAPACITY.key("min");
    }
    return e.scaling().schedules().stream().filter(action -> action.min() != null && action.min() == 0).findFirst()
        .map(action -> Place.schedule(action.name()).key("capacity", "min")).orElse(Place.CAPACITY);
  }

  private static boolean isWoken(Examination e) {
    return e.scaling().schedules().stream().anyMatch(action -> action.min() != null && action.min() > 0)
        || e.stepped().stream().anyMatch(step -> step.adds() && seesRequestsAtZero(step.metric()))
        || e.tracking().stream().anyMatch(policy -> switch (policy.metric()) {
          case TrackedMetric.Predefined _ -> false;
          case TrackedMetric.Single(var metric, var _) -> seesRequestsAtZero(metric);
          case TrackedMetric.Math _ -> true;
        });
  }

  /** SageMaker's own metrics stop with the last copy, all but one; of others and of math nothing is known. */
  private static boolean seesRequestsAtZero(@Nullable MetricId metric) {
    return metric == null || Published.of(metric) == null
        || metric.name().equals(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES);
  }

  private static void wake(Examination e, Stepped step) {
    String why = whyNever(e, step);
    if (why != null) {
      e.add(Rule.WAKE_NEVER, step.place(), "this policy cannot wake anything: " + why,
          "See sagescale validate --explain " + Rule.WAKE_NEVER.code());
    } else if (isSum(step) && !step.isBreachedBy(1)) {
      e.add(Rule.WAKE_LATE, step.place().key("when"),
          "one refused request is not " + step.alarm().condition().comparison().words() + " the threshold of "
              + Figures.plain(step.threshold()),
          "Write atLeast: 1");
    } else if (step.alarm().condition().pointsNeeded() > 1 && step.alarm().condition().missingData() != MissingData.BREACHING) {
      e.add(Rule.WAKE_LATE, step.when("points"),
          "requests must be refused in " + step.alarm().condition().pointsNeeded() + " periods before the alarm fires",
          "Write points: 1");
    }
  }

  private static boolean isSum(Stepped step) {
    return step.alarm().input() instanceof AlarmInput.Metric(var _, Statistic statistic, var _)
        && (statistic == Statistic.SUM || statistic == Statistic.SAMPLE_COUNT);
  }

  /** Each refused request counts as 1. */
  private static @Nullable String whyNever(Examination e, Stepped step) {
    if (!step.isAbove()) {
      return "its alarm fires when no request was refused";
    }
    if (e.scaling().target().suspension().isScaleOutSuspended()) {
      return "scaling out is suspended";
    }
    if (e.most() == 0) {
      return "the largest capacity is 0";
    }
    if (!isSum(step) && !step.isBreachedBy(1)) {
      return "each refused request counts as 1, so " + statistic(step) + " is never "
          + step.alarm().condition().comparison().words() + " " + Figures.plain(step.threshold());
    }
    if (step.policy().adjustmentType() == AdjustmentType.PERCENT_CHANGE_IN_CAPACITY
        && step.policy().minAdjustmentMagnitude() == null) {
      return "a percentage of 0 copies is 0";
    }
    StepAdjustment first = step.stepAt(1);
    return !isSum(step) && (first == null || first.adjustment() <= 0) ? "no step adds capacity at the value 1" : null;
  }

  private static String statistic(Stepped step) {
    return step.alarm().input() instanceof AlarmInput.Metric(var _, Statistic statistic, var _)
        ? statistic.text() : "the value";
  }
}
