package io.sagescale.alarm;

import io.sagescale.metrics.MetricMath;
import io.sagescale.metrics.MetricStore;
import io.sagescale.metrics.NamedSeries;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One alarm as it stands: its rule, its state, and when it last acted. */
final class Watched {
  /**
   * From one repetition of a scaling action to the next while the state stays. Source: CloudWatch user guide, alarms;
   * Unverified: that it is a minute for periods under a minute, too.
   */
  static final Duration REPEAT = Duration.ofMinutes(1);

  private AlarmRule rule;
  private AlarmTiming.Cadence cadence;
  private double[] slots;
  private @Nullable NamedSeries series; // of a metric alone, once it was read
  private @Nullable MetricMath program; // of metric math alone
  private final CurrentState current;
  private @Nullable Instant acted;

  Watched(AlarmRule rule, AlarmTiming.Cadence cadence, Instant now) {
    this.rule = rule;
    this.cadence = cadence;
    this.slots = new double[AlarmEvaluator.range(rule.condition().evaluationPeriods())];
    this.program = program(rule);
    this.current = new CurrentState(now);
  }

  /** Replaces the rule; the state stays. Source: CloudWatch API, {@code PutMetricAlarm}. */
  void configure(AlarmRule changed, AlarmTiming.Cadence itsCadence, Instant now) {
    program = program(changed);
    series = null;
    rule = changed;
    cadence = itsCadence;
    slots = new double[AlarmEvaluator.range(changed.condition().evaluationPeriods())];
    current.configured(now);
  }

  AlarmRule rule() {
    return rule;
  }

  AlarmTiming.Cadence cadence() {
    return cadence;
  }

  CurrentState current() {
    return current;
  }

  /** Reads the range that ends with the newest complete period, and judges it. */
  Verdict judge(Instant boundary, MetricStore store) {
    read(boundary, store, slots);
    return AlarmEvaluator.judge(rule.condition(), slots, slots.length);
  }

  /** The real points of the last judgement, oldest first. */
  List<Double> recentDatapoints() {
    return Readings.latest(slots, slots.length, rule.condition().evaluationPeriods());
  }

  /** The last judgement with all that its texts need. */
  Judged judged(Instant boundary, MetricStore store, AlarmState turnedTo) {
    double[] counts = new double[slots.length];
    String statistic = switch (rule.input()) {
      case AlarmInput.Metric metric -> {
        series(metric, store).read(
            Statistic.SAMPLE_COUNT, metric.period(), oldestStart(boundary), counts.length, boundary, counts);
        yield metric.statistic().text();
      }
      case AlarmInput.Math math -> {
        Arrays.fill(counts, 1);
        yield null;
      }
    };
    List<Judged.Point> points = new ArrayList<>();
    for (int i = slots.length - 1; i >= 0; i--) {
      points.add(new Judged.Point(
          oldestStart(boundary).plus(rule.input().period().multipliedBy(i)), slots[i], counts[i]));
    }
    return new Judged(
        rule.condition(), statistic, rule.input().period().toSeconds(), boundary, turnedTo, points);
  }

  void set(AlarmState to, Reason because, Instant now) {
    acted = current.state() == to ? acted : null;
    current.set(to, because, now);
  }

  /** Actions of the state: all of them on entering it, scaling actions again each minute. Marks them as done. */
  List<AlarmAction> due(Instant now, boolean isTransition) {
    List<AlarmAction> actions = rule.actions().on(current.state());
    if (!rule.actions().isEnabled() || actions.isEmpty()) {
      return List.of();
    }
    if (isTransition) {
      acted = now;
      return actions;
    }
    if (acted != null && Duration.between(acted, now).compareTo(REPEAT) < 0) {
      return List.of();
    }
    acted = now;
    return scaling(actions);
  }

  /** Usually all of them, which are then not copied. */
  private static List<AlarmAction> scaling(List<AlarmAction> actions) {
    for (AlarmAction action : actions) {
      if (!(action instanceof AlarmAction.Scale)) {
        return actions.stream().filter(AlarmAction.Scale.class::isInstance).toList();
      }
    }
    return actions;
  }

  private static @Nullable MetricMath program(AlarmRule rule) {
    return switch (rule.input()) {
      case AlarmInput.Metric metric -> null;
      case AlarmInput.Math math -> switch (MetricMath.parse(math.queries())) {
        case MetricMath.Parsed.Program parsed -> parsed.math();
        case MetricMath.Parsed.Refused refused ->
            throw new IllegalArgumentException("alarm %s: %s".formatted(rule.name(), refused.problems()));
      };
    };
  }

  private void read(Instant boundary, MetricStore store, double[] into) {
    switch (rule.input()) {
      case AlarmInput.Metric metric -> series(metric, store).read(
          metric.statistic(), metric.period(), oldestStart(boundary), into.length, boundary, into);
      case AlarmInput.Math math ->
          Objects.requireNonNull(program, rule.name()).read(
              store, oldestStart(boundary), into.length, math.period(), boundary, into);
    }
  }

  private NamedSeries series(AlarmInput.Metric metric, MetricStore store) {
    if (series == null || !series.isOf(store)) {
      series = store.series(metric.metric());
    }
    return series;
  }

  private Instant oldestStart(Instant boundary) {
    long newest = cadence.newestStartSecond(boundary);
    return Instant.ofEpochSecond(newest - (slots.length - 1) * rule.input().period().toSeconds());
  }
}
