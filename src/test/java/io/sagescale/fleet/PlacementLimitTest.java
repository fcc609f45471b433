package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of copies that find no instance. */
final class PlacementLimitTest {
  private static final Instant LIMIT = Fleets.T0.plusSeconds(1800);

  private final Fleet fleet = Fleets.fleet(3);

  private FleetOrder.CheckPlacement watched() {
    return fleet.takeOrders().stream().filter(FleetOrder.CheckPlacement.class::isInstance)
        .map(FleetOrder.CheckPlacement.class::cast).reduce((a, b) -> b).orElseThrow();
  }

  @Test
  void copiesWithoutRoomAreGivenUpAtTheLimitAndTheComponentIsScalableAgain() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 1, 0, 1), Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 3, Fleets.T0);
    FleetOrder.CheckPlacement watched = watched();
    assertEquals(LIMIT, watched.at());
    fleet.checkPlacement(Fleets.COMPONENT, watched.update(), LIMIT);
    assertTrue(fleet.takeOrders().contains(new FleetOrder.GivenUp(Fleets.COMPONENT, 1)));
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(Fleets.COMPONENT));
  }

  @Test
  void aVariantThatGetsNoInstanceGoesBackToWhatItHas() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 2, Fleets.T0);
    fleet.checkPlacement(Fleets.VARIANT, watched().update(), LIMIT);
    fleet.instanceReady(1, LIMIT);
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void copiesThatStartAreNotGivenUp() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 3, Fleets.T0);
    FleetOrder.CheckPlacement watched = watched();
    fleet.instanceReady(1, Fleets.T0);
    fleet.checkPlacement(Fleets.VARIANT, watched.update(), LIMIT);
    assertEquals(new Capacity(2, 1, 2, false), fleet.capacity(Fleets.VARIANT));
    fleet.copyHealthy(1, LIMIT);
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void theLimitOfAnEarlierUpdateMeansNothingToALaterOne() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 2, Fleets.T0);
    FleetOrder.CheckPlacement earlier = watched();
    fleet.setDesired(Fleets.VARIANT, 3, Fleets.T0.plusSeconds(1000));
    fleet.checkPlacement(Fleets.VARIANT, earlier.update(), LIMIT);
    assertEquals(new Capacity(3, 1, 1, false), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void aRollOutBeyondTheQuotaGoesBackToTheVersionBefore() {
    fleet.create(Fleets.endpoint(2), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.deploy(Fleets.VARIANT, Fleets.T0);
    FleetOrder.CheckPlacement watched = watched();
    fleet.instanceReady(2, Fleets.T0);
    fleet.copyHealthy(2, Fleets.T0);
    assertEquals(CopyState.WAITING, fleet.stateOf(3));
    fleet.checkPlacement(Fleets.VARIANT, watched.update(), LIMIT);
    Fleets.perform(fleet, LIMIT);
    assertEquals(List.of(0, 1), fleet.inService(Fleets.VARIANT));
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void aCopyThatWaitsForTheQuotaIsPlacedWhenAnotherVariantGivesAnInstanceBack() {
    ResourceId.Variant a = new ResourceId.Variant("ep", "a");
    ResourceId.Variant b = new ResourceId.Variant("ep", "b");
    fleet.create(new EndpointSpec("ep", List.of(variant("a", 2), variant("b", 1))), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(b, 2, Fleets.T0);
    assertEquals(CopyState.WAITING, fleet.stateOf(3));
    fleet.setDesired(a, 1, Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(b));
  }

  private static VariantSpec variant(String name, int instances) {
    return new VariantSpec(name, "ml.g5.2xlarge", instances, 1, RoutingStrategy.RANDOM, null, false);
  }
}
