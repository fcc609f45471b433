package io.sagescale.report;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.NotScaledReason;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;

/** Scaling activities for people: what was done, why, and why not. */
public final class ActivityRows {
  private static final Pattern BY_ALARM = Pattern.compile("monitor alarm (.+) in state (\\S+) triggered policy (.+)");
  private static final Pattern BY_BOUND = Pattern.compile("(minimum|maximum) capacity was set to (\\d+)");
  private static final Pattern BY_SCHEDULE = Pattern.compile("scheduled action name (.+) was triggered");
  private static final Pattern CAPACITY = Pattern.compile("Setting desired (instance|copy) count to (\\d+)\\.?");
  private static final Pattern REASON = Pattern.compile(".*?Reason: (.*?)(?: \\(Service: .*)?");

  private ActivityRows() {}

  /** Activities in the order given; where all are of one target, it is left out of the plain table. */
  public static Sheet sheet(List<ScalingActivity> activities) {
    boolean isOneTarget = activities.stream().map(ScalingActivity::resourceId).distinct().count() == 1;
    return Sheet.titled("no scaling activities",
        List.of("@TIME", isOneTarget ? "+TARGET" : "TARGET", "STATUS", "~WHAT", "~WHY", "#TOOK", "+ID"),
        activities.stream().map(activity -> new Sheet.Row(AwsWords.dash(activity.activityId()), List.of(
            AwsWords.time(activity.startTime()), AwsWords.target(activity.resourceId()), status(activity),
            what(activity), why(activity), took(activity), AwsWords.dash(activity.activityId())))).toList());
  }

  /** One activity on one line, as it is told of while watching. */
  public static String line(ScalingActivity activity, Look look) {
    return look.paintStates(ProblemReport.line(AwsWords.time(activity.startTime()) + "  "
        + AwsWords.target(activity.resourceId()) + "  " + story(activity))) + "\n";
  }

  /** {@code to 4 instances: policy concurrency, as its metric was over the target; Successful after 3 min}. */
  static String story(ScalingActivity activity) {
    String took = took(activity);
    return what(activity) + " (" + why(activity) + "), " + status(activity) + (took.equals("-") ? "" : " after " + took);
  }

  private static String status(ScalingActivity activity) {
    return activity.notScaledReasons().isEmpty() ? AwsWords.dash(activity.statusCodeAsString()) : "not scaled";
  }

  /** {@code to 4 instances}, or why it was not scaled, or what went wrong. */
  static String what(ScalingActivity activity) {
    if (!activity.notScaledReasons().isEmpty()) {
      return String.join(", ", activity.notScaledReasons().stream().map(ActivityRows::reason).toList());
    }
    String description = AwsWords.dash(activity.description());
    Matcher capacity = CAPACITY.matcher(description);
    String what = capacity.matches() && capacity.group(2).length() < 10
        ? "to " + AwsWords.capacity(activity.resourceId(), Integer.parseInt(capacity.group(2)))
        : description;
    Matcher failure = REASON.matcher(AwsWords.dash(activity.statusMessage()));
    return failure.matches() ? what + ": " + failure.group(1) : what;
  }

  /** Source: AAS user guide, the codes of reasons for not scaling. A code that is new stands for itself. */
  static String reason(NotScaledReason reason) {
    return switch (AwsWords.dash(reason.code())) {
      case "AutoScalingAnticipatedFlapping" -> "held back: it would have to scale the other way at once";
      case "TargetServicePutResourceAsUnscalable" -> "held back: SageMaker cannot scale it now";
      case "AlreadyAtMaxCapacity" -> "wanted more, but is at the maximum" + of(reason.maxCapacity());
      case "AlreadyAtMinCapacity" -> "wanted less, but is at the minimum" + of(reason.minCapacity());
      case "AlreadyAtDesiredCapacity" -> "has what it needs" + (reason.currentCapacity() == null ? "" : ", " + reason.currentCapacity());
      default -> AwsWords.dash(reason.code());
    };
  }

  private static String of(@Nullable Integer capacity) {
    return capacity == null ? "" : " of " + capacity;
  }

  static String why(ScalingActivity activity) {
    String cause = AwsWords.dash(activity.cause());
    Matcher alarm = BY_ALARM.matcher(cause);
    if (alarm.matches()) {
      return byAlarm(alarm.group(1), alarm.group(2), alarm.group(3));
    }
    Matcher bound = BY_BOUND.matcher(cause);
    if (bound.matches()) {
      return "the " + bound.group(1) + " became " + bound.group(2);
    }
    Matcher schedule = BY_SCHEDULE.matcher(cause);
    return schedule.matches() ? "scheduled action " + schedule.group(1) : cause;
  }

  /** Target tracking's own alarms are told by what they watch for, and a step policy's by its name unless that is the policy's. */
  private static String byAlarm(String alarm, String state, String policy) {
    if (state.equals("ALARM") && AlarmNames.isHigh(alarm)) {
      return "policy " + policy + ": metric over target";
    }
    if (state.equals("ALARM") && AlarmNames.isLow(alarm)) {
      return "policy " + policy + ": metric under target";
    }
    boolean isOwn = alarm.startsWith("StepScaling-") && alarm.endsWith("-" + policy);
    return "policy " + policy + ": " + (isOwn ? "its alarm" : "alarm " + alarm) + " in " + state;
  }

  private static String took(ScalingActivity activity) {
    return activity.startTime() == null || activity.endTime() == null
        ? "-" : Words.duration(Duration.between(activity.startTime(), activity.endTime()));
  }
}
