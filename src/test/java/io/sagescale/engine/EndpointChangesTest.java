package io.sagescale.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.fleet.FleetSettings;
import io.sagescale.fleet.Standing;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import io.sagescale.scaling.ScalingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What requests meet while an endpoint is deleted, weighed anew or given other variants. */
final class EndpointChangesTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final ResourceId.Variant A = new ResourceId.Variant("ep", "a");
  private static final ResourceId.Variant B = new ResourceId.Variant("ep", "b");

  private final Engine engine = new Engine(settings(), START);
  private final List<Effect> told = new ArrayList<>();

  private static EngineSettings settings() {
    TreeMap<String, InstanceType> types = new TreeMap<>();
    types.put("ml.g5.2xlarge", new InstanceType("ml.g5.2xlarge", 8, 32 * 1024, 1, 1.515));
    return new EngineSettings(new FleetSettings(types, 10, 3, Duration.ofMinutes(30)), ScalingSettings.DEFAULTS,
        new AlarmTiming(1, null, null),
        new EngineSettings.Publication(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1),
        EngineSettings.INVOCATION_LIMIT, EngineSettings.STREAMING_LIMIT, Duration.ofMinutes(8), Duration.ZERO);
  }

  private void at(int second, EngineEvent event) {
    engine.advanceTo(Nanos.of(START.plusSeconds(second)));
    engine.handle(event);
    engine.outbox().drain(told::add);
  }

  private static EndpointSpec endpoint(String... variants) {
    List<VariantSpec> specs = new ArrayList<>();
    for (String name : variants) {
      specs.add(new VariantSpec(name, "ml.g5.2xlarge", 1, 1, RoutingStrategy.RANDOM, null, false));
    }
    return new EndpointSpec("ep", specs);
  }

  private void create(String... variants) {
    at(0, new EngineEvent.CreateEndpoint(endpoint(variants), EngineEvent.Begin.IN_SERVICE));
  }

  /** The copy that a request with that draw goes to; -1 when there is none. */
  private int copyFor(int second, double draw) {
    told.clear();
    at(second, new EngineEvent.RequestArrived(new Destination("ep", null), 10, 10, false, draw, 0.5, 7));
    return told.stream().filter(Effect.Dispatch.class::isInstance).map(Effect.Dispatch.class::cast)
        .map(Effect.Dispatch::copy).findFirst().orElse(-1);
  }

  private Fact.RequestEnded lastEnd() {
    return told.reversed().stream().filter(Fact.RequestEnded.class::isInstance).map(Fact.RequestEnded.class::cast)
        .findFirst().orElseThrow();
  }

  @Test
  void aDeletedEndpointFinishesItsRequestsTakesNoneAndIsThenGone() {
    create("a");
    assertEquals(0, copyFor(1, 0));
    at(2, new EngineEvent.DeleteEndpoint("ep"));
    assertEquals(Standing.DELETING, engine.fleet().standing("ep"));
    assertEquals(-1, copyFor(3, 0));
    assertEquals(Outcome.REJECTED_NO_CAPACITY, lastEnd().outcome());
    at(4, new EngineEvent.RequestFinished(0));
    assertEquals(Outcome.COMPLETED, lastEnd().outcome());
    assertFalse(engine.fleet().hasEndpoint("ep"));
    assertEquals(-1, copyFor(5, 0));
    assertEquals(Outcome.REJECTED_NO_CAPACITY, lastEnd().outcome());
    at(10, new EngineEvent.MetricsDue(START.plusSeconds(10)));
    assertEquals(0, told.stream().filter(Fact.WindowClosed.class::isInstance).count());
  }

  @Test
  void anEndpointOfTheSameNameServesAgain() {
    create("a");
    at(1, new EngineEvent.DeleteEndpoint("ep"));
    at(2, new EngineEvent.CreateEndpoint(endpoint("a"), EngineEvent.Begin.IN_SERVICE));
    assertEquals(1, copyFor(3, 0));
    at(10, new EngineEvent.MetricsDue(START.plusSeconds(10)));
    assertEquals(1, told.stream().filter(Fact.WindowClosed.class::isInstance).count());
  }

  @Test
  void aNewWeightCountsFromTheNextRequest() {
    create("a", "b");
    assertEquals(1, copyFor(1, 0.6));
    at(2, new EngineEvent.SetWeight(A, 3));
    assertEquals(0, copyFor(3, 0.6));
  }

  @Test
  void aNewVariantGetsNoRequestsUntilItServes() {
    create("a");
    at(1, new EngineEvent.UpdateEndpoint(endpoint("a", "b")));
    at(2, new EngineEvent.InstanceReady(2));
    assertEquals(0, copyFor(3, 0.9));
    at(4, new EngineEvent.CopyHealthy(2));
    assertEquals(2, copyFor(5, 0.9));
    assertEquals(Standing.UPDATING, engine.fleet().standing("ep"));
    at(6, new EngineEvent.InstanceReady(1));
    at(7, new EngineEvent.CopyHealthy(1));
    assertEquals(1, copyFor(8, 0.1));
  }

  @Test
  void aVariantThatIsLeftOutServesUntilTheOthersDo() {
    create("a");
    at(1, new EngineEvent.UpdateEndpoint(endpoint("b")));
    assertEquals(0, copyFor(2, 0.9));
    at(3, new EngineEvent.RequestFinished(0));
    at(4, new EngineEvent.InstanceReady(1));
    at(5, new EngineEvent.CopyHealthy(1));
    assertEquals(List.of(B), engine.fleet().variantsOf("ep"));
    assertEquals(1, copyFor(6, 0.1));
    assertTrue(engine.fleet().isScalable(B));
  }
}
