package io.sagescale.engine;

import io.sagescale.alarm.Evaluation;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.scaling.AlarmSignal;
import io.sagescale.scaling.ScalingDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that has happened and can be told: the journal is made of these. */
public sealed interface Fact extends Effect {

  /**
   * A request is over.
   *
   * @param copy -1 when no copy had it
   * @param firstTokenNanos 0 when there was none
   */
  record RequestEnded(
      long request, long tag, Outcome outcome, int copy, long arrivedNanos, long firstTokenNanos, long endedNanos)
      implements Fact {}

  /** The first token of an answer left; told of requests with a tag below 0 alone. */
  record FirstTokenLeft(long tag, int copy, long atNanos) implements Fact {}

  /** A copy has more requests in flight than any copy of the resource had within the window so far. */
  record NewPeak(ResourceId resource, int inFlight, long atNanos) implements Fact {}

  /**
   * Ten seconds are over.
   *
   * @param most highest number in flight on one copy
   * @param requestSeconds time that requests spent in flight within the window, over all copies
   * @param copies copies that emitted
   */
  record WindowClosed(ResourceId resource, Instant end, int most, double requestSeconds, int copies) implements Fact {}

  /** @param breachingSince start of the unbroken run of breaching points that led to ALARM; null for another state */
  record AlarmTurned(Evaluation evaluation, @Nullable Instant breachingSince, Instant at) implements Fact {}

  record Decided(AlarmSignal signal, ScalingDecision decision, Instant at) implements Fact {}

  /** An activity began, moved on, or ended. */
  record ActivityChanged(ScalingActivity activity, Instant at) implements Fact {}

  record CapacityChanged(ResourceId resource, int desired, int inService, int instances, Instant at) implements Fact {}

  record CopyStage(ResourceId resource, int copy, String stage, Instant from, Instant to) implements Fact {}
}
