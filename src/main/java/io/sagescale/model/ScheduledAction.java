package io.sagescale.model;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A change of a target's bounds at set times.
 *
 * @param zone where the schedule's wall clock hangs; UTC when none was given
 * @param min new minimum, or null to leave it; one of min and max is not null
 */
public record ScheduledAction(
    String name,
    ScheduleExpression schedule,
    ZoneId zone,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable Integer min,
    @Nullable Integer max) {
  public ScheduledAction {
    Check.named("scheduled action name", name);
    Check.that(min != null || max != null, "At least one of minimum capacity and maximum capacity should be provided");
  }
}
