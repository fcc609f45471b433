package io.sagescale.model;

import java.time.Duration;
import java.time.LocalDateTime;

/** When a scheduled action fires: once, at an interval, or by calendar. Source: AAS user guide, scheduled scaling. */
public sealed interface ScheduleExpression {
  record At(LocalDateTime at) implements ScheduleExpression {}

  /** A positive number of whole minutes, hours or days. */
  record Rate(Duration every) implements ScheduleExpression {
    public Rate {
      Check.that(every.toSeconds() >= 60, "rate of %s is under a minute", every);
    }
  }

  /** Six fields: minutes, hours, day of month, month, day of week, year; kept as written, refused as {@link CronProblem}. */
  record Cron(String fields) implements ScheduleExpression {
    public Cron {
      CronSchedule.parse(fields);
    }
  }
}
