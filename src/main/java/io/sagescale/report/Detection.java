package io.sagescale.report;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.plan.TargetState;
import io.sagescale.scaling.ManagedAlarms;
import io.sagescale.scaling.ScalingSettings;
import io.sagescale.simulate.Scenario.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the policies of a target take to notice that the load has changed, on average over when in a period it changes.
 *
 * <p>An alarm needs its points, then the delay until the last of them is published, then half its evaluation interval. The
 * period in which the load rises counts as a whole point for a maximum, and as none for a sum or an average: so half a period
 * less or more. Source: the rules of the engine; {@link Timings} for what AWS does not publish.
 *
 * @param out until capacity is added; null when nothing adds any
 * @param in until capacity is taken; null when nothing takes any
 */
record Detection(@Nullable Duration out, @Nullable Duration in) {
  /** An alarm that calls a policy, and whether it adds capacity, takes it, or both. */
  private record Call(AlarmRule rule, boolean isOut, boolean isIn, boolean isTracking) {}

  /** Of what AWS has. */
  static Detection of(TargetState state) {
    List<Call> calls = new ArrayList<>();
    for (TargetState.Policy policy : state.policies()) {
      List<AlarmRule> alarms = state.alarms().stream()
          .filter(alarm -> alarm.rule() != null && isCalling(alarm.rule(), policy.arn()))
          .map(TargetState.Alarm::rule).filter(Objects::nonNull).toList();
      if (policy.policy() != null) {
        calls.addAll(calls(state.resource(), policy.policy(), alarms));
      }
    }
    return of(calls);
  }

  /** Of what a document says. */
  static Detection of(EndpointScaling document) {
    List<Call> calls = new ArrayList<>();
    document.policies().forEach(spec -> calls.addAll(calls(document.target().resource(), spec.policy(),
        Stream.ofNullable(spec.alarm()).toList())));
    return of(calls);
  }

  private static boolean isCalling(AlarmRule rule, String arn) {
    return rule.actions().isEnabled() && rule.actions().onAlarm().contains(new AlarmAction.Other(arn));
  }

  private static List<Call> calls(ResourceId resource, ScalingPolicy policy, List<AlarmRule> alarms) {
    return switch (policy) {
      case TargetTrackingPolicy tracking -> ManagedAlarms.of(resource, tracking, ScalingSettings.DEFAULTS).stream()
          .map(rule -> new Call(rule, rule.condition().comparison().isAbove(), !rule.condition().comparison().isAbove(), true))
          .toList();
      case StepScalingPolicy step -> {
        boolean isRelative = step.adjustmentType() != AdjustmentType.EXACT_CAPACITY;
        yield alarms.stream().map(rule -> new Call(rule,
            !isRelative || step.steps().stream().anyMatch(each -> each.adjustment() > 0),
            !isRelative || step.steps().stream().anyMatch(each -> each.adjustment() < 0), false)).toList();
      }
    };
  }

  /** Out with the first that asks; in with a step policy, or when all target tracking agrees. Source: AAS user guide. */
  private static Detection of(List<Call> calls) {
    @Nullable Duration out = calls.stream().filter(Call::isOut).map(call -> time(call.rule()))
        .min(Duration::compareTo).orElse(null);
    @Nullable Duration agreed = calls.stream().filter(call -> call.isIn() && call.isTracking())
        .map(call -> time(call.rule())).max(Duration::compareTo).orElse(null);
    @Nullable Duration in = Stream.concat(Stream.ofNullable(agreed),
        calls.stream().filter(call -> call.isIn() && !call.isTracking()).map(call -> time(call.rule())))
        .min(Duration::compareTo).orElse(null);
    return new Detection(out, in);
  }

  private static Duration time(AlarmRule rule) {
    Duration period = rule.input().period();
    Duration points = period.multipliedBy(rule.condition().pointsNeeded());
    Duration half = period.dividedBy(2);
    Duration data = isWholeAtOnce(rule) ? points.minus(half) : points.plus(half);
    Duration interval = period.compareTo(AlarmTiming.STANDARD_INTERVAL) < 0
        ? AlarmTiming.HIGH_RESOLUTION_INTERVAL : AlarmTiming.STANDARD_INTERVAL;
    return data.plus(delay(rule.input())).plus(interval.dividedBy(2)).plus(Timings.DEFAULT.reaction());
  }

  /** Whether one moment beyond the threshold makes the whole period's value: the extreme on that side. */
  private static boolean isWholeAtOnce(AlarmRule rule) {
    Statistic extreme = rule.condition().comparison().isAbove() ? Statistic.MAXIMUM : Statistic.MINIMUM;
    return rule.input() instanceof AlarmInput.Metric metric && metric.statistic().equals(extreme);
  }

  private static Duration delay(AlarmInput input) {
    List<MetricId> metrics = switch (input) {
      case AlarmInput.Metric metric -> List.of(metric.metric());
      case AlarmInput.Math math -> math.queries().stream()
          .filter(MetricQuery.Metric.class::isInstance).map(line -> ((MetricQuery.Metric) line).metric()).toList();
    };
    boolean isFast = metrics.stream().allMatch(SageMakerMetrics::isHighResolution);
    return isFast ? Timings.DEFAULT.highResolutionDelay() : Timings.DEFAULT.standardDelay();
  }
}
