package io.sagescale.plan;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What AWS has for one target: the registered target itself, its policies with the alarms of the step policies among them, and
 * its scheduled actions; each list sorted by name.
 *
 * @param registered null when nothing is registered; alarms may be left even then
 */
public record TargetState(
    ResourceId resource, @Nullable Registered registered, List<Policy> policies, List<Alarm> alarms,
    List<Schedule> schedules) {
  public TargetState {
    policies = List.copyOf(policies);
    alarms = List.copyOf(alarms);
    schedules = List.copyOf(schedules);
  }

  /** A target of which AWS has nothing. */
  static TargetState nothing(ResourceId resource) {
    return new TargetState(resource, null, List.of(), List.of(), List.of());
  }

  /** The scalable target with the tags that it carries. */
  public record Registered(ScalableTarget target, String arn, SortedMap<String, String> tags) {
    public Registered {
      tags = sorted(tags);
    }

    /** Who cares for it; empty when it was registered by hand. */
    public Optional<Claim> claim() {
      return Claim.ofTags(tags);
    }

    /** Those of its tags that are ours. */
    SortedMap<String, String> claimTags() {
      SortedMap<String, String> ours = new TreeMap<>(tags);
      ours.keySet().removeIf(key -> !key.startsWith(Claim.PREFIX));
      return ours;
    }
  }

  /**
   * A scaling policy.
   *
   * @param policy null when it is predictive, or on a metric that we cannot read
   * @param text all of AWS's answer but ARN and times, for a policy that we cannot read
   */
  public record Policy(String name, String arn, @Nullable ScalingPolicy policy, String text) {
    Settings settings() {
      return policy == null ? Settings.unreadable(text) : Settings.of(policy);
    }
  }

  /**
   * An alarm that calls a step policy of the target, or has the name of one that would.
   *
   * @param rule null when it is of a kind that we cannot read; its actions are as AWS lists them, ARNs
   * @param unit the unit that it looks at alone, or null for any
   */
  public record Alarm(
      String name, String arn, @Nullable AlarmRule rule, @Nullable String unit, SortedMap<String, String> tags) {
    public Alarm {
      tags = sorted(tags);
    }
  }

  /**
   * A scheduled action.
   *
   * @param action null when it has a schedule, a time zone or bounds that we cannot read
   * @param text all of AWS's answer but ARN and times, for an action that we cannot read
   */
  public record Schedule(String name, @Nullable ScheduledAction action, String text) {
    Settings settings() {
      return action == null ? Settings.unreadable(text) : Settings.of(action);
    }
  }

  Optional<Policy> policy(String name) {
    return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }

  Optional<Alarm> alarm(String name) {
    return alarms.stream().filter(alarm -> alarm.name().equals(name)).findFirst();
  }

  Optional<Schedule> schedule(String name) {
    return schedules.stream().filter(schedule -> schedule.name().equals(name)).findFirst();
  }

  /** What the alarm does and when, with the target's own policies by their names. */
  Settings settings(Alarm alarm) {
    if (alarm.rule() == null) {
      return Settings.unreadable(alarm.name());
    }
    Map<String, String> policyNames = new TreeMap<>();
    policies.forEach(policy -> policyNames.put(policy.arn(), policy.name()));
    return Settings.of(alarm.rule(), alarm.unit(), policyNames);
  }

  /** All that a plan rests on, as text that is equal when the worlds are. */
  String canonical() {
    StringBuilder text = new StringBuilder(resource.text()).append('\n');
    if (registered != null) {
      text.append(registered.arn()).append(' ').append(Settings.of(registered.target())).append(' ')
          .append(registered.tags()).append('\n');
    }
    policies.forEach(policy ->
        text.append(policy.name()).append(' ').append(policy.arn()).append(' ').append(policy.settings()).append('\n'));
    alarms.forEach(alarm -> text.append(alarm.arn()).append(' ').append(settings(alarm)).append(' ')
        .append(alarm.tags()).append('\n'));
    schedules.forEach(schedule ->
        text.append(schedule.name()).append(' ').append(schedule.settings()).append('\n'));
    return text.toString();
  }

  private static SortedMap<String, String> sorted(SortedMap<String, String> tags) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }
}
