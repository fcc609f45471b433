package io.sagescale.scaling;

import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all policies of a target have to say when some of their alarms call.
 *
 * <p>Source: AAS user guide, target tracking overview (out when any policy is ready, in when all that may scale in are) and step
 * scaling (a step policy scales in whether or not target tracking is ready).
 */
final class Hearing {

  private final ScalingSettings settings;
  private final PolicyJudge judge;
  private final SignalBook signals;
  private final CooldownBook cooldowns;

  Hearing(ScalingSettings settings, SignalBook signals, CooldownBook cooldowns) {
    this.settings = settings;
    this.judge = new PolicyJudge(settings);
    this.signals = signals;
    this.cooldowns = cooldowns;
  }

  /** One judgement for each call, in its order; with a scale-out among them also those of other policies still in breach. */
  List<Judgement> hear(@Nullable Registered entry, List<AlarmSignal> calls, CapacityView capacity, Instant now) {
    List<Judgement> judgements = new ArrayList<>();
    for (AlarmSignal call : calls) {
      judgements.add(entry == null ? new Judgement.Held(call, Why.NOT_REGISTERED) : judged(entry, call, capacity, now));
    }
    if (entry != null && judgements.stream().anyMatch(Judgement.Out.class::isInstance)) {
      judgements.addAll(othersInBreach(entry, calls, capacity, now));
    }
    return judgements;
  }

  private Judgement judged(Registered entry, AlarmSignal call, CapacityView capacity, Instant now) {
    ScalingPolicy policy = entry.policies.get(call.policyName());
    if (policy == null) {
      return new Judgement.Held(call, Why.NO_POLICY);
    }
    Judgement judgement = judge.judge(policy, call, new Situation(
        entry.target, capacity,
        cooldowns.added(call.resource(), policy.name(), now),
        cooldowns.isScaleInBlocked(call.resource(), policy.name(), now)));
    return judgement instanceof Judgement.In in && policy instanceof TargetTrackingPolicy
        ? agreed(entry, in, capacity)
        : judgement;
  }

  /** Target tracking scales in only when every such policy that may scale in is in breach below, and asks for less. */
  private Judgement agreed(Registered entry, Judgement.In asked, CapacityView capacity) {
    Judgement.In largest = asked;
    for (TargetTrackingPolicy other : entry.shrinkingPolicies()) {
      if (other.name().equals(asked.signal().policyName())) {
        continue;
      }
      AlarmSignal low = signals.last(entry.target.resource(), other.name(), false);
      if (low == null || !low.isInAlarm()
          || !(judge.proposeNow(other, low, capacity) instanceof Proposal.To(int wanted))
          || wanted >= capacity.desired()) {
        return new Judgement.Held(asked.signal(), Why.OTHERS_DISAGREE);
      }
      if (wanted > largest.capacity()) {
        largest = new Judgement.In(low, wanted);
      }
    }
    return new Judgement.In(largest.signal(), entry.target.range().clamp(largest.capacity()));
  }

  /** What policies that did not call now, but did within the lifetime of a signal, ask for above. */
  private List<Judgement> othersInBreach(
      Registered entry, List<AlarmSignal> calls, CapacityView capacity, Instant now) {
    List<Judgement> others = new ArrayList<>();
    for (ScalingPolicy policy : entry.policies.values()) {
      AlarmSignal last = signals.last(entry.target.resource(), policy.name(), true);
      if (last != null && last.isInAlarm() && !calls.contains(last) && isFresh(last, entry, now)
          && judged(entry, last, capacity, now) instanceof Judgement.Out out) {
        others.add(out);
      }
    }
    return others;
  }

  /** Points from before the last change say nothing about the capacity after it. */
  private boolean isFresh(AlarmSignal signal, Registered entry, Instant now) {
    return Duration.between(signal.at(), now).compareTo(settings.signalLifetime()) <= 0
        && (entry.lastChange == null || signal.at().isAfter(entry.lastChange));
  }
}
