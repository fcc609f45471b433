package io.sagescale.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** Scheduled actions and their firings for people. */
public final class ScheduleRows {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

  /** One firing that is to come. */
  public record Firing(ScheduledAction action, Instant at) {}

  private ScheduleRows() {}

  public static Sheet sheet(List<ScheduledAction> actions) {
    return Sheet.titled("no scheduled actions",
        List.of("TARGET", "ACTION", "SCHEDULE", "TIMEZONE", "#MIN", "#MAX", "+@START", "+@END", "+ARN"),
        actions.stream().map(action -> new Sheet.Row(action.scheduledActionName(), List.of(
            AwsWords.target(action.resourceId()), action.scheduledActionName(), AwsWords.dash(action.schedule()),
            action.timezone() == null ? "UTC" : action.timezone(), min(action), max(action),
            AwsWords.time(action.startTime()), AwsWords.time(action.endTime()),
            AwsWords.dash(action.scheduledActionARN())))).toList());
  }

  /** Firings in the order given, each in its action's own time zone too. */
  public static Sheet firings(List<Firing> firings) {
    return Sheet.titled("nothing is scheduled", List.of("@UTC", "LOCAL", "TARGET", "ACTION", "#MIN", "#MAX"),
        firings.stream().map(firing -> new Sheet.Row(firing.action().scheduledActionName(), List.of(
            AwsWords.time(firing.at()), local(firing), AwsWords.target(firing.action().resourceId()),
            firing.action().scheduledActionName(), min(firing.action()), max(firing.action())))).toList());
  }

  /** {@code office-open at Mon 2026-01-05 07:00 Europe/Berlin: min 2, max 8}. */
  static String line(Firing firing) {
    return firing.action().scheduledActionName() + " at " + local(firing) + ": min " + min(firing.action()) + ", max "
        + max(firing.action());
  }

  private static String local(Firing firing) {
    String zone = firing.action().timezone() == null ? "UTC" : firing.action().timezone();
    return LOCAL.format(firing.at().atZone(ZoneId.of(zone))) + " " + zone;
  }

  private static String min(ScheduledAction action) {
    @Nullable ScalableTargetAction capacity = action.scalableTargetAction();
    return AwsWords.dash(capacity == null ? null : capacity.minCapacity());
  }

  private static String max(ScheduledAction action) {
    @Nullable ScalableTargetAction capacity = action.scalableTargetAction();
    return AwsWords.dash(capacity == null ? null : capacity.maxCapacity());
  }
}
