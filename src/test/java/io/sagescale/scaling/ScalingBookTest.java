package io.sagescale.scaling;

import static io.sagescale.scaling.Given.T0;
import static io.sagescale.scaling.Given.VARIANT;
import static io.sagescale.scaling.Given.capacity;
import static io.sagescale.scaling.Given.high;
import static io.sagescale.scaling.Given.low;
import static io.sagescale.scaling.Given.step;
import static io.sagescale.scaling.Given.target;
import static io.sagescale.scaling.Given.tracking;
import static io.sagescale.scaling.Given.updating;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AlarmState;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Hold;
import io.sagescale.scaling.ScalingDecision.ScaleIn;
import io.sagescale.scaling.ScalingDecision.ScaleOut;
import io.sagescale.scaling.ScalingDecision.Why;
import io.sagescale.scaling.ScalingSettings.CapacityBase;
import io.sagescale.scaling.ScalingSettings.FlappingRule;
import io.sagescale.scaling.ScalingSettings.FormulaValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingBookTest {

  private final TargetTrackingPolicy concurrency = tracking("concurrency", 5);
  private final TargetTrackingPolicy invocations = tracking("invocations", 50);

  @ParameterizedTest(name = "100 concurrent on one copy, max {0}: {1}")
  @CsvSource({"100, 20", "20, 20", "2, 2"})
  void scalesInProportionUpToTheMaximum(int max, int expected) {
    ScalingBook book = book(1, max, concurrency);
    assertEquals(
        new ScaleOut(1, expected, "concurrency", "monitor alarm high-concurrency in state ALARM triggered policy concurrency"),
        book.onAlarm(high(concurrency, T0, 100.0, 100.0, 100.0), capacity(1), T0));
  }

  @ParameterizedTest(name = "{0} units between 1 and 4, alarm above={1}, points at {2}: {3}")
  @CsvSource({
    "4, true, 9, AT_MAX",
    "1, false, 0, AT_MIN",
    "1, false, 4, AT_MIN",
    "2, false, 4, ANTICIPATED_FLAPPING",
    "2, true, 5, NOT_BREACHING",
    "2, false, 4.5, NOT_BREACHING",
  })
  void holdsWithItsReason(int units, boolean isAbove, double value, Why why) {
    ScalingBook book = book(1, 4, concurrency);
    AlarmSignal signal = isAbove ? high(concurrency, T0, value) : low(concurrency, T0, value);
    assertEquals(new Hold(why, "concurrency"), book.onAlarm(signal, capacity(units), T0));
  }

  @Test
  void scalesToZeroWhenNothingIsInFlight() {
    ScalingBook book = book(0, 4, concurrency);
    assertEquals(
        new ScaleIn(3, 0, "concurrency", "monitor alarm low-concurrency in state ALARM triggered policy concurrency"),
        book.onAlarm(low(concurrency, T0, 0.0), capacity(3), T0));
  }

  @Test
  void knowsOnlyWhatIsRegistered() {
    ScalingBook book = new ScalingBook(ScalingSettings.DEFAULTS);
    assertEquals(new Hold(Why.NOT_REGISTERED, "concurrency"), book.onAlarm(high(concurrency, T0, 9.0), capacity(1), T0));
    book.register(target(1, 4), capacity(1), T0);
    assertEquals(new Hold(Why.NO_POLICY, "concurrency"), book.onAlarm(high(concurrency, T0, 9.0), capacity(1), T0));
    assertThrows(IllegalArgumentException.class, () -> new ScalingBook(ScalingSettings.DEFAULTS).putPolicy(VARIANT, concurrency, T0));
  }

  @Test
  void holdsWhileTheServiceRefuses() {
    ScalingBook book = book(1, 4, concurrency);
    assertEquals(new Hold(Why.NOT_SCALABLE, "concurrency"), book.onAlarm(high(concurrency, T0, 9.0), updating(2, 1), T0));
    assertEquals(new Hold(Why.NOT_SCALABLE, "concurrency"), book.onAlarm(low(concurrency, T0, 0.0), updating(2, 2), T0));
  }

  @ParameterizedTest(name = "in suspended {0}, out suspended {1}: out {2}, in {3}")
  @CsvSource({"true, false, 4, 2", "false, true, 2, 1", "true, true, 2, 2", "false, false, 4, 1"})
  void suspendsEachDirectionSilently(boolean in, boolean out, int afterHigh, int afterLow) {
    ScalingBook book = book(1, 4, concurrency);
    book.suspend(VARIANT, new Suspension(in, out, false));
    assertEquals(afterHigh, to(book.onAlarm(high(concurrency, T0, 10.0), capacity(2), T0), 2));
    assertEquals(afterHigh == 2 ? 0 : 1, book.activities(VARIANT).size());
    ScalingBook other = book(1, 4, concurrency);
    other.suspend(VARIANT, new Suspension(in, out, false));
    assertEquals(afterLow, to(other.onAlarm(low(concurrency, T0, 0.0), capacity(2), T0), 2));
    assertEquals(afterLow == 2 ? 0 : 1, other.activities(VARIANT).size());
  }

  @Test
  void actsOnTheNextCallAfterResuming() {
    ScalingBook book = book(1, 4, concurrency);
    book.suspend(VARIANT, new Suspension(true, true, true));
    assertEquals(new Hold(Why.SUSPENDED, "concurrency"), book.onAlarm(high(concurrency, T0, 10.0), capacity(2), T0));
    book.suspend(VARIANT, Suspension.NONE);
    assertEquals(4, to(book.onAlarm(high(concurrency, at(60), 10.0), capacity(2), at(60)), 2));
  }

  @Test
  void largestCapacityWinsAmongCallsOfOneInstant() {
    ScalingBook book = book(1, 50, step("three", 3), concurrency);
    ScalingDecision decision =
        book.onAlarms(List.of(high(step("three", 3), T0, 30.0), high(concurrency, T0, 14.1)), capacity(10), T0);
    assertEquals(29, ((ScaleOut) decision).to());
    assertEquals("concurrency", decision.policy());
  }

  @Test
  void scaleOutWinsOverScaleInOfTheSameInstant() {
    ScalingBook book = book(1, 50, step("less", -3), concurrency);
    ScalingDecision decision =
        book.onAlarms(List.of(low(step("less", -3), T0, 10.0), high(concurrency, T0, 6.0)), capacity(10), T0);
    assertEquals(12, ((ScaleOut) decision).to());
  }

  @ParameterizedTest(name = "called {0} s earlier: {1}")
  @CsvSource({"0, 8", "60, 8", "61, 3"})
  void hearsOthersThatCalledWithinTheLastMinute(int secondsAgo, int expected) {
    ScalingBook book = book(1, 50, concurrency, invocations);
    assertEquals(
        new Hold(Why.NOT_SCALABLE, "invocations"), book.onAlarm(high(invocations, T0, 200.0), updating(2, 1), T0));
    Instant now = at(secondsAgo);
    assertEquals(expected, to(book.onAlarm(high(concurrency, now, 7.0), capacity(2), now), 2));
  }

  @Test
  void doesNotReuseAnotherPolicysPointsAfterAChange() {
    ScalingBook book = book(1, 50, tracking("a", 5, 0, 0, false), tracking("b", 5, 0, 0, false));
    assertEquals(4, to(book.onAlarm(high(tracking("a", 5, 0, 0, false), T0, 20.0), capacity(1), T0), 1));
    book.capacityReached(VARIANT, 4, at(10));
    // 6 on four copies asks for 5; the 20 of before, on one copy, would ask for 16
    assertEquals(5, to(book.onAlarm(high(tracking("b", 5, 0, 0, false), at(20), 6.0), capacity(4), at(20)), 4));
  }

  // Acceptance A13: the container fails fast, so nothing is in flight although requests keep arriving.

  @Test
  void concurrencyAloneScalesInWhenRequestsFailFast() {
    ScalingBook book = book(1, 4, concurrency);
    assertEquals(1, to(book.onAlarm(low(concurrency, T0, 0.0, 0.0), capacity(4), T0), 4));
  }

  @ParameterizedTest(name = "invocations alarm {0} with {1} a copy: {2}")
  @CsvSource({
    "OK, 60, 4", "INSUFFICIENT_DATA, 0, 4", "never told, 0, 4",
    "ALARM, 0, 1", // requests stopped
    "ALARM, 30, 3", // 4 * 30 / 50 = 2.4: the larger of the two
    "ALARM, 44, 4", // would flap
  })
  void scalesInOnlyWhenAllTargetTrackingPoliciesAreReady(String state, double perCopy, int expected) {
    ScalingBook book = book(1, 4, concurrency, invocations);
    if (!state.equals("never told")) {
      String lowAlarm = book.managedAlarms(VARIANT, invocations).getLast().name();
      book.alarmState(lowAlarm, AlarmState.valueOf(state), List.of(perCopy), T0);
    }
    ScalingDecision decision = book.onAlarm(low(concurrency, T0, 0.0, 0.0), capacity(4), T0);
    assertEquals(expected, to(decision, 4));
    if (expected == 4) {
      assertEquals(new Hold(Why.OTHERS_DISAGREE, "concurrency"), decision);
      assertEquals(List.of(), book.activities(VARIANT));
    }
  }

  @Test
  void policyThatNeverScalesInHasNoVoice() {
    ScalingBook book = book(1, 4, concurrency, tracking("outOnly", 50, null, null, true));
    assertEquals(1, to(book.onAlarm(low(concurrency, T0, 0.0), capacity(4), T0), 4));
  }

  @Test
  void stepScalesInWithoutAskingTargetTracking() {
    ScalingBook book = book(1, 4, step("less", -1), concurrency);
    assertEquals(3, to(book.onAlarm(low(step("less", -1), T0, 10.0), capacity(4), T0), 4));
  }

  @Test
  void deletedPolicyHasNoVoice() {
    ScalingBook book = book(1, 4, concurrency, invocations);
    assertTrue(book.deletePolicy(VARIANT, "invocations"));
    assertFalse(book.deletePolicy(VARIANT, "invocations"));
    assertEquals(1, to(book.onAlarm(low(concurrency, T0, 0.0), capacity(4), T0), 4));
    assertEquals(List.of(concurrency), book.policies(VARIANT));
  }

  @Test
  void countsFromRunningUnitsWhenAsked() {
    ScalingSettings settings = new ScalingSettings(
        FormulaValue.AVERAGE, FlappingRule.VALUE, CapacityBase.RUNNING, 0.9, Duration.ofSeconds(60));
    ScalingBook book = new ScalingBook(settings);
    book.register(target(1, 50), capacity(4), T0);
    book.putPolicy(VARIANT, concurrency, T0);
    assertEquals(6, to(book.onAlarm(high(concurrency, T0, 15.0), new CapacityView(4, 2, true), T0), 4));
    ScalingBook few = new ScalingBook(settings);
    few.register(target(1, 50), capacity(4), T0);
    few.putPolicy(VARIANT, concurrency, T0);
    assertEquals(
        new Hold(Why.AT_DESIRED, "concurrency"), few.onAlarm(high(concurrency, T0, 6.0), new CapacityView(4, 1, true), T0));
  }

  private static ScalingBook book(int min, int max, ScalingPolicy... policies) {
    ScalingBook book = new ScalingBook(ScalingSettings.DEFAULTS);
    book.register(target(min, max), capacity(min), T0);
    for (ScalingPolicy policy : policies) {
      book.putPolicy(VARIANT, policy, T0);
    }
    return book;
  }

  private static int to(ScalingDecision decision, int otherwise) {
    return switch (decision) {
      case ScaleOut out -> out.to();
      case ScaleIn in -> in.to();
      case Hold _ -> otherwise;
    };
  }

  private static Instant at(int seconds) {
    return T0.plusSeconds(seconds);
  }
}
