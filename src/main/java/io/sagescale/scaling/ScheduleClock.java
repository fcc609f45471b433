package io.sagescale.scaling;

import io.sagescale.model.CronSchedule;
import io.sagescale.model.DaylightRule;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When scheduled actions fire: once, at an interval, or by calendar in the action's zone.
 *
 * <p>An action with a start fires at its start and then by its expression; after its end it never fires. Source: AAS user
 * guide, scheduled scaling. An interval without a start counts from the moment asked about, so its anchor is the creation of
 * the action. Source: our choice, because AWS names no anchor.
 */
public final class ScheduleClock {

  /** No schedule is followed past this moment. */
  static final Instant HORIZON = Instant.parse("2200-01-01T00:00:00Z");

  private final DaylightRule daylight;

  public ScheduleClock(DaylightRule daylight) {
    this.daylight = daylight;
  }

  /** The first firing strictly after {@code after}; empty when there is none. */
  public Optional<Instant> next(ScheduledAction action, Instant after) {
    Instant start = action.startTime();
    Optional<Instant> next = switch (action.schedule()) {
      case ScheduleExpression.At(var at) ->
          daylight.instants(at, action.zone(), false).stream().filter(instant -> instant.isAfter(after)).findFirst();
      case ScheduleExpression.Rate(Duration every) when start == null -> Optional.of(after.plus(every));
      case ScheduleExpression.Rate(Duration every) -> start.isAfter(after)
          ? Optional.of(start)
          : Optional.of(start.plus(every.multipliedBy(Duration.between(start, after).dividedBy(every) + 1)));
      case ScheduleExpression.Cron _ when start != null && start.isAfter(after) -> Optional.of(start);
      case ScheduleExpression.Cron(String fields) ->
          CronSchedule.parse(fields).next(after, action.zone(), daylight);
    };
    return next.filter(instant -> instant.isBefore(HORIZON) && isWithin(action, instant));
  }

  private static boolean isWithin(ScheduledAction action, Instant instant) {
    return (action.startTime() == null || !instant.isBefore(action.startTime()))
        && (action.endTime() == null || !instant.isAfter(action.endTime()));
  }
}
