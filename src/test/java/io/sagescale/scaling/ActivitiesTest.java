package io.sagescale.scaling;

import static io.sagescale.scaling.Given.T0;
import static io.sagescale.scaling.Given.VARIANT;
import static io.sagescale.scaling.Given.capacity;
import static io.sagescale.scaling.Given.high;
import static io.sagescale.scaling.Given.low;
import static io.sagescale.scaling.Given.target;
import static io.sagescale.scaling.Given.tracking;
import static io.sagescale.scaling.Given.updating;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingActivity.Status;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision.Hold;
import io.sagescale.scaling.ScalingDecision.ScaleIn;
import io.sagescale.scaling.ScalingDecision.ScaleOut;
import io.sagescale.scaling.ScalingDecision.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitiesTest {

  private final TargetTrackingPolicy policy = tracking("tt", 5);
  private final ScalingBook book = new ScalingBook(ScalingSettings.DEFAULTS);

  @Test
  void policyChangeRunsFromPendingToSuccessful() {
    register(1, 110);
    book.onAlarm(high(policy, T0, 240.0), capacity(1), T0);
    assertRow("Setting desired instance count to 48.", "monitor alarm high-tt in state ALARM triggered policy tt",
        Status.PENDING, null, null);
    book.started(VARIANT, at(1));
    assertRow("Setting desired instance count to 48.", "monitor alarm high-tt in state ALARM triggered policy tt",
        Status.IN_PROGRESS, "Successfully set desired instance count to 48. Waiting for change to be fulfilled by sagemaker.", null);
    book.capacityReached(VARIANT, 48, at(426));
    assertRow("Setting desired instance count to 48.", "monitor alarm high-tt in state ALARM triggered policy tt",
        Status.SUCCESSFUL, "Successfully set desired instance count to 48. Change successfully fulfilled by sagemaker.", at(426));
    assertEquals(T0, last().startTime());
    assertEquals(1, book.activities(VARIANT).size());
  }

  @Test
  void quotaFailsInAwsWords() {
    register(1, 110);
    book.onAlarm(high(policy, T0, 550.0), capacity(1), T0);
    book.capacityFailed(VARIANT, ActivityTexts.quotaReason("ml.g5.2xlarge", 1000, 997, 20), at(2));
    assertRow("Setting desired instance count to 110.", "monitor alarm high-tt in state ALARM triggered policy tt", Status.FAILED,
        "Failed to set desired instance count to 110. Reason: The account-level service limit 'ml.g5.2xlarge for endpoint usage' "
            + "is 1000 Instances, with current utilization of 997 Instances and a request delta of 20 Instances. Please contact "
            + "AWS support to request an increase for this limit. (Service: AmazonSageMaker; Status Code: 400; Error Code: "
            + "ResourceLimitExceeded; Request ID: request-id).", at(2));
  }

  @Test
  void newerChangeOverridesTheRunningOne() {
    register(1, 50);
    book.onAlarm(high(policy, T0, 15.0), capacity(1), T0);
    book.onAlarm(high(policy, at(60), 20.0), capacity(3), at(60));
    List<ScalingActivity> rows = book.activities(VARIANT);
    assertEquals(List.of(Status.OVERRIDDEN, Status.PENDING), rows.stream().map(ScalingActivity::status).toList());
    assertEquals(at(60), rows.getFirst().endTime());
    book.capacityReached(VARIANT, 9, at(90));
    assertEquals(Status.OVERRIDDEN, last().status());
    assertEquals("Successfully set desired instance count to 4. Found it was later changed to 9.", last().statusMessage());
  }

  @Test
  void changesNobodyAskedForLeaveNoRow() {
    register(1, 50);
    book.started(VARIANT, T0);
    book.capacityReached(VARIANT, 7, T0);
    book.capacityFailed(VARIANT, "x", T0);
    assertEquals(List.of(), book.activities(VARIANT));
  }

  @ParameterizedTest(name = "{0} of 1 to 4, above={1}, {2}: {3}")
  @CsvSource({
    "4, true, 9, 'AtMax[maxCapacity=4]', AlreadyAtMaxCapacity",
    "1, false, 0, 'AtMin[minCapacity=1]', AlreadyAtMinCapacity",
    "2, false, 4, 'AnticipatedFlapping[]', AutoScalingAnticipatedFlapping",
  })
  void notScaledRowCarriesItsReason(int units, boolean isAbove, double value, String reason, String code) {
    register(1, 4);
    book.onAlarm(isAbove ? high(policy, T0, value) : low(policy, T0, value), capacity(units), T0);
    String alarm = isAbove ? "high-tt" : "low-tt";
    assertRow("Attempting to scale due to alarm triggered", "monitor alarm " + alarm + " in state ALARM triggered policy tt",
        Status.FAILED, null, null);
    assertEquals(reason, last().notScaledReasons().getFirst().toString());
    assertEquals(code, last().notScaledReasons().getFirst().code());
  }

  @Test
  void stepOfNothingIsAlreadyAtDesiredCapacity() {
    register(1, 4);
    StepScalingPolicy still = new StepScalingPolicy("still", AdjustmentType.EXACT_CAPACITY,
        List.of(new StepAdjustment(0.0, null, 2)), null, Aggregation.AVERAGE, null);
    book.putPolicy(VARIANT, still, T0);
    book.onAlarm(high(still, T0, 30.0), capacity(2), T0);
    assertEquals(List.of(new NotScaledReason.AtDesired(2)), last().notScaledReasons());
  }

  @Test
  void sameReasonIsRecordedOnceUntilItChanges() {
    register(1, 4);
    for (int minute = 0; minute < 5; minute++) {
      book.onAlarm(high(policy, at(60 * minute), 9.0), capacity(4), at(60 * minute));
    }
    assertEquals(1, book.activities(VARIANT).size());
    book.onAlarm(high(policy, at(300), 9.0), updating(4, 3), at(300));
    book.onAlarm(high(policy, at(360), 9.0), updating(4, 3), at(360));
    book.onAlarm(high(policy, at(420), 9.0), capacity(4), at(420));
    assertEquals(
        List.of("AlreadyAtMaxCapacity", "TargetServicePutResourceAsUnscalable", "AlreadyAtMaxCapacity"),
        book.activities(VARIANT).stream().map(row -> row.notScaledReasons().getFirst().code()).toList());
  }

  @Test
  void aChangeMakesTheSameReasonNewsAgain() {
    register(1, 2);
    book.onAlarm(low(policy, T0, 0.0), capacity(1), T0);
    book.onAlarm(high(policy, at(60), 9.0), capacity(1), at(60));
    book.capacityReached(VARIANT, 2, at(70));
    book.onAlarm(low(policy, at(1000), 0.0), capacity(2), at(1000));
    book.capacityReached(VARIANT, 1, at(1010));
    book.onAlarm(low(policy, at(1060), 0.0), capacity(1), at(1060));
    assertEquals(List.of(1, 0, 0, 1), book.activities(VARIANT).stream().map(row -> row.notScaledReasons().size()).toList());
  }

  @ParameterizedTest(name = "{0} to {1} registered over {2}: {3}")
  @CsvSource(nullValues = "nothing", value = {
    "2, 4, 1, 2, minimum capacity was set to 2", "1, 3, 5, 3, maximum capacity was set to 3", "1, 3, 2, nothing, nothing",
  })
  void registrationMovesCapacityIntoTheBounds(int min, int max, int now, Integer to, String cause) {
    ScalingDecision decision = book.register(target(min, max), capacity(now), T0);
    if (to == null) {
      assertEquals(new Hold(Why.WITHIN_BOUNDS, null), decision);
      assertEquals(List.of(), book.activities(VARIANT));
    } else {
      assertEquals(to > now ? new ScaleOut(now, to, null, cause) : new ScaleIn(now, to, null, cause), decision);
      assertRow("Setting desired instance count to " + to + ".", cause, Status.PENDING, null, null);
    }
  }

  @Test
  void registrationLeavesARefusingResourceAlone() {
    assertEquals(new Hold(Why.NOT_SCALABLE, null), book.register(target(2, 4), updating(1, 0), T0));
    assertEquals(new Hold(Why.WITHIN_BOUNDS, null), book.register(target(1, 4), updating(1, 0), T0));
    assertEquals(List.of(), book.activities(VARIANT));
  }

  @Test
  void scheduledActionLeavesTwoRows() {
    register(1, 4);
    ScheduleFiring firing = new ScheduleFiring(VARIANT, action("morning", 5, 10), T0);
    assertEquals(new ScaleOut(1, 5, null, "minimum capacity was set to 5"), book.apply(firing, capacity(1), T0));
    List<ScalingActivity> rows = book.activities(VARIANT);
    assertEquals(2, rows.size());
    assertEquals("Setting min capacity to 5 and max capacity to 10", rows.getFirst().description());
    assertEquals("scheduled action name morning was triggered", rows.getFirst().cause());
    assertEquals("Successfully set min capacity to 5 and max capacity to 10", rows.getFirst().statusMessage());
    assertEquals(Status.SUCCESSFUL, rows.getFirst().status());
    assertNull(rows.getFirst().endTime());
    assertRow("Setting desired instance count to 5.", "minimum capacity was set to 5", Status.PENDING, null, null);
    assertEquals(CapacityRange.between(5, 10), book.target(VARIANT).orElseThrow().range());
  }

  @ParameterizedTest(name = "{0} and {1} on 1 to 4 with 3 units: {2}, {3} to {4}")
  @CsvSource(nullValues = "none", value = {
    "2, none, WITHIN_BOUNDS, 2, 4, Setting min capacity to 2",
    "none, 3, WITHIN_BOUNDS, 1, 3, Setting max capacity to 3",
    "none, 2, 2, 1, 2, Setting max capacity to 2",
    "5, none, BOUNDS_REFUSED, 1, 4, Setting min capacity to 5",
    "none, 0, BOUNDS_REFUSED, 1, 4, Setting max capacity to 0",
  })
  void scheduledActionMaySetOneBound(Integer min, Integer max, String answer, int newMin, int newMax, String description) {
    register(1, 4);
    ScalingDecision decision = book.apply(new ScheduleFiring(VARIANT, action("half", min, max), T0), capacity(3), T0);
    String actual = switch (decision) {
      case Hold hold -> hold.why().name();
      case ScaleIn in -> Integer.toString(in.to());
      case ScaleOut out -> Integer.toString(out.to());
    };
    assertEquals(answer, actual);
    assertEquals(CapacityRange.between(newMin, newMax), book.target(VARIANT).orElseThrow().range());
    assertEquals(description, book.activities(VARIANT).getFirst().description());
  }

  @Test
  void scheduledChangeFailsWhileTheServiceRefuses() {
    register(1, 4);
    assertEquals(new Hold(Why.NOT_SCALABLE, null),
        book.apply(new ScheduleFiring(VARIANT, action("morning", 2, null), T0), updating(1, 1), T0));
    assertRow("Setting desired instance count to 2.", "minimum capacity was set to 2", Status.FAILED,
        "Resource Id [endpoint/llama/variant/blue] is not scalable. Reason: the resource is being updated.", T0);
  }

  @Test
  void suspendedScheduleIsDropped() {
    register(1, 4);
    book.suspend(VARIANT, new Suspension(false, false, true));
    assertEquals(new Hold(Why.SUSPENDED, null),
        book.apply(new ScheduleFiring(VARIANT, action("morning", 2, null), T0), capacity(1), T0));
    assertEquals(List.of(), book.activities(VARIANT));
    assertEquals(CapacityRange.between(1, 4), book.target(VARIANT).orElseThrow().range());
  }

  @Test
  void firingsComeInOrderAndOnce() {
    register(1, 4);
    book.putSchedule(VARIANT, action("late", new ScheduleExpression.At(LocalDateTime.of(2026, 1, 1, 12, 10))), T0);
    book.putSchedule(VARIANT, action("often", new ScheduleExpression.Rate(Duration.ofMinutes(4))), T0);
    book.putSchedule(VARIANT, action("past", new ScheduleExpression.At(LocalDateTime.of(2026, 1, 1, 12, 0))), T0);
    assertEquals(at(240), book.nextFiring());
    assertEquals(List.of("often at 240", "often at 480", "late at 600"), names(book.due(at(600))));
    assertEquals(List.of(), book.due(at(600)));
    assertTrue(book.deleteSchedule(VARIANT, "often"));
    assertNull(book.nextFiring());
  }

  @Test
  void deregisteringEndsSchedulesAndKeepsActivities() {
    register(2, 4);
    book.register(target(3, 4), capacity(2), T0);
    book.putSchedule(VARIANT, action("often", new ScheduleExpression.Rate(Duration.ofMinutes(4))), T0);
    assertTrue(book.deregister(VARIANT));
    assertNull(book.nextFiring());
    assertEquals(List.of(), book.targets());
    assertEquals(List.of(), book.policies(VARIANT));
    assertEquals(1, book.activities(VARIANT).size());
  }

  @Test
  void activitiesAreForgottenAfterSixWeeks() {
    register(1, 4);
    Instant later = T0.plus(Duration.ofDays(42)).plusMillis(1);
    book.apply(new ScheduleFiring(VARIANT, action("first", 1, null), T0), capacity(1), T0);
    book.apply(new ScheduleFiring(VARIANT, action("second", 1, null), T0), capacity(1), T0.plusMillis(1));
    book.apply(new ScheduleFiring(VARIANT, action("third", 1, null), T0), capacity(1), later);
    assertEquals(
        List.of("scheduled action name second was triggered", "scheduled action name third was triggered"),
        book.activities(VARIANT).stream().map(ScalingActivity::cause).toList());
  }

  @Test
  void activitiesHaveABoundAndDistinctIds() {
    register(1, 4);
    for (int i = 0; i < ActivityLog.MAX_ROWS + 5; i++) {
      book.apply(new ScheduleFiring(VARIANT, action("n" + i, 1, null), T0), capacity(1), at(i));
    }
    List<ScalingActivity> rows = book.activities(VARIANT);
    assertEquals(ActivityLog.MAX_ROWS, rows.size());
    assertEquals("scheduled action name n5 was triggered", rows.getFirst().cause());
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.add(row.id()));
    assertEquals(ActivityLog.MAX_ROWS, ids.size());
    assertTrue(rows.getFirst().id().matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
  }

  @Test
  void changesAreToldOnceInOrder() {
    register(1, 50);
    assertEquals(List.of(), book.takeChanges());
    book.onAlarm(high(policy, T0, 15.0), capacity(1), T0);
    book.started(VARIANT, T0);
    book.capacityReached(VARIANT, 3, at(60));
    assertEquals(List.of(Status.PENDING, Status.IN_PROGRESS, Status.SUCCESSFUL),
        book.takeChanges().stream().map(ScalingActivity::status).toList());
    assertEquals(List.of(), book.takeChanges());
  }

  @Test
  void componentsHaveCopies() {
    ResourceId component = new ResourceId.Component("chat");
    book.register(new ScalableTarget(component, CapacityRange.between(1, 4), Suspension.NONE), capacity(0), T0);
    assertEquals("Setting desired copy count to 1.", book.activities(component).getFirst().description());
  }

  private void register(int min, int max) {
    book.register(target(min, max), capacity(min), T0);
    book.putPolicy(VARIANT, policy, T0);
  }

  private void assertRow(String description, String cause, Status status, String message, Instant end) {
    assertEquals(List.of(description, cause, status, String.valueOf(message), String.valueOf(end)),
        List.of(last().description(), last().cause(), last().status(), String.valueOf(last().statusMessage()),
            String.valueOf(last().endTime())));
  }

  private ScalingActivity last() {
    return book.activities(VARIANT).getLast();
  }

  private static List<String> names(List<ScheduleFiring> firings) {
    return firings.stream()
        .map(firing -> firing.action().name() + " at " + Duration.between(T0, firing.at()).toSeconds()).toList();
  }

  private static ScheduledAction action(String name, Integer min, Integer max) {
    return new ScheduledAction(
        name, new ScheduleExpression.Rate(Duration.ofDays(1)), ZoneId.of("UTC"), null, null, min, max);
  }

  private static ScheduledAction action(String name, ScheduleExpression schedule) {
    return new ScheduledAction(name, schedule, ZoneId.of("UTC"), null, null, 1, null);
  }

  private static Instant at(int seconds) {
    return T0.plusSeconds(seconds);
  }
}
