package io.sagescale.simulate;

import io.sagescale.engine.Engine;
import io.sagescale.engine.Fact;
import io.sagescale.fleet.Bill;
import io.sagescale.fleet.Capacity;
import io.sagescale.model.ResourceId;
import io.sagescale.scaling.ScalingDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the facts of one run and makes the result of them. Its histories are about the resource under test, but for the
 * alarms, which are all of the run.
 */
final class RunRecorder {
  /** Most entries of one history; what comes later is left out. A year of 10-second windows. */
  private static final int MAX_HISTORY = 3_200_000;

  private final ResourceId resource;
  private final Instant start;
  private final RequestTally tally = new RequestTally();
  private final ScaleOutLog scaleOuts;
  private final FlapCount flaps = new FlapCount();
  private final List<RunResult.Capacity> capacity = new ArrayList<>();
  private final List<RunResult.AlarmChange> alarms = new ArrayList<>();
  private final List<RunResult.Sample> samples = new ArrayList<>();
  private @Nullable Double target;
  private @Nullable ScalingDecision decided;
  private long arrivedBefore;
  private long rejectedBefore;
  private long failedBefore;

  RunRecorder(ResourceId resource, @Nullable Double target, Instant start) {
    this.start = start;
    this.resource = resource;
    this.target = target;
    this.scaleOuts = new ScaleOutLog(resource, target);
  }

  /** The capacity that stands at the start. */
  void begin(Capacity standing) {
    capacity.add(new RunResult.Capacity(start, standing.desired(), standing.running(), standing.instances()));
  }

  /** Requests in flight per copy that the policies track from now on; null for none. */
  void tracks(@Nullable Double newTarget) {
    target = newTarget;
    scaleOuts.tracks(newTarget);
  }

  void arrived() {
    tally.arrived();
  }

  long arrivals() {
    return tally.arrivals();
  }

  void accept(Fact fact) {
    switch (fact) {
      case Fact.RequestEnded f -> tally.ended(f);
      case Fact.FirstTokenLeft f -> { }
      case Fact.NewPeak f -> scaleOuts.peak(f);
      case Fact.WindowClosed f -> windowClosed(f);
      case Fact.AlarmTurned f -> alarmTurned(f);
      case Fact.Decided f -> decided(f);
      case Fact.CapacityChanged f -> capacityChanged(f);
      case Fact.CopyStage f -> scaleOuts.stage(f);
      case Fact.ActivityChanged f -> scaleOuts.activity(f);
    }
  }

  RunResult result(String policyName, Scenario scenario, long seed, Engine engine, Run run) {
    Instant end = engine.now();
    Bill bill = engine.fleet().bill(end);
    return new RunResult(
        policyName, scenario.name(), seed, scenario.start(), end,
        tally.requests(engine.inFlight(), run.queuedPeak()), tally.latency(), tally.timeToFirstToken(),
        scaleOuts.scaleOuts(),
        new RunResult.History(capacity, alarms, engine.scaling().activities(resource), samples),
        new RunResult.Totals(flaps.flaps(), bill.usd() - run.before().usd(),
            bill.instanceSeconds() - run.before().instanceSeconds(), run.events(), run.pricesAsOf()));
  }

  /** What the driver knows of the run; {@code before} is what the endpoint had cost when the run began. */
  record Run(long events, long queuedPeak, LocalDate pricesAsOf, Bill before) {}

  private void windowClosed(Fact.WindowClosed f) {
    if (!f.resource().equals(resource) || !f.end().isAfter(start)) {
      return;
    }
    scaleOuts.windowClosed(f);
    if (samples.size() < MAX_HISTORY) {
      samples.add(new RunResult.Sample(
          f.end(), f.most(), f.requestSeconds() / 10, target, f.copies(), tally.arrivals() - arrivedBefore,
          tally.rejections() - rejectedBefore, tally.failures() - failedBefore));
    }
    arrivedBefore = tally.arrivals();
    rejectedBefore = tally.rejections();
    failedBefore = tally.failures();
  }

  private void alarmTurned(Fact.AlarmTurned f) {
    scaleOuts.alarmTurned(f);
    if (alarms.size() < MAX_HISTORY) {
      alarms.add(new RunResult.AlarmChange(
          f.at(), f.evaluation().alarm(), f.evaluation().before(), f.evaluation().after(), f.evaluation().reason()));
    }
  }

  private void decided(Fact.Decided f) {
    scaleOuts.decided(f);
    if (f.signal().resource().equals(resource)) {
      decided = f.decision();
    }
  }

  private void capacityChanged(Fact.CapacityChanged f) {
    if (!f.resource().equals(resource)) {
      return;
    }
    scaleOuts.capacity(f);
    countFlaps(f);
    RunResult.Capacity next = new RunResult.Capacity(f.at(), f.desired(), f.inService(), f.instances());
    RunResult.Capacity last = capacity.isEmpty() ? null : capacity.getLast();
    boolean isSame = last != null && last.desired() == next.desired() && last.inService() == next.inService()
        && last.instances() == next.instances();
    if (!isSame && capacity.size() < MAX_HISTORY) {
      capacity.add(next);
    }
  }

  /** A decision counts once the capacity follows it: one that a quota refused moved nothing. */
  private void countFlaps(Fact.CapacityChanged f) {
    if (decided instanceof ScalingDecision.ScaleOut out && f.desired() == out.to()) {
      flaps.scaled(true, f.at());
      decided = null;
    } else if (decided instanceof ScalingDecision.ScaleIn in && f.desired() == in.to()) {
      flaps.scaled(false, f.at());
      decided = null;
    }
  }
}
