package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left, and when nothing is. */
final class DeletionTest {
  private final Fleet fleet = Fleets.fleet(20);

  @Test
  void anEndpointIsGoneWhenItsLastCopyHasDrained() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.deleteEndpoint("ep", Fleets.T0);
    assertEquals(Standing.DELETING, fleet.standing("ep"));
    assertEquals(List.of("LeaveService", "StopCopy", "ReleaseInstance", "Gone"), Fleets.perform(fleet, Fleets.T0));
    fleet.forget(Fleets.VARIANT);
    assertFalse(fleet.hasEndpoint("ep"));
  }

  @Test
  void anEndpointWhoseInstancesAreStillOnTheirWayIsGoneAtOnce() {
    fleet.create(Fleets.endpoint(2), Fleets.T0);
    fleet.takeOrders();
    fleet.deleteEndpoint("ep", Fleets.T0);
    assertEquals(List.of("StopCopy", "ReleaseInstance", "StopCopy", "ReleaseInstance", "Gone"),
        Fleets.perform(fleet, Fleets.T0));
    fleet.instanceReady(0, Fleets.T0);
    assertEquals(List.of(), fleet.takeOrders());
  }

  @Test
  void aComponentStaysWithoutCopiesWhenItsEndpointGoes() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 1, 0, 3), Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.deleteEndpoint("ep", Fleets.T0);
    assertEquals(List.of("LeaveService", "StopCopy", "ReleaseInstance", "Gone"), Fleets.perform(fleet, Fleets.T0));
    fleet.forget(Fleets.VARIANT);
    assertTrue(fleet.isScalable(Fleets.COMPONENT));
    assertEquals(new Capacity(1, 0, 0, true), fleet.capacity(Fleets.COMPONENT));
    fleet.setDesired(Fleets.COMPONENT, 2, Fleets.T0);
    assertEquals(0, fleet.capacity(Fleets.COMPONENT).running());
  }

  @Test
  void aComponentIsGoneWhenItsLastCopyHasDrainedAndItsInstanceStays() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 1, 0, 3), Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.deleteComponent(Fleets.COMPONENT, Fleets.T0);
    assertEquals(Standing.DELETING, fleet.standing(Fleets.COMPONENT));
    assertEquals(List.of("LeaveService", "StopCopy", "CheckIdle", "Gone"), Fleets.perform(fleet, Fleets.T0));
    assertEquals(1, fleet.instances(Fleets.VARIANT).running());
  }

  @Test
  void theLimitOfADeletedResourceMeansNothingToALaterOneOfItsName() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    FleetOrder.CheckPlacement old = fleet.takeOrders().stream().filter(FleetOrder.CheckPlacement.class::isInstance)
        .map(FleetOrder.CheckPlacement.class::cast).findFirst().orElseThrow();
    fleet.deleteEndpoint("ep", Fleets.T0);
    fleet.forget(Fleets.VARIANT);
    fleet.checkPlacement(Fleets.VARIANT, old.update(), old.at());
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    fleet.checkPlacement(Fleets.VARIANT, old.update(), old.at());
    assertEquals(Standing.CREATING, fleet.standing("ep"));
  }
}
