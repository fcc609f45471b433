package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetTest {
  private final Fleet fleet = Fleets.fleet(20);

  @Test
  void anInstanceComesBeforeItsCopyAndServiceAfterBoth() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    assertEquals(List.of("LaunchInstance", "CheckPlacement", "StartCopy", "EnterService", "Settled"), Fleets.perform(fleet, Fleets.T0));
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void anEndpointIsNotScalableUntilTheLastCopyServes() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 3, Fleets.T0);
    assertEquals(new Capacity(3, 1, 1, false), fleet.capacity(Fleets.VARIANT));
    Fleets.perform(fleet, Fleets.T0);
    assertEquals(new Capacity(3, 3, 3, true), fleet.capacity(Fleets.VARIANT));
  }

  @Test
  void scaleInDrainsTheNewestAndReleasesItsInstance() {
    fleet.create(Fleets.endpoint(2), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 1, Fleets.T0);
    assertEquals(CopyState.IN_SERVICE, fleet.stateOf(0));
    assertEquals(CopyState.DRAINING, fleet.stateOf(1));
    assertEquals(List.of("LeaveService", "StopCopy", "ReleaseInstance", "Settled"), Fleets.perform(fleet, Fleets.T0));
  }

  @Test
  void aCrashedContainerStillCountsAsInService() {
    fleet.create(Fleets.endpoint(2), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.copyCrashed(0, Fleets.T0);
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(Fleets.VARIANT));
    assertEquals(List.of(0, 1), fleet.emitting(Fleets.VARIANT));
  }

  @Test
  void aDeploymentDrainsTheOldVersionOnceTheNewOneServes() {
    fleet.create(Fleets.endpoint(2), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.deploy(Fleets.VARIANT, Fleets.T0);
    assertEquals(new Capacity(2, 2, 2, false), fleet.capacity(Fleets.VARIANT));
    assertEquals(List.of("LaunchInstance", "LaunchInstance", "CheckPlacement", "StartCopy", "StartCopy", "EnterService",
        "EnterService", "LeaveService", "LeaveService", "StopCopy", "ReleaseInstance", "StopCopy", "ReleaseInstance", "Settled"),
        Fleets.perform(fleet, Fleets.T0));
    assertEquals(CopyState.STOPPED, fleet.stateOf(0));
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(Fleets.VARIANT));
  }

  @ParameterizedTest
  @CsvSource({
      "copies, instances",
      "1,      1",
      "4,      1",
      "5,      2",
      "9,      3",
  })
  void copiesArePackedByAccelerators(String copies, String instances) {
    if (copies.equals("copies")) {
      return;
    }
    fleet.create(Fleets.hosting("ml.g5.12xlarge", 0, 0, 3), Fleets.T0);
    fleet.create(Fleets.component(Integer.parseInt(copies)), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    assertEquals(Integer.parseInt(instances), fleet.capacity(Fleets.COMPONENT).instances());
  }

  @Test
  void copiesAreSpreadOverZonesBeforeInstances() {
    fleet.create(Fleets.hosting("ml.g5.12xlarge", 3, 0, 3), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.create(Fleets.component(3), Fleets.T0);
    List<Integer> instances = new ArrayList<>();
    for (FleetOrder order : fleet.takeOrders()) {
      if (order instanceof FleetOrder.StartCopy start) {
        instances.add(start.instance());
      }
    }
    assertEquals(List.of(0, 1, 2), instances);
  }

  @Test
  void aCopyWithoutRoomWaitsAndIsPlacedWhenAnotherLeaves() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 1, 0, 1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 2, Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    assertEquals(CopyState.WAITING, fleet.stateOf(1));
    fleet.setDesired(Fleets.COMPONENT, 1, Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    assertEquals(CopyState.STOPPED, fleet.stateOf(1));
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(Fleets.COMPONENT));
  }

  @Test
  void anIdleInstanceIsReleasedAfterItsTimeAndNotBelowTheMinimum() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 0, 1, 2), Fleets.T0);
    fleet.create(Fleets.component(2), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 0, Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.checkIdle(1, Fleets.T0.plusSeconds(599));
    assertEquals(2, fleet.capacity(Fleets.COMPONENT).instances());
    fleet.checkIdle(1, Fleets.T0.plusSeconds(600));
    fleet.checkIdle(0, Fleets.T0.plusSeconds(600));
    assertEquals(1, fleet.capacity(Fleets.COMPONENT).instances());
  }

  @Test
  void anInstanceThatRanTheModelBeforeHasItsImage() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 0, 0, 2), Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 0, Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 1, Fleets.T0);
    FleetOrder.StartCopy start = (FleetOrder.StartCopy) fleet.takeOrders().getFirst();
    assertEquals(true, start.hasImage());
  }

  @Test
  void quotaRefusesAVariantAndNotAComponent() {
    Fleet small = Fleets.fleet(2);
    small.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(small, Fleets.T0);
    assertEquals(new QuotaRefusal("ml.g5.2xlarge", 2, 1, 3), small.refusal(Fleets.VARIANT, 4).orElseThrow());
    assertEquals(true, small.refusal(Fleets.VARIANT, 2).isEmpty());
    assertEquals(true, fleetWithComponent().refusal(Fleets.COMPONENT, 50).isEmpty());
  }

  private static Fleet fleetWithComponent() {
    Fleet hosting = Fleets.fleet(2);
    hosting.create(Fleets.hosting("ml.g5.2xlarge", 0, 0, 3), Fleets.T0);
    hosting.create(Fleets.component(1), Fleets.T0);
    return hosting;
  }

  @Test
  void anInstanceThatLostItsCopiesBeforeItRanIsReleasedOnceIdle() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 0, 0, 2), Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 0, Fleets.T0);
    fleet.checkIdle(0, Fleets.T0.plusSeconds(600));
    Instant ready = Fleets.T0.plusSeconds(700);
    fleet.takeOrders();
    fleet.instanceReady(0, ready);
    assertEquals(List.of(new FleetOrder.CheckIdle(0, ready.plusSeconds(600))), fleet.takeOrders());
    fleet.checkIdle(0, ready.plusSeconds(600));
    assertEquals(List.of(new FleetOrder.ReleaseInstance(0)), fleet.takeOrders());
  }

  @Test
  void aNewInstanceGoesToTheZoneWithTheFewest() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 3, 0, 4), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.create(Fleets.component(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.checkIdle(1, Fleets.T0.plusSeconds(600));
    fleet.takeOrders();
    fleet.setDesired(Fleets.COMPONENT, 3, Fleets.T0.plusSeconds(600));
    assertEquals(new FleetOrder.LaunchInstance(3, "ml.g5.2xlarge", 1), fleet.takeOrders().stream()
        .filter(FleetOrder.LaunchInstance.class::isInstance).findFirst().orElseThrow());
  }

  @Test
  void aCopyBesideOneThatStillPullsHasNoImageYet() {
    fleet.create(Fleets.hosting("ml.g5.12xlarge", 1, 0, 1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.create(Fleets.component(2), Fleets.T0);
    assertEquals(List.of(false, false), images(fleet.takeOrders()));
    fleet.copyHealthy(0, Fleets.T0);
    fleet.setDesired(Fleets.COMPONENT, 3, Fleets.T0);
    assertEquals(List.of(true), images(fleet.takeOrders()));
  }

  private static List<Boolean> images(List<FleetOrder> orders) {
    List<Boolean> images = new ArrayList<>();
    for (FleetOrder order : orders) {
      if (order instanceof FleetOrder.StartCopy start) {
        images.add(start.hasImage());
      }
    }
    return images;
  }

  @Test
  void theBillCountsEachInstanceFromRunningToRelease() {
    fleet.create(Fleets.endpoint(1), Fleets.T0);
    Fleets.perform(fleet, Fleets.T0);
    fleet.setDesired(Fleets.VARIANT, 2, Fleets.T0.plusSeconds(1000));
    Fleets.perform(fleet, Fleets.T0.plusSeconds(1400));
    fleet.setDesired(Fleets.VARIANT, 1, Fleets.T0.plusSeconds(2400));
    Fleets.perform(fleet, Fleets.T0.plusSeconds(2400));
    Bill bill = fleet.bill(Fleets.T0.plusSeconds(3600));
    assertEquals(3600 + 1000, bill.instanceSeconds(), 1e-9);
    assertEquals(4600 / 3600.0 * 1.515, bill.usd(), 1e-9);
  }

  @Test
  void aCopyThatFitsOnNoEmptyInstanceIsRefused() {
    fleet.create(Fleets.hosting("ml.g5.2xlarge", 0, 0, 2), Fleets.T0);
    assertThrows(IllegalArgumentException.class, () -> fleet.create(
        new ComponentSpec("ic", Fleets.VARIANT, new ComputeRequirements(2, 1, 1), 1), Fleets.T0));
  }
}
