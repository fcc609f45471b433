package io.sagescale.sdk;

import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduledAction;
import io.sagescale.scaling.ScheduleExpressions;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Scheduled actions to and from the SDK's types. */
public final class Schedules {
  private Schedules() {}

  /** The action as AWS describes it, without ARN and creation time. */
  public static software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction toSdk(
      ResourceId resource, ScheduledAction action) {
    return software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction.builder()
        .scheduledActionName(action.name())
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(resource.text())
        .scalableDimension(resource.dimension().text())
        .schedule(ScheduleExpressions.text(action.schedule()))
        .timezone(timezone(action.zone()))
        .startTime(action.startTime())
        .endTime(action.endTime())
        .scalableTargetAction(bounds(action))
        .build();
  }

  /** The request that creates or overwrites the action. */
  public static PutScheduledActionRequest put(ResourceId resource, ScheduledAction action) {
    return PutScheduledActionRequest.builder()
        .scheduledActionName(action.name())
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .resourceId(resource.text())
        .scalableDimension(resource.dimension().text())
        .schedule(ScheduleExpressions.text(action.schedule()))
        .timezone(timezone(action.zone()))
        .startTime(action.startTime())
        .endTime(action.endTime())
        .scalableTargetAction(bounds(action))
        .build();
  }

  /** What AWS described; empty when it has a schedule, a time zone or bounds that we cannot read. */
  public static Optional<ScheduledAction> ofSdk(
      software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction action) {
    ScalableTargetAction bounds = action.scalableTargetAction();
    Optional<ZoneId> zone = zone(action.timezone());
    if (bounds == null || (bounds.minCapacity() == null && bounds.maxCapacity() == null) || zone.isEmpty()
        || !(ScheduleExpressions.parse(action.schedule()) instanceof ScheduleExpressions.Parsed.Valid valid)) {
      return Optional.empty();
    }
    return Optional.of(new ScheduledAction(action.scheduledActionName(), valid.expression(), zone.get(),
        action.startTime(), action.endTime(), bounds.minCapacity(), bounds.maxCapacity()));
  }

  /** The schedule as AWS writes it: {@code at(...)}, {@code rate(...)} or {@code cron(...)}. */
  public static String text(ScheduledAction action) {
    return ScheduleExpressions.text(action.schedule());
  }

  /** The zone of a canonical name, UTC when none is given, empty for another text. Offsets are no names. */
  public static Optional<ZoneId> zone(@Nullable String name) {
    if (name == null) {
      return Optional.of(ZoneOffset.UTC);
    }
    return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }

  private static @Nullable String timezone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? null : zone.getId();
  }

  private static ScalableTargetAction bounds(ScheduledAction action) {
    return ScalableTargetAction.builder().minCapacity(action.min()).maxCapacity(action.max()).build();
  }
}
