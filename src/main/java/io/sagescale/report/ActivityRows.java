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

  /** Activities in the order given. */
  public static Sheet sheet(List<ScalingActivity> activities) {
    return Sheet.titled("no scaling activities",
        List.of("TIME", "TARGET", "STATUS", "WHAT", "WHY", "#TOOK", "+ID"),
        activities.stream().map(activity -> new Sheet.Row(AwsWords.dash(activity.activityId()), List.of(
            AwsWords.time(activity.startTime()), AwsWords.target(activity.resourceId()),
            activity.notScaledReasons().isEmpty() ? AwsWords.dash(activity.statusCodeAsString()) : "not scaled",
            what(activity), why(activity), took(activity), AwsWords.dash(activity.activityId())))).toList());
  }

  /** One activity on one line, as it is told of while watching. */
  public static String line(ScalingActivity activity, Look look) {
    String status = activity.notScaledReasons().isEmpty() ? AwsWords.dash(activity.statusCodeAsString()) : "not scaled";
    return ProblemReport.line(AwsWords.time(activity.startTime()) + "  " + AwsWords.target(activity.resourceId()) + "  ")
        + look.paint("Failed".equals(status) ? Look.Ink.BAD : Look.Ink.GOOD, status)
        + ProblemReport.line("  " + what(activity) + " (" + why(activity) + ")") + "\n";
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
      case "AutoScalingAnticipatedFlapping" -> "it would have scaled back at once";
      case "TargetServicePutResourceAsUnscalable" -> "SageMaker cannot scale it now";
      case "AlreadyAtMaxCapacity" -> "already at the maximum" + of(reason.maxCapacity());
      case "AlreadyAtMinCapacity" -> "already at the minimum" + of(reason.minCapacity());
      case "AlreadyAtDesiredCapacity" -> "already at the wanted capacity" + of(reason.currentCapacity());
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
      String name = AwsWords.alarm(alarm.group(1)).replaceFirst(" of " + Pattern.quote(AwsWords.target(activity.resourceId())) + "$", "");
      return "policy " + alarm.group(3) + ", as " + name + " is in " + alarm.group(2);
    }
    Matcher bound = BY_BOUND.matcher(cause);
    if (bound.matches()) {
      return "the " + bound.group(1) + " became " + bound.group(2);
    }
    Matcher schedule = BY_SCHEDULE.matcher(cause);
    return schedule.matches() ? "scheduled action " + schedule.group(1) : cause;
  }

  private static String took(ScalingActivity activity) {
    return activity.startTime() == null || activity.endTime() == null
        ? "-" : Words.duration(Duration.between(activity.startTime(), activity.endTime()));
  }
}
