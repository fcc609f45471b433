package io.sagescale.plan;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How one target comes to be what its document says. What is new is claimed before it is made, and what goes is claimed until it
 * is gone, so that a run which ends anywhere can be taken up by the next.
 */
final class Arrangement {
  private final EndpointScaling document;
  private final TargetState state;
  private final Ownership ownership;
  private final ResourceId resource;
  private final @Nullable Claim claim;
  private final List<ScalingPolicy> policies;
  private final List<AlarmRule> alarms;

  Arrangement(EndpointScaling document, TargetState state, Ownership ownership) {
    this.document = document;
    this.state = state;
    this.ownership = ownership;
    this.resource = document.target().resource();
    this.claim = Planner.claim(state).orElse(null);
    this.policies = document.policies().stream().map(EndpointScaling.PolicySpec::policy).toList();
    this.alarms = document.policies().stream().map(EndpointScaling.PolicySpec::alarm).filter(Objects::nonNull).toList();
  }

  Plan.Part part() {
    List<String> obstacles = ownership.isAdopting() ? List.of() : obstacles();
    List<Change> changes = obstacles.isEmpty() ? changes() : List.of();
    return new Plan.Part(state, document, changes, obstacles, notes());
  }

  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (state.registered() != null && claim == null) {
      return List.of("the target is registered, and no file cares for it");
    }
    if (claim != null && !claim.owner().equals(ownership.owner())) {
      return List.of("files of owner '" + claim.owner() + "' care for the target");
    }
    inTheWay("policy", policies, ScalingPolicy::name, name -> state.policy(name).isPresent() && !isOurPolicy(name), obstacles);
    inTheWay("schedule", document.schedules(), ScheduledAction::name,
        name -> state.schedule(name).isPresent() && !isOurSchedule(name), obstacles);
    inTheWay("alarm", alarms, AlarmRule::name,
        name -> state.alarm(name).filter(alarm -> !isOurs(alarm)).isPresent(), obstacles);
    return obstacles;
  }

  private static <T> void inTheWay(
      String kind, List<T> things, Function<T, String> name, Predicate<String> isInTheWay, List<String> obstacles) {
    things.stream().map(name).filter(isInTheWay)
        .forEach(each -> obstacles.add(kind + " " + each + " is there, and not from files"));
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Claim wanted = Claim.of(ownership.owner(), document.name(), document.target().range(), policies, document.schedules());
    Claim meanwhile = wanted.with(
        leaving().stream().map(TargetState.Policy::name).toList(),
        leavingSchedules().stream().map(TargetState.Schedule::name).toList());
    target(wanted, changes);
    if (state.registered() != null && !meanwhile.tags().equals(state.registered().claimTags())) {
      changes.add(new Change.ClaimTarget(
          resource, state.registered().arn(), state.registered().claimTags(), meanwhile.tags()));
    }
    List<TargetState.Policy> first = leavingFirst();
    first.forEach(policy -> changes.add(delete(policy)));
    policies.forEach(policy -> put(policy, changes));
    document.policies().forEach(spec -> putAlarm(spec, changes));
    document.schedules().forEach(action -> put(action, changes));
    leavingAlarms().forEach(alarm ->
        changes.add(new Change.DeleteAlarm(resource, alarm.name(), new Edit(state.settings(alarm), null))));
    leaving().stream().filter(policy -> !first.contains(policy)).forEach(policy -> changes.add(delete(policy)));
    leavingSchedules().forEach(schedule ->
        changes.add(new Change.DeleteSchedule(resource, schedule.name(), new Edit(schedule.settings(), null))));
    if (state.registered() != null && !meanwhile.equals(wanted)) {
      changes.add(new Change.ClaimTarget(resource, state.registered().arn(), meanwhile.tags(), wanted.tags()));
    }
    return changes;
  }

  private void target(Claim wanted, List<Change> changes) {
    if (state.registered() == null) {
      changes.add(new Change.RegisterTarget(
          document.target(), wanted, new Edit(null, Settings.of(document.target()))));
      return;
    }
    CapacityRange range = isScheduled() ? state.registered().target().range() : document.target().range();
    ScalableTarget target = new ScalableTarget(resource, range, document.target().suspension());
    Edit edit = new Edit(Settings.of(state.registered().target()), Settings.of(target));
    if (!edit.differences().isEmpty()) {
      changes.add(new Change.RegisterTarget(target, wanted, edit));
    }
  }

  /** True when the bounds are not those of the document, and scheduled actions of the document explain why. */
  private boolean isScheduled() {
    if (state.registered() == null || claim == null || !claim.range().equals(document.target().range())) {
      return false;
    }
    CapacityRange is = state.registered().target().range();
    CapacityRange said = document.target().range();
    return !is.equals(said)
        && (is.min() == said.min() || document.schedules().stream().anyMatch(action -> isEqual(action.min(), is.min())))
        && (is.max() == said.max() || document.schedules().stream().anyMatch(action -> isEqual(action.max(), is.max())));
  }

  private static boolean isEqual(@Nullable Integer scheduled, int bound) {
    return scheduled != null && scheduled == bound;
  }

  private void put(ScalingPolicy policy, List<Change> changes) {
    @Nullable Settings before = state.policy(policy.name()).map(TargetState.Policy::settings).orElse(null);
    Edit edit = new Edit(before, Settings.of(policy));
    if (!edit.differences().isEmpty()) {
      changes.add(new Change.PutPolicy(resource, policy, edit));
    }
  }

  private void putAlarm(EndpointScaling.PolicySpec spec, List<Change> changes) {
    AlarmRule rule = spec.alarm();
    if (rule == null) {
      return;
    }
    TargetState.@Nullable Policy policy = state.policy(spec.policy().name())
        .filter(found -> !leavingFirst().contains(found)).orElse(null);
    TargetState.@Nullable Alarm alarm = state.alarm(rule.name()).orElse(null);
    Edit edit = new Edit(alarm == null ? null : state.settings(alarm), Settings.of(rule, null, Map.of()));
    if (policy == null || alarm == null || !isOurs(alarm) || !edit.differences().isEmpty()) {
      changes.add(new Change.PutStepAlarm(resource, spec.policy().name(), policy == null ? null : policy.arn(), rule,
          ownership.owner(), alarm == null || isOurs(alarm) ? null : alarm.arn(), edit));
    }
  }

  private void put(ScheduledAction action, List<Change> changes) {
    @Nullable Settings before = state.schedule(action.name()).map(TargetState.Schedule::settings).orElse(null);
    Edit edit = new Edit(before, Settings.of(action));
    if (!edit.differences().isEmpty()) {
      changes.add(new Change.PutSchedule(resource, action, edit));
    }
  }

  /** Our policies that the document no longer has. */
  private List<TargetState.Policy> leaving() {
    return state.policies().stream()
        .filter(policy -> isOurPolicy(policy.name()) && policies.stream().noneMatch(kept -> kept.name().equals(policy.name())))
        .toList();
  }

  /**
   * Policies that AWS must lose before it takes those of the document: of two that track one metric it allows one, and a policy
   * does not change its type.
   *
   * <p>Source: AAS, the refusal of a second target tracking policy on a metric. Unverified: that a type cannot change.
   */
  private List<TargetState.Policy> leavingFirst() {
    List<TargetState.Policy> leaving = leaving();
    return state.policies().stream()
        .filter(old -> leaving.contains(old) ? isMetricWanted(old)
            : policies.stream().anyMatch(kept -> kept.name().equals(old.name())
                && (isOfOtherType(old.settings(), Settings.of(kept))
                    || (!isOnOneMetric(old.settings(), Settings.of(kept)) && isMetricWanted(old)))))
        .toList();
  }

  /** True when another policy of the document tracks what this one tracks now. */
  private boolean isMetricWanted(TargetState.Policy old) {
    return policies.stream()
        .anyMatch(kept -> !kept.name().equals(old.name()) && isOnOneMetric(old.settings(), Settings.of(kept)));
  }

  private static boolean isOnOneMetric(Settings one, Settings other) {
    String metric = one.values().get("metric");
    return metric != null && metric.equals(other.values().get("metric"));
  }

  private static boolean isOfOtherType(Settings one, Settings other) {
    String type = one.values().get("type");
    return type != null && !type.equals(other.values().get("type"));
  }

  private List<TargetState.Schedule> leavingSchedules() {
    return state.schedules().stream()
        .filter(schedule -> isOurSchedule(schedule.name())
            && document.schedules().stream().noneMatch(kept -> kept.name().equals(schedule.name())))
        .toList();
  }

  private List<TargetState.Alarm> leavingAlarms() {
    return state.alarms().stream()
        .filter(alarm -> isOurs(alarm) && alarms.stream().noneMatch(kept -> kept.name().equals(alarm.name()))).toList();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isScheduled() && state.registered() != null) {
      CapacityRange range = state.registered().target().range();
      notes.add("the capacity is " + range.min() + " to " + range.max() + " at the moment, by a schedule");
    }
    state.policies().stream().map(TargetState.Policy::name)
        .filter(name -> !isOurPolicy(name) && policies.stream().noneMatch(policy -> policy.name().equals(name)))
        .forEach(name -> notes.add("policy " + name + " is not from files, and stays"));
    state.schedules().stream().map(TargetState.Schedule::name)
        .filter(name -> !isOurSchedule(name) && document.schedules().stream().noneMatch(action -> action.name().equals(name)))
        .forEach(name -> notes.add("schedule " + name + " is not from files, and stays"));
    state.alarms().stream()
        .filter(alarm -> !isOurs(alarm) && alarms.stream().noneMatch(kept -> kept.name().equals(alarm.name())))
        .forEach(alarm -> notes.add("alarm " + alarm.name() + " is not from files, and stays"));
    return notes;
  }

  private boolean isOurPolicy(String name) {
    return claim != null && claim.hasPolicy(name);
  }

  private boolean isOurSchedule(String name) {
    return claim != null && claim.hasSchedule(name);
  }

  private boolean isOurs(TargetState.Alarm alarm) {
    return AlarmTags.isOf(alarm, ownership.owner(), resource);
  }

  private Change delete(TargetState.Policy policy) {
    return new Change.DeletePolicy(resource, policy.name(), new Edit(policy.settings(), null));
  }
}
