package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does the same has equal settings, and what does not has others; one row, one pair. */
class SettingsTest {
  private record Pair(String why, Settings one, Settings other) {
    @Override
    public String toString() {
      return why;
    }
  }

  static List<Pair> equal() {
    return List.of(
        new Pair("AWS's default cooldown is 300 s", tracking(null, 5), tracking(300, 5)),
        new Pair("also of a step policy", step(null, false), step(300, false)),
        new Pair("intervals have an order of their own", step(60, false), step(60, true)),
        new Pair("N of N is what N alone means", alarm(null, true, "policy"), alarm(3, true, "policy")),
        new Pair("UTC has several names", schedule(ZoneOffset.UTC, "2026-01-05T05:00:00Z"),
            schedule(ZoneId.of("Etc/UTC"), "2026-01-05T05:00:00Z")),
        new Pair("AWS keeps whole seconds", schedule(ZoneOffset.UTC, "2026-01-05T05:00:00Z"),
            schedule(ZoneOffset.UTC, "2026-01-05T05:00:00.250Z")));
  }

  static List<Pair> different() {
    return List.of(
        new Pair("another target", tracking(60, 5), tracking(60, 5.5)),
        new Pair("another cooldown", tracking(60, 5), tracking(61, 5)),
        new Pair("2 of 3", alarm(2, true, "policy"), alarm(3, true, "policy")),
        new Pair("actions switched off", alarm(3, false, "policy"), alarm(3, true, "policy")),
        new Pair("an alarm that calls something else", alarm(3, true, "arn:topic"), alarm(3, true, "policy")),
        new Pair("the same hour elsewhere", schedule(ZoneOffset.UTC, "2026-01-05T05:00:00Z"),
            schedule(ZoneId.of("Europe/Berlin"), "2026-01-05T05:00:00Z")),
        new Pair("what cannot be read", tracking(60, 5), Settings.unreadable("x")));
  }

  private static Settings tracking(@Nullable Integer cooldown, double target) {
    return Settings.of(new TargetTrackingPolicy("p",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), target, seconds(cooldown), null, false));
  }

  private static Settings step(@Nullable Integer cooldown, boolean isReversed) {
    List<StepAdjustment> steps = List.of(new StepAdjustment(0.0, 10.0, 1), new StepAdjustment(10.0, null, 2));
    return Settings.of(new StepScalingPolicy("p", AdjustmentType.CHANGE_IN_CAPACITY, isReversed ? steps.reversed() : steps,
        seconds(cooldown), StepScalingPolicy.Aggregation.AVERAGE, null));
  }

  private static Settings alarm(@Nullable Integer points, boolean isEnabled, String action) {
    return Settings.of(new AlarmRule("a",
        new AlarmInput.Metric(new MetricId("AWS/SageMaker", "M", List.of()), Statistic.MAXIMUM, Duration.ofSeconds(10)),
        new AlarmCondition(Comparison.GREATER_THAN, 5, 3, points, MissingData.MISSING),
        new AlarmActions(isEnabled, List.of(new AlarmAction.Other(action)), List.of(), List.of()), null), null, Map.of());
  }

  private static Settings schedule(ZoneId zone, String start) {
    return Settings.of(new ScheduledAction("s", new ScheduleExpression.Cron("0 7 ? * MON-FRI *"), zone,
        Instant.parse(start), null, 1, 2));
  }

  private static @Nullable Duration seconds(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  @ParameterizedTest
  @MethodSource("equal")
  void isEqual(Pair pair) {
    assertEquals(pair.one(), pair.other());
  }

  @ParameterizedTest
  @MethodSource("different")
  void isDifferent(Pair pair) {
    assertNotEquals(pair.one(), pair.other());
  }
}
