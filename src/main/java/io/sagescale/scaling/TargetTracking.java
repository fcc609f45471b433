package io.sagescale.scaling;

import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import io.sagescale.scaling.ScalingSettings.FlappingRule;
import java.util.List;

/**
 * The arithmetic of target tracking: capacity in proportion to the metric, rounded up in both directions.
 *
 * <p>Source: AAS user guide, target tracking (rounding is conservative: to add 1.5 adds 2, to remove 1.5 removes 1). The
 * formula {@code ceil(capacity * value / target)} is the simplest that gives the documented results.
 */
public final class TargetTracking {

  /** Relative room for rounding errors of doubles, so that 3 * 7.0 / 2.1 is 10 and not 11. */
  private static final double ROUNDING_ROOM = 1e-9;

  private TargetTracking() {}

  /** {@code ceil(capacity * value / target)}, at least 0 and at most {@link Integer#MAX_VALUE}; the target is positive. */
  public static int capacityFor(int capacity, double value, double target) {
    double exact = capacity * value / target;
    if (Double.isNaN(exact)) {
      return capacity;
    }
    return (int) Math.max(0, Math.ceil(exact * (1 - ROUNDING_ROOM)));
  }

  /** What the policy asks for when its alarm, high or low, calls; {@code capacity} is what the formula counts from. */
  static Proposal propose(TargetTrackingPolicy policy, AlarmSignal signal, int capacity, ScalingSettings settings) {
    if (signal.recentDatapoints().isEmpty()) {
      return new Proposal.None(Why.NO_DATA);
    }
    double value = valueOf(signal.recentDatapoints(), settings);
    return signal.isAbove()
        ? proposeOut(policy, signal, capacity, value)
        : proposeIn(policy, signal, capacity, value, settings);
  }

  private static Proposal proposeOut(TargetTrackingPolicy policy, AlarmSignal signal, int capacity, double value) {
    if (!(value > signal.threshold())) {
      return new Proposal.None(Why.NOT_BREACHING);
    }
    return new Proposal.To(Math.max(1, capacityFor(capacity, value, policy.targetValue())));
  }

  private static Proposal proposeIn(
      TargetTrackingPolicy policy, AlarmSignal signal, int capacity, double value, ScalingSettings settings) {
    if (policy.isScaleInDisabled()) {
      return new Proposal.None(Why.SCALE_IN_DISABLED);
    }
    if (!(value < signal.threshold())) {
      return new Proposal.None(Why.NOT_BREACHING);
    }
    double judged = settings.flapping() == FlappingRule.PEAK ? maximum(signal.recentDatapoints()) : value;
    int proposed = capacityFor(capacity, Math.max(value, judged), policy.targetValue());
    if (proposed < capacity) {
      return new Proposal.To(proposed);
    }
    // Nothing can go: capacity - 1 would be too few for the judged value, which is the predicate of FlappingRule.
    return settings.flapping() == FlappingRule.OFF
        ? new Proposal.To(capacity)
        : new Proposal.None(Why.ANTICIPATED_FLAPPING);
  }

  private static double valueOf(List<Double> points, ScalingSettings settings) {
    return switch (settings.formulaValue()) {
      case AVERAGE -> average(points);
      case LAST -> points.getLast();
      case MAXIMUM -> maximum(points);
    };
  }

  static double average(List<Double> points) {
    double sum = 0;
    for (double point : points) {
      sum += point;
    }
    return sum / points.size();
  }

  static double maximum(List<Double> points) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double point : points) {
      largest = Math.max(largest, point);
    }
    return largest;
  }
}
