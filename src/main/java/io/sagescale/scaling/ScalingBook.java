package io.sagescale.scaling;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.DaylightRule;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Application Auto Scaling's books: what is registered, and what becomes of each call for more or less capacity.
 *
 * <p>A decision that changes capacity opens an activity that is {@code Pending}. The caller carries it out and tells
 * {@link #started}, then {@link #capacityReached}, {@link #capacityFailed} or {@link #capacityUnfulfilled}; the cooldown starts
 * when the capacity was reached. Source: AAS API and user guide.
 */
public final class ScalingBook {

  private final ScalingSettings settings;
  private final Map<ResourceId, Registered> registered = new LinkedHashMap<>();
  private final SignalBook signals = new SignalBook();
  private final CooldownBook cooldowns = new CooldownBook();
  private final Hearing hearing;
  private final ActivityLog activities = new ActivityLog();
  private final ScheduleBook schedules;

  public ScalingBook(ScalingSettings settings) {
    this(settings, DaylightRule.DEFAULT);
  }

  public ScalingBook(ScalingSettings settings, DaylightRule daylight) {
    this.settings = settings;
    this.hearing = new Hearing(settings, signals, cooldowns);
    this.schedules = new ScheduleBook(new ScheduleClock(daylight));
  }

  /** Registers or updates a target and moves its capacity into the bounds, unless the service refuses changes now. */
  public ScalingDecision register(ScalableTarget target, CapacityView capacity, Instant now) {
    Registered entry = registered.computeIfAbsent(target.resource(), key -> new Registered(target));
    entry.target = target;
    return isRefusedOutside(target.range(), capacity)
        ? new ScalingDecision.Hold(Why.NOT_SCALABLE, null)
        : moveInto(entry, capacity, now);
  }

  /** Removes the target with its policies and scheduled actions. Its activities stay. */
  public boolean deregister(ResourceId resource) {
    Registered entry = registered.remove(resource);
    if (entry == null) {
      return false;
    }
    entry.policies.keySet().forEach(policy -> signals.forget(resource, policy));
    cooldowns.forget(resource);
    schedules.forget(resource);
    return true;
  }

  /** Sets what is suspended. What the alarms still ask for is decided at their next call, a minute later at most. */
  public void suspend(ResourceId resource, Suspension suspension) {
    Registered entry = entry(resource);
    entry.target = new ScalableTarget(resource, entry.target.range(), suspension);
  }

  /** Adds or replaces a policy; a replaced one forgets what its alarms said, but not its cooldowns. */
  public void putPolicy(ResourceId resource, ScalingPolicy policy, Instant now) {
    signals.forget(resource, policy.name());
    entry(resource).policies.put(policy.name(), policy);
    if (policy instanceof TargetTrackingPolicy tracking) {
      signals.watch(resource, policy.name(), managedAlarms(resource, tracking));
    }
  }

  /** Removes a policy with its cooldowns; false when there was none. */
  public boolean deletePolicy(ResourceId resource, String policyName) {
    Registered entry = registered.get(resource);
    signals.forget(resource, policyName);
    cooldowns.forget(resource, policyName);
    return entry != null && entry.policies.remove(policyName) != null;
  }

  /** Adds or replaces a scheduled action; it fires strictly after {@code now}. */
  public void putSchedule(ResourceId resource, ScheduledAction action, Instant now) {
    entry(resource);
    schedules.put(resource, action, now);
  }

  public boolean deleteSchedule(ResourceId resource, String actionName) {
    return schedules.remove(resource, actionName);
  }

  /** The alarms that the policy owns: high, then low; the high one alone when it never scales in. */
  public List<AlarmRule> managedAlarms(ResourceId resource, TargetTrackingPolicy policy) {
    return ManagedAlarms.of(resource, policy, settings);
  }

  /** A managed alarm changed its state; needed to know whether all target tracking policies are ready to scale in. */
  public void alarmState(String alarmName, AlarmState state, List<Double> recentDatapoints, Instant at) {
    signals.turned(alarmName, state, recentDatapoints, at);
  }

  /** An alarm calls a policy, on its transition or in a later minute of the same state. */
  public ScalingDecision onAlarm(AlarmSignal signal, CapacityView capacity, Instant now) {
    return onAlarms(List.of(signal), capacity, now);
  }

  /** Alarms of one resource call policies at the same instant: one decision for all. The list is not empty. */
  public ScalingDecision onAlarms(List<AlarmSignal> calls, CapacityView capacity, Instant now) {
    Registered entry = registered.get(calls.getFirst().resource());
    if (entry != null) {
      calls.stream().filter(call -> entry.policies.containsKey(call.policyName())).forEach(signals::remember);
    }
    List<Judgement> judgements = hearing.hear(entry, calls, capacity, now);
    Optional<Judgement> winner = Arbiter.winner(judgements);
    return winner.isPresent() ? scale(winner.get(), capacity, now) : held(judgements, capacity, now);
  }

  /** The scheduled actions due at or before a moment, oldest first; each is handed out once. */
  public List<ScheduleFiring> due(Instant upTo) {
    return schedules.due(upTo);
  }

  public @Nullable Instant nextFiring() {
    return schedules.nextFiring();
  }

  /**
   * A scheduled action sets its bounds, then the capacity follows. While scheduled scaling is suspended the firing is dropped.
   * While the service refuses changes the bounds are set and the change of capacity fails. Unverified: AWS only says that the
   * activity fails then.
   */
  public ScalingDecision apply(ScheduleFiring firing, CapacityView capacity, Instant now) {
    Registered entry = registered.get(firing.resource());
    if (entry == null) {
      return new ScalingDecision.Hold(Why.NOT_REGISTERED, null);
    }
    ScheduledAction action = firing.action();
    ScalableTarget target = entry.target;
    if (target.suspension().isScheduledSuspended()) {
      return new ScalingDecision.Hold(Why.SUSPENDED, null);
    }
    int min = action.min() == null ? target.range().min() : action.min();
    int max = action.max() == null ? target.range().max() : action.max();
    if (max < min) {
      activities.boundsRefused(
          firing.resource(), action, "Maximum capacity cannot be less than minimum capacity", now);
      return new ScalingDecision.Hold(Why.BOUNDS_REFUSED, null);
    }
    entry.target = new ScalableTarget(target.resource(), CapacityRange.between(min, max), target.suspension());
    activities.bounds(firing.resource(), action, now);
    CapacityRange range = entry.target.range();
    if (isRefusedOutside(range, capacity)) {
      int desired = capacity.desired();
      activities.refused(firing.resource(), range.clamp(desired), ActivityTexts.causedByBounds(range, desired), now);
      return new ScalingDecision.Hold(Why.NOT_SCALABLE, null);
    }
    return moveInto(entry, capacity, now);
  }

  /** The service took the running change. */
  public void started(ResourceId resource, Instant now) {
    activities.started(resource);
  }

  /** The resource has this capacity in service: the change to it succeeded, its cooldown starts; another change is overridden. */
  public void capacityReached(ResourceId resource, int capacity, Instant now) {
    boolean wasRunning = activities.isRunning(resource);
    if (activities.reached(resource, capacity, now)) {
      cooldowns.completed(resource, now);
    } else if (wasRunning) {
      cooldowns.abandoned(resource);
    }
  }

  /** The service refused the running change. */
  public void capacityFailed(ResourceId resource, String reason, Instant now) {
    activities.failed(resource, reason, now);
    cooldowns.abandoned(resource);
  }

  /** The service took the running change but never fulfilled it. */
  public void capacityUnfulfilled(ResourceId resource, Instant now) {
    activities.unfulfilled(resource, now);
    cooldowns.abandoned(resource);
  }

  /** Oldest first; six weeks at most. */
  public List<ScalingActivity> activities(ResourceId resource) {
    return activities.of(resource);
  }

  /** The activities that began or changed since the last call, as they became, in order. */
  public List<ScalingActivity> takeChanges() {
    return activities.takeChanges();
  }

  public Optional<ScalableTarget> target(ResourceId resource) {
    return Optional.ofNullable(registered.get(resource)).map(entry -> entry.target);
  }

  /** In order of registration. */
  public List<ResourceId> targets() {
    return List.copyOf(registered.keySet());
  }

  /** In order of creation; empty for a resource that is not registered. */
  public List<ScalingPolicy> policies(ResourceId resource) {
    Registered entry = registered.get(resource);
    return entry == null ? List.of() : List.copyOf(entry.policies.values());
  }

  public Optional<ScalingPolicy> policy(ResourceId resource, String name) {
    return Optional.ofNullable(registered.get(resource)).map(entry -> entry.policies.get(name));
  }

  public List<ScheduledAction> schedules(ResourceId resource) {
    return schedules.of(resource);
  }

  private ScalingDecision scale(Judgement winner, CapacityView capacity, Instant now) {
    AlarmSignal signal = winner.signal();
    ResourceId resource = signal.resource();
    Registered entry = entry(resource);
    String cause = ActivityTexts.causedByAlarm(signal.alarmName(), signal.policyName());
    return switch (winner) {
      case Judgement.Out(var _, int wanted) -> {
        Duration cooldown = entry.outCooldown(signal.policyName());
        cooldowns.scaleOutStarted(resource, signal.policyName(), wanted - capacity.desired(), cooldown, now);
        begin(entry, wanted, cause, now);
        yield new ScalingDecision.ScaleOut(capacity.desired(), wanted, signal.policyName(), cause);
      }
      case Judgement.In(var _, int wanted) -> {
        for (String policy : entry.sharersOfScaleIn(signal.policyName())) {
          cooldowns.scaleInStarted(resource, policy, entry.inCooldown(policy), now);
        }
        begin(entry, wanted, cause, now);
        yield new ScalingDecision.ScaleIn(capacity.desired(), wanted, signal.policyName(), cause);
      }
      case Judgement.Held held -> throw new IllegalStateException("nothing to scale: " + held);
    };
  }

  private ScalingDecision held(List<Judgement> judgements, CapacityView capacity, Instant now) {
    ScalingDecision.@Nullable Hold first = null;
    for (Judgement judgement : judgements) {
      if (judgement instanceof Judgement.Held(AlarmSignal signal, Why why)) {
        recordNotScaled(signal, why, capacity, now);
        first = first == null ? new ScalingDecision.Hold(why, signal.policyName()) : first;
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("no call to answer");
    }
    return first;
  }

  private void recordNotScaled(AlarmSignal signal, Why why, CapacityView capacity, Instant now) {
    Registered entry = registered.get(signal.resource());
    if (entry != null) {
      NotScaledRows.reason(why, entry.target.range(), capacity.desired())
          .ifPresent(reason -> activities.notScaled(signal, reason, now));
    }
  }

  private ScalingDecision moveInto(Registered entry, CapacityView capacity, Instant now) {
    CapacityRange range = entry.target.range();
    int desired = capacity.desired();
    int wanted = range.clamp(desired);
    if (wanted == desired) {
      return new ScalingDecision.Hold(Why.WITHIN_BOUNDS, null);
    }
    String cause = ActivityTexts.causedByBounds(range, desired);
    begin(entry, wanted, cause, now);
    return wanted > desired
        ? new ScalingDecision.ScaleOut(desired, wanted, null, cause)
        : new ScalingDecision.ScaleIn(desired, wanted, null, cause);
  }

  private static boolean isRefusedOutside(CapacityRange range, CapacityView capacity) {
    return !capacity.isScalable() && range.clamp(capacity.desired()) != capacity.desired();
  }

  private void begin(Registered entry, int capacity, String cause, Instant now) {
    entry.lastChange = now;
    activities.begin(entry.target.resource(), capacity, cause, now);
  }

  private Registered entry(ResourceId resource) {
    Registered entry = registered.get(resource);
    if (entry == null) {
      throw new IllegalArgumentException("not a scalable target: " + resource.text());
    }
    return entry;
  }
}
