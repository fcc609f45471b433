package io.sagescale.report;

import io.sagescale.report.ScheduleRows.Firing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * All that a person at night wants to know of one target, on a page.
 *
 * @param running null when it could not be read
 * @param activities newest first
 * @param next null when nothing is scheduled
 * @param unread what could not be read, with the reason
 * @param now what "for" and "ago" count back from
 */
public record TargetPage(
    ScalableTarget target,
    @Nullable Running running,
    List<ScalingPolicy> policies,
    List<MetricAlarm> alarms,
    List<ScalingActivity> activities,
    @Nullable Firing next,
    List<String> unread,
    Instant now) {

  /**
   * What runs, as SageMaker tells it.
   *
   * @param status of the endpoint or the component
   */
  public record Running(@Nullable Integer current, @Nullable Integer desired, String status) {}

  public TargetPage {
    policies = List.copyOf(policies);
    alarms = List.copyOf(alarms);
    activities = List.copyOf(activities);
    unread = List.copyOf(unread);
  }

  public Card card() {
    AlarmNames names = AlarmNames.of(alarms);
    String suspended = AwsWords.suspended(target.suspendedState());
    return new Card()
        .with("Target", AwsWords.target(target.resourceId()))
        .withStates("Capacity", List.of(capacity()))
        .with("Limits", target.minCapacity() + " to " + AwsWords.capacity(target.resourceId(), target.maxCapacity()))
        .with("Suspended", suspended.isEmpty() ? "nothing" : suspended)
        .with("Policies", policies.isEmpty() ? List.of("none")
            : policies.stream().map(policy -> policy.policyName() + ": " + PolicyRows.rule(policy)).toList())
        .withStates("Alarms", alarms.isEmpty() ? List.of("none")
            : alarms.stream().map(alarm -> AlarmRows.line(alarm, names, now)).toList())
        .withStates("Activities", activities.isEmpty() ? List.of("none")
            : activities.stream().map(activity -> AwsWords.ago(activity.startTime(), now) + " ago: " + ActivityRows.story(activity)).toList())
        .with("Next", next == null ? "nothing is scheduled" : ScheduleRows.line(next))
        .with("Registered", AwsWords.time(target.creationTime()))
        .with("ARN", target.scalableTargetARN())
        .with("Not read", unread);
  }

  private String capacity() {
    if (running == null) {
      return "not read";
    }
    if (running.current() == null) {
      return running.status();
    }
    int current = running.current();
    @Nullable Integer desired = running.desired();
    String edge = current == target.maxCapacity() ? ", the maximum" : current == target.minCapacity() ? ", the minimum" : "";
    return AwsWords.capacity(target.resourceId(), current) + edge
        + (desired == null || desired == current ? "" : ", " + desired + " wanted") + "; " + running.status();
  }
}
