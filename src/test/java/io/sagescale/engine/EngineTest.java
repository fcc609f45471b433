package io.sagescale.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.CopyState;
import io.sagescale.fleet.FleetSettings;
import io.sagescale.model.AlarmState;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.Outcome;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.model.VariantSpec;
import io.sagescale.scaling.ScalingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine by itself: events in, effects out, nobody who performs them. */
final class EngineTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final ResourceId.Variant VARIANT = new ResourceId.Variant("ep", "a");
  private static final ResourceId.Component COMPONENT = new ResourceId.Component("ic");
  private static final int QUOTA = 3;

  private final Engine engine = new Engine(settings(), START);
  private final List<Effect> told = new ArrayList<>();

  private static EngineSettings settings() {
    TreeMap<String, InstanceType> types = new TreeMap<>();
    types.put("ml.g5.2xlarge", new InstanceType("ml.g5.2xlarge", 8, 32 * 1024, 1, 1.515));
    return new EngineSettings(new FleetSettings(types, QUOTA, 3, Duration.ofMinutes(30)), ScalingSettings.DEFAULTS,
        new AlarmTiming(1, null, null),
        new EngineSettings.Publication(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1),
        EngineSettings.INVOCATION_LIMIT, EngineSettings.STREAMING_LIMIT, Duration.ofMinutes(8), Duration.ZERO);
  }

  private void at(double seconds, EngineEvent event) {
    engine.advanceTo(Nanos.of(START) + (long) (seconds * 1e9));
    engine.handle(event);
    engine.outbox().drain(told::add);
  }

  private <T extends Effect> T last(Class<T> kind) {
    return told.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  private <T extends Effect> long count(Class<T> kind) {
    return told.stream().filter(kind::isInstance).count();
  }

  private void variants(String... namesAndWeights) {
    List<VariantSpec> variants = new ArrayList<>();
    for (String each : namesAndWeights) {
      String[] parts = each.split("=");
      variants.add(new VariantSpec(parts[0], "ml.g5.2xlarge", 1, Double.parseDouble(parts[1]),
          RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, false));
    }
    at(0, new EngineEvent.CreateEndpoint(new EndpointSpec("ep", variants), EngineEvent.Begin.IN_SERVICE));
  }

  private void component(int copies, int maxInstances) {
    at(0, new EngineEvent.CreateEndpoint(new EndpointSpec("ep", List.of(new VariantSpec("a", "ml.g5.2xlarge", 0, 1,
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS,
        new ManagedInstanceScaling(CapacityRange.between(0, maxInstances), Duration.ofMinutes(10)), true))),
        EngineEvent.Begin.IN_SERVICE));
    at(0, new EngineEvent.CreateComponent(
        new ComponentSpec("ic", VARIANT, new ComputeRequirements(1, 1, 1024), copies), EngineEvent.Begin.IN_SERVICE));
  }

  private static EngineEvent request(ResourceId.@Nullable Component component, double draw) {
    return new EngineEvent.RequestArrived(new Destination("ep", component), 10, 10, true, draw, 0.5, 7);
  }

  private Outcome lastOutcome() {
    return last(Fact.RequestEnded.class).outcome();
  }

  @ParameterizedTest
  @CsvSource({"0.00, 0", "0.74, 0", "0.76, 1", "0.99, 1"})
  void variantsShareRequestsByWeight(double draw, int copy) {
    variants("a=3", "b=1");
    at(1, request(null, draw));
    assertEquals(copy, last(Effect.Dispatch.class).copy());
  }

  @Test
  void aComponentSetToZeroFinishesItsRequestsAndRefusesNewOnes() {
    component(1, 1);
    at(1, request(COMPONENT, 0));
    long request = last(Effect.Dispatch.class).request();
    at(2, new EngineEvent.SetCapacity(COMPONENT, 0));
    assertEquals(CopyState.DRAINING, engine.fleet().stateOf(0));
    at(3, request(COMPONENT, 0));
    assertEquals(Outcome.REJECTED_NO_CAPACITY, lastOutcome());
    at(4, new EngineEvent.RequestFinished(request));
    assertEquals(Outcome.COMPLETED, lastOutcome());
    assertEquals(new Capacity(0, 0, 1, true), engine.fleet().capacity(COMPONENT));
    assertEquals(new Effect.StopCopy(0), last(Effect.StopCopy.class));
  }

  /** What ends the draining of a copy that has one request left, and how the request ends. */
  @ParameterizedTest
  @CsvSource({
      "finished,    COMPLETED",
      "failed,      FAILED",
      "crash,       FAILED",
      "lost,        FAILED",
      "drain limit, FAILED",
      "time limit,  TIMED_OUT",
  })
  void aDrainingCopyStopsWithItsLastRequest(String how, Outcome outcome) {
    component(1, 1);
    at(1, request(COMPONENT, 0));
    long request = last(Effect.Dispatch.class).request();
    at(2, new EngineEvent.SetCapacity(COMPONENT, 0));
    switch (how) {
      case "finished" -> at(3, new EngineEvent.RequestFinished(request));
      case "failed" -> at(3, new EngineEvent.RequestFailed(request));
      case "crash" -> at(3, new EngineEvent.CopyCrashed(0));
      case "lost" -> at(3, new EngineEvent.RequestsLost(0));
      case "drain limit" -> at(480, new EngineEvent.DrainLimit(0));
      default -> at(482, new EngineEvent.TimeLimitDue(true));
    }
    assertEquals(outcome, lastOutcome());
    assertEquals(CopyState.STOPPED, engine.fleet().stateOf(0));
    assertEquals(0, engine.inFlight());
  }

  /** What may still be said about a copy that is gone. */
  @ParameterizedTest
  @CsvSource({"healthy", "crashed", "lost", "stage", "drain limit", "instance"})
  void whatIsSaidOfACopyThatIsGoneChangesNothing(String what) {
    component(1, 1);
    at(1, new EngineEvent.SetCapacity(COMPONENT, 0));
    told.clear();
    at(2, switch (what) {
      case "healthy" -> new EngineEvent.CopyHealthy(0);
      case "crashed" -> new EngineEvent.CopyCrashed(0);
      case "lost" -> new EngineEvent.RequestsLost(0);
      case "stage" -> new EngineEvent.StageEnded(0, "imagePull", START);
      case "drain limit" -> new EngineEvent.DrainLimit(0);
      default -> new EngineEvent.InstanceReady(0);
    });
    assertEquals(CopyState.STOPPED, engine.fleet().stateOf(0));
    assertEquals(0, count(Fact.CopyStage.class));
    assertEquals(0, count(Effect.StopCopy.class));
  }

  @Test
  void aCopyThatComesBackKeepsWhatItHadInTheWindow() {
    variants("a=1");
    at(1, request(null, 0));
    at(2, request(null, 0));
    at(3, new EngineEvent.CopyCrashed(0));
    at(5, new EngineEvent.CopyHealthy(0));
    at(10, new EngineEvent.MetricsDue(START.plusSeconds(10)));
    Fact.WindowClosed window = last(Fact.WindowClosed.class);
    assertEquals(2, window.most());
    assertEquals(3, window.requestSeconds(), 1e-9);
  }

  @Test
  void aRequestToACrashedVariantIsRefusedUntilItsContainerIsBack() {
    variants("a=1");
    at(1, new EngineEvent.CopyCrashed(0));
    at(2, request(null, 0));
    assertEquals(Outcome.REJECTED_NO_CAPACITY, lastOutcome());
    at(3, new EngineEvent.CopyHealthy(0));
    at(4, request(null, 0));
    assertEquals(0, last(Effect.Dispatch.class).copy());
  }

  @Test
  void aReportAboutAnEndedRequestIsIgnored() {
    variants("a=1");
    at(1, request(null, 0));
    long request = last(Effect.Dispatch.class).request();
    at(2, new EngineEvent.RequestFinished(request));
    at(3, new EngineEvent.RequestFailed(request));
    assertEquals(1, count(Fact.RequestEnded.class));
  }

  @Test
  void copiesThatFindNoRoomEndTheActivityUnfulfilled() {
    component(1, 1);
    at(1, new EngineEvent.RegisterTarget(
        new ScalableTarget(COMPONENT, CapacityRange.between(2, 2), Suspension.NONE)));
    assertEquals(List.of(ScalingActivity.Status.IN_PROGRESS), statuses(COMPONENT));
    Effect.WakeAt wake = last(Effect.WakeAt.class);
    assertEquals(Nanos.of(START.plusSeconds(1801)), wake.atNanos());
    at(1801, wake.event());
    assertEquals(List.of(ScalingActivity.Status.UNFULFILLED), statuses(COMPONENT));
    assertEquals(new Capacity(1, 1, 1, true), engine.fleet().capacity(COMPONENT));
  }

  @Test
  void aVariantBeyondTheQuotaFailsInAwsWords() {
    variants("a=1", "b=1");
    at(1, new EngineEvent.RegisterTarget(new ScalableTarget(VARIANT, CapacityRange.between(3, 3), Suspension.NONE)));
    ScalingActivity activity = engine.scaling().activities(VARIANT).getLast();
    assertEquals(ScalingActivity.Status.FAILED, activity.status());
    assertTrue(String.valueOf(activity.statusMessage()).startsWith("Failed to set desired instance count to 3. Reason: The"
        + " account-level service limit 'ml.g5.2xlarge for endpoint usage' is 3 Instances, with current utilization of 2"
        + " Instances and a request delta of 2 Instances."), activity.toString());
  }

  @Test
  void aPolicyPutAgainUnchangedKeepsItsAlarmsAndTheirStates() {
    variants("a=1");
    at(0, new EngineEvent.RegisterTarget(new ScalableTarget(VARIANT, CapacityRange.between(1, 3), Suspension.NONE)));
    at(0, tracking(5));
    String high = engine.alarms().names().getFirst();
    at(1, new EngineEvent.SetAlarm(high, AlarmState.OK, "by hand", null));
    at(2, tracking(5));
    assertEquals(AlarmState.OK, engine.alarms().status(high).state());
    at(3, tracking(6));
    assertEquals(2, engine.alarms().names().size());
    assertEquals(false, engine.alarms().names().contains(high));
  }

  private static EngineEvent tracking(double target) {
    return new EngineEvent.PutPolicy(VARIANT, new TargetTrackingPolicy("p",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), target, null, null, false));
  }

  @Test
  void capacityLoweredWhileCopiesStartDropsThoseFirst() {
    variants("a=1");
    at(1, new EngineEvent.SetCapacity(VARIANT, 3));
    at(2, new EngineEvent.InstanceReady(1));
    at(3, new EngineEvent.SetCapacity(VARIANT, 1));
    assertEquals(new Capacity(1, 1, 1, true), engine.fleet().capacity(VARIANT));
    assertEquals(2, count(Effect.ReleaseInstance.class));
  }

  @Test
  void aDeploymentDuringAScaleOutEndsAtTheWantedCapacity() {
    variants("a=1");
    at(1, new EngineEvent.SetCapacity(VARIANT, 1));
    at(2, new EngineEvent.Deploy(VARIANT));
    at(3, new EngineEvent.InstanceReady(1));
    at(4, new EngineEvent.SetCapacity(VARIANT, 2));
    at(5, new EngineEvent.InstanceReady(2));
    at(6, new EngineEvent.CopyHealthy(1));
    assertEquals(CopyState.IN_SERVICE, engine.fleet().stateOf(0));
    at(7, new EngineEvent.CopyHealthy(2));
    assertEquals(CopyState.STOPPED, engine.fleet().stateOf(0));
    assertEquals(new Capacity(2, 2, 2, true), engine.fleet().capacity(VARIANT));
  }

  @Test
  void anIdleInstanceThatIsReleasedIsTold() {
    component(1, 1);
    at(1, new EngineEvent.SetCapacity(COMPONENT, 0));
    assertEquals(1, last(Fact.CapacityChanged.class).instances());
    at(601, new EngineEvent.IdleDue(0));
    assertEquals(0, last(Fact.CapacityChanged.class).instances());
  }

  private List<ScalingActivity.Status> statuses(ResourceId resource) {
    return engine.scaling().activities(resource).stream().map(ScalingActivity::status).toList();
  }
}
