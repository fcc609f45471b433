package io.sagescale.scaling;

import static io.sagescale.scaling.Given.T0;
import static io.sagescale.scaling.Given.VARIANT;
import static io.sagescale.scaling.Given.capacity;
import static io.sagescale.scaling.Given.high;
import static io.sagescale.scaling.Given.low;
import static io.sagescale.scaling.Given.step;
import static io.sagescale.scaling.Given.target;
import static io.sagescale.scaling.Given.tracking;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Hold;
import io.sagescale.scaling.ScalingDecision.ScaleIn;
import io.sagescale.scaling.ScalingDecision.ScaleOut;
import io.sagescale.scaling.ScalingDecision.Why;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story begins with a change decided at T0 and reached 100 s later, where its cooldown begins. */
class CooldownTest {

  private static final int REACHED = 100;

  @ParameterizedTest(name = "cooldown {0}: {1} s after the capacity came, {2} a unit: {3}")
  @CsvSource(nullValues = "default", value = {
    // 1 -> 3 units were asked for; inside the cooldown the formula still counts from 1
    "default, 0, 15, IN_COOLDOWN",
    "default, 299, 15, IN_COOLDOWN",
    "default, 299, 20, 4",
    "default, 300, 15, 9",
    "180, 179, 6, IN_COOLDOWN",
    "180, 180, 6, 4",
    "0, 0, 6, 4",
  })
  void countsAddedUnitsInsideTheScaleOutCooldown(Integer cooldown, int seconds, double value, String expected) {
    TargetTrackingPolicy policy = tracking("tt", 5, cooldown, cooldown, false);
    ScalingBook book = book(1, 50, policy);
    assertEquals("3", answer(book.onAlarm(high(policy, T0, 15.0), capacity(1), T0)));
    book.capacityReached(VARIANT, 3, at(REACHED));
    Instant now = at(REACHED + seconds);
    assertEquals(expected, answer(book.onAlarm(high(policy, now, value), capacity(3), now)));
  }

