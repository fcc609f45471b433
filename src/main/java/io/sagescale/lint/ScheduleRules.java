package io.sagescale.lint;

import io.sagescale.model.CronSchedule;
import io.sagescale.model.DaylightRule;
import io.sagescale.model.DaylightRule.Gap;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.scaling.ScheduleClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on scheduled actions. */
final class ScheduleRules {
  private static final ScheduleClock CLOCK = new ScheduleClock(DaylightRule.DEFAULT);

  /** Changes of a zone's clock that are looked at: two years of them. Source: our choice, as far ahead as files live. */
  private static final int CLOCK_CHANGES = 4;

  private static final DaylightRule SKIPPED = new DaylightRule(Gap.SKIP, DaylightRule.Overlap.FIRST);
  private static final DaylightRule SHIFTED = new DaylightRule(Gap.SHIFT_LATER, DaylightRule.Overlap.FIRST);

  private ScheduleRules() {}

  static void check(Examination e) {
    List<ScheduledAction> actions = e.scaling().schedules();
    List<Optional<Instant>> next = actions.stream().map(action -> CLOCK.next(action, e.now())).toList();
    for (int i = 0; i < actions.size(); i++) {
      ScheduledAction action = actions.get(i);
      LocalDateTime skipped = skipped(action, e.now());
      if (skipped != null) {
        e.add(Rule.SCHEDULE_IN_GAP, Place.schedule(action.name()).key("at"),
            "there is no " + skipped.toLocalTime() + " on " + skipped.toLocalDate() + " in " + action.zone()
                + ", where clocks go forward",
            "Write a time outside that hour, or a timezone without daylight saving");
      } else if (next.get(i).isEmpty()) {
        e.add(Rule.SCHEDULE_NEVER, Place.schedule(action.name()).key("at"), "this schedule never fires again: " + why(action),
            "Remove it, or write a time to come");
      }
      bounds(e, action);
      for (int j = 0; j < i; j++) {
        if (next.get(i).isPresent() && next.get(i).equals(next.get(j)) && isAnchored(action) && isAnchored(actions.get(j))
            && differ(action, actions.get(j))) {
          e.add(Rule.SAME_MOMENT, Place.schedule(action.name()).key("at"),
              "schedule " + actions.get(j).name() + " fires at the same moment, " + next.get(i).get()
                  + ", with another bound",
              "Put some minutes between them");
        }
      }
    }
  }

  private static String why(ScheduledAction action) {
    return action.endTime() != null ? "its end comes first" : switch (action.schedule()) {
      case ScheduleExpression.At _ -> "its time is past";
      case ScheduleExpression.Cron _, ScheduleExpression.Rate _ -> "there is no such day from now on";
    };
  }

  /** An interval without a start begins when the action is created. */
  private static boolean isAnchored(ScheduledAction action) {
    return action.startTime() != null || !(action.schedule() instanceof ScheduleExpression.Rate);
  }

  private static boolean differ(ScheduledAction one, ScheduledAction other) {
    return isOther(one.min(), other.min()) || isOther(one.max(), other.max());
  }

  private static boolean isOther(@Nullable Integer one, @Nullable Integer other) {
    return one != null && other != null && !one.equals(other);
  }

  /** A wall-clock time of the schedule that its zone skips and that is not made up for, or null. */
  private static @Nullable LocalDateTime skipped(ScheduledAction action, Instant now) {
    return switch (action.schedule()) {
      case ScheduleExpression.At(LocalDateTime at) -> action.zone().getRules().getValidOffsets(at).isEmpty() ? at : null;
      case ScheduleExpression.Cron(String fields) -> skipped(CronSchedule.parse(fields), action, now);
      case ScheduleExpression.Rate _ -> null;
    };
  }

  private static @Nullable LocalDateTime skipped(CronSchedule cron, ScheduledAction action, Instant now) {
    ZoneId zone = action.zone();
    ZoneOffsetTransition change = zone.getRules().nextTransition(now);
    for (int i = 0; i < CLOCK_CHANGES && change != null; i++) {
      if (change.isGap() && isWithin(action, change.getInstant())) {
        List<Instant> shifted = firings(cron, zone, SHIFTED, change);
        shifted.removeAll(firings(cron, zone, SKIPPED, change));
        if (!shifted.isEmpty()) {
          return LocalDateTime.ofInstant(shifted.getFirst(), change.getOffsetBefore());
        }
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return null;
  }

  private static boolean isWithin(ScheduledAction action, Instant instant) {
    return (action.startTime() == null || !instant.isBefore(action.startTime()))
        && (action.endTime() == null || !instant.isAfter(action.endTime()));
  }

  /** In as long after the change as the clock is put forward. */
  private static List<Instant> firings(CronSchedule cron, ZoneId zone, DaylightRule rule, ZoneOffsetTransition change) {
    List<Instant> firings = new ArrayList<>();
    Instant end = change.getInstant().plus(change.getDuration());
    Optional<Instant> next = cron.next(change.getInstant().minusSeconds(1), zone, rule);
    while (next.isPresent() && next.get().isBefore(end)) {
      firings.add(next.get());
      next = cron.next(next.get(), zone, rule);
    }
    return firings;
  }

  private static void bounds(Examination e, ScheduledAction action) {
    Integer min = action.min();
    Integer max = action.max();
    Place capacity = Place.schedule(action.name()).key("capacity");
    int leastMin = given(e, ScheduledAction::min, e.scaling().target().range().min()).min(Integer::compare).orElseThrow();
    int mostMax = given(e, ScheduledAction::max, e.scaling().target().range().max()).max(Integer::compare).orElseThrow();
    if (min == null && max != null && max < leastMin) {
      e.add(Rule.BOUNDS_CROSS, capacity.key("max"), "max becomes " + max + " while min is " + leastMin,
          "Set min in this schedule too");
    }
    if (max == null && min != null && min > mostMax) {
      e.add(Rule.BOUNDS_CROSS, capacity.key("min"), "min becomes " + min + " while max is " + mostMax,
          "Set max in this schedule too");
    }
  }

  /** The values that a bound can have when a schedule fires. */
  private static Stream<Integer> given(Examination e, Function<ScheduledAction, @Nullable Integer> bound, int ofTarget) {
    return Stream.concat(Stream.of(ofTarget), e.scaling().schedules().stream().map(bound)
        .mapMulti((value, out) -> {
          if (value != null) {
            out.accept(value);
          }
        }));
  }
}
