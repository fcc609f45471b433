package io.sagescale.scaling;

import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import io.sagescale.scaling.ScalingSettings.CapacityBase;

/**
 * The order in which one call of an alarm is checked: breach, bounds below, same capacity, scalable, suspended, cooldown, bounds.
 *
 * <p>Source of the order: another emulator's comparison with AWS, except that a resource at its minimum answers
 * {@code AlreadyAtMinCapacity} before anything else is asked about scale-in. Source: our choice, because that is the reason a
 * person can act upon.
 */
final class PolicyJudge {

  private final ScalingSettings settings;

  PolicyJudge(ScalingSettings settings) {
    this.settings = settings;
  }

  Judgement judge(ScalingPolicy policy, AlarmSignal signal, Situation situation) {
    if (!signal.isInAlarm()) {
      return new Judgement.Held(signal, Why.NOT_BREACHING);
    }
    int desired = situation.capacity().desired();
    return switch (proposeNow(policy, signal, situation.capacity())) {
      case Proposal.None(Why why) when why == Why.ANTICIPATED_FLAPPING -> held(signal, flapping(situation));
      case Proposal.None(Why why) -> held(signal, why);
      case Proposal.To(int wanted) when wanted > desired -> out(policy, signal, situation);
      case Proposal.To(int wanted) when wanted < desired && mayShrink(policy, signal) -> in(signal, situation, wanted);
      case Proposal.To _ -> held(signal, Why.AT_DESIRED);
    };
  }

  /** What a policy asks for from the present capacity, bounds aside. */
  Proposal proposeNow(ScalingPolicy policy, AlarmSignal signal, CapacityView capacity) {
    return propose(policy, signal, base(capacity, 0));
  }

  private Proposal propose(ScalingPolicy policy, AlarmSignal signal, int capacity) {
    return switch (policy) {
      case TargetTrackingPolicy tracking -> TargetTracking.propose(tracking, signal, capacity, settings);
      case StepScalingPolicy step -> StepScaling.propose(step, signal, capacity);
    };
  }

  private Judgement out(ScalingPolicy policy, AlarmSignal signal, Situation situation) {
    if (!situation.capacity().isScalable()) {
      return held(signal, Why.NOT_SCALABLE);
    }
    if (situation.target().suspension().isScaleOutSuspended()) {
      return held(signal, Why.SUSPENDED);
    }
    int desired = situation.capacity().desired();
    if (!(propose(policy, signal, base(situation.capacity(), situation.addedUnits())) instanceof Proposal.To(int wanted))
        || wanted <= desired) {
      return held(signal, Why.IN_COOLDOWN);
    }
    int capacity = situation.target().range().clamp(wanted);
    return capacity > desired ? new Judgement.Out(signal, capacity) : held(signal, Why.AT_MAX);
  }

  private static Judgement in(AlarmSignal signal, Situation situation, int wanted) {
    int desired = situation.capacity().desired();
    if (desired <= situation.target().range().min()) {
      return held(signal, Why.AT_MIN);
    }
    if (!situation.capacity().isScalable()) {
      return held(signal, Why.NOT_SCALABLE);
    }
    if (situation.target().suspension().isScaleInSuspended()) {
      return held(signal, Why.SUSPENDED);
    }
    if (situation.isScaleInCooling()) {
      return held(signal, Why.IN_COOLDOWN);
    }
    return new Judgement.In(signal, situation.target().range().clamp(wanted));
  }

  /** A target tracking policy shrinks by its low alarm alone, also when fewer units run than were asked for. */
  private static boolean mayShrink(ScalingPolicy policy, AlarmSignal signal) {
    return policy instanceof StepScalingPolicy || !signal.isAbove();
  }

  private static Why flapping(Situation situation) {
    if (situation.capacity().desired() <= situation.target().range().min()) {
      return Why.AT_MIN;
    }
    return situation.target().suspension().isScaleInSuspended() ? Why.SUSPENDED : Why.ANTICIPATED_FLAPPING;
  }

  /** The capacity a formula counts from. */
  private int base(CapacityView capacity, int addedUnits) {
    int desired = Math.max(0, capacity.desired() - addedUnits);
    return settings.capacityBase() == CapacityBase.DESIRED ? desired : Math.min(desired, capacity.running());
  }

  private static Judgement held(AlarmSignal signal, Why why) {
    return new Judgement.Held(signal, why);
  }
}