  @Test
  void addsOnlyTheRestOfALargerStep() {
    StepScalingPolicy policy = new StepScalingPolicy("step", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, 10.0, 2), new StepAdjustment(10.0, null, 3)),
        null, StepScalingPolicy.Aggregation.AVERAGE, null);
    ScalingBook book = book(1, 50, policy);
    assertEquals("12", answer(book.onAlarm(high(policy, T0, 25.0), capacity(10), T0)));
    book.capacityReached(VARIANT, 12, at(REACHED));
    assertEquals("13", answer(book.onAlarm(high(policy, at(200), 35.0), capacity(12), at(200))));
    book.capacityReached(VARIANT, 13, at(210));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(high(policy, at(260), 35.0), capacity(13), at(260))));
  }

  @Test
  void countsUnitsOnTheirWayBeforeTheCooldownBegins() {
    TargetTrackingPolicy policy = tracking("tt", 5, 0, 0, false);
    ScalingBook book = book(1, 50, policy);
    assertEquals("3", answer(book.onAlarm(high(policy, T0, 15.0), capacity(1), T0)));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(high(policy, at(60), 15.0), capacity(3), at(60))));
  }

  @Test
  void unitsOnTheirWayCountForOtherPoliciesToo() {
    ScalingBook book = book(1, 50, tracking("a", 5), tracking("b", 5));
    assertEquals("3", answer(book.onAlarm(high(tracking("a", 5), T0, 15.0), capacity(1), T0)));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(high(tracking("b", 5), at(60), 15.0), capacity(3), at(60))));
    book.capacityReached(VARIANT, 3, at(REACHED));
    assertEquals("4", answer(book.onAlarm(high(tracking("b", 5), at(120), 6.0), capacity(3), at(120))));
  }

  @ParameterizedTest(name = "cooldown {0}: {1} s after the units went: {2}")
  @CsvSource(nullValues = "default", value = {
    "default, 0, IN_COOLDOWN", "default, 299, IN_COOLDOWN", "default, 300, 1", "60, 59, IN_COOLDOWN", "60, 60, 1", "0, 0, 1",
  })
  void blocksInsideTheScaleInCooldown(Integer cooldown, int seconds, String expected) {
    TargetTrackingPolicy policy = tracking("tt", 5, cooldown, cooldown, false);
    ScalingBook book = book(1, 50, policy);
    assertEquals("4", answer(book.onAlarm(low(policy, T0, 2.0), capacity(10), T0)));
    book.capacityReached(VARIANT, 4, at(REACHED));
    Instant now = at(REACHED + seconds);
    assertEquals(expected, answer(book.onAlarm(low(policy, now, 0.0), capacity(4), now)));
  }

  @Test
  void blocksScaleInWhileUnitsStillGo() {
    TargetTrackingPolicy policy = tracking("tt", 5, 0, 0, false);
    ScalingBook book = book(1, 50, policy);
    assertEquals("4", answer(book.onAlarm(low(policy, T0, 2.0), capacity(10), T0)));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(low(policy, at(60), 0.0), capacity(4), at(60))));
  }

  @Test
  void scaleOutEndsTheScaleInCooldownsOfAllPolicies() {
    StepScalingPolicy less = step("less", -1);
    TargetTrackingPolicy policy = tracking("tt", 5);
    ScalingBook book = book(1, 50, less, policy);
    assertEquals("9", answer(book.onAlarm(low(less, T0, 10.0), capacity(10), T0)));
    book.capacityReached(VARIANT, 9, at(REACHED));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(low(less, at(160), 10.0), capacity(9), at(160))));
    assertEquals("11", answer(book.onAlarm(high(policy, at(170), 6.0), capacity(9), at(170))));
    book.capacityReached(VARIANT, 11, at(180));
    assertEquals("10", answer(book.onAlarm(low(less, at(190), 10.0), capacity(11), at(190))));
  }

  @Test
  void scaleInForgetsWhatWasAdded() {
    TargetTrackingPolicy policy = tracking("tt", 5, 3600, 0, false);
    ScalingBook book = book(1, 50, policy);
    assertEquals("4", answer(book.onAlarm(high(policy, T0, 20.0), capacity(1), T0)));
    book.capacityReached(VARIANT, 4, at(REACHED));
    assertEquals("1", answer(book.onAlarm(low(policy, at(1000), 0.0), capacity(4), at(1000))));
    book.capacityReached(VARIANT, 1, at(1010));
    assertEquals("2", answer(book.onAlarm(high(policy, at(1060), 6.0), capacity(1), at(1060))));
  }

  @Test
  void cooldownsAreEachPolicysOwn() {
    ScalingBook book = book(1, 50, step("one", 1), step("two", 2));
    assertEquals("2", answer(book.onAlarm(high(step("one", 1), T0, 30.0), capacity(1), T0)));
    book.capacityReached(VARIANT, 2, at(REACHED));
    assertEquals("4", answer(book.onAlarm(high(step("two", 2), at(120), 30.0), capacity(2), at(120))));
  }

  @Test
  void failureLeavesNoCooldown() {
    TargetTrackingPolicy policy = tracking("tt", 5);
    ScalingBook book = book(1, 50, policy);
    assertEquals("3", answer(book.onAlarm(high(policy, T0, 15.0), capacity(1), T0)));
    book.capacityFailed(VARIANT, "no instances", at(10));
    assertEquals("3", answer(book.onAlarm(high(policy, at(60), 15.0), capacity(1), at(60))));
    book.capacityUnfulfilled(VARIANT, at(70));
    assertEquals("3", answer(book.onAlarm(high(policy, at(120), 15.0), capacity(1), at(120))));
  }

  @Test
  void agreedScaleInCoolsAllTargetTrackingPolicies() {
    ScalingBook book = book(1, 50, tracking("a", 5), tracking("b", 5));
    book.alarmState(lowAlarm(book, "a"), AlarmState.ALARM, List.of(0.0), T0);
    assertEquals("4", answer(book.onAlarm(low(tracking("b", 5), T0, 2.0), capacity(10), T0)));
    book.capacityReached(VARIANT, 4, at(REACHED));
    assertEquals("IN_COOLDOWN", answer(book.onAlarm(low(tracking("a", 5), at(120), 0.0), capacity(4), at(120))));
  }

  private static String lowAlarm(ScalingBook book, String policy) {
    return book.managedAlarms(VARIANT, tracking(policy, 5)).getLast().name();
  }

  private static ScalingBook book(int min, int max, ScalingPolicy... policies) {
    ScalingBook book = new ScalingBook(ScalingSettings.DEFAULTS);
    book.register(target(min, max), capacity(min), T0);
    for (ScalingPolicy policy : policies) {
      book.putPolicy(VARIANT, policy, T0);
    }
    return book;
  }

  private static String answer(ScalingDecision decision) {
    return switch (decision) {
      case ScaleOut out -> Integer.toString(out.to());
      case ScaleIn in -> Integer.toString(in.to());
      case Hold(Why why, var _) -> why.name();
    };
  }

  private static Instant at(int seconds) {
    return T0.plusSeconds(seconds);
  }
}
