package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ManagedInstanceScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetTest {
  private static final Instant T0 = Instant.parse("2026-01-05T08:00:00Z");
  private static final ResourceId.Variant VARIANT = new ResourceId.Variant("ep", "AllTraffic");
  private static final ResourceId.Component COMPONENT = new ResourceId.Component("ic");

  private final Fleet fleet = fleet(20);

  private static Fleet fleet(int quota) {
    TreeMap<String, InstanceType> types = new TreeMap<>();
    types.put("ml.g5.2xlarge", new InstanceType("ml.g5.2xlarge", 8, 32 * 1024, 1, 1.515));
    types.put("ml.g5.12xlarge", new InstanceType("ml.g5.12xlarge", 48, 192 * 1024, 4, 7.09));
    return new Fleet(new FleetSettings(types, quota, 3));
  }

  private static EndpointSpec endpoint(int instances) {
    return new EndpointSpec("ep", List.of(new VariantSpec("AllTraffic", "ml.g5.2xlarge", instances, 1,
        RoutingStrategy.RANDOM, null, false)));
  }

  private static EndpointSpec hosting(String type, int instances, int min, int max) {
    ManagedInstanceScaling managed =
        new ManagedInstanceScaling(CapacityRange.between(min, max), Duration.ofMinutes(10));
    return new EndpointSpec("ep", List.of(new VariantSpec("AllTraffic", type, instances, 1,
        RoutingStrategy.RANDOM, managed, true)));
  }

  private static ComponentSpec component(int copies) {
    return new ComponentSpec("ic", VARIANT, new ComputeRequirements(1, 2, 1024), copies);
  }

  /** Performs every start at once; returns the names of all orders, in order. */
  private static List<String> perform(Fleet fleet, Instant now) {
    List<String> names = new ArrayList<>();
    List<FleetOrder> orders = fleet.takeOrders();
    while (!orders.isEmpty()) {
      for (FleetOrder order : orders) {
        names.add(order.getClass().getSimpleName());
        if (order instanceof FleetOrder.LaunchInstance o) {
          fleet.instanceReady(o.instance(), now);
        } else if (order instanceof FleetOrder.StartCopy o) {
          fleet.copyHealthy(o.copy(), now);
        } else if (order instanceof FleetOrder.LeaveService o) {
          fleet.copyDrained(o.copy(), now);
        }
      }
      orders = fleet.takeOrders();
    }
    return names;
  }

  @Test
  void anInstanceComesBeforeItsCopyAndServiceAfterBoth() {
    fleet.create(endpoint(1), T0);
    assertEquals(List.of("LaunchInstance", "StartCopy", "EnterService", "Settled"), perform(fleet, T0));
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(VARIANT));
  }

  @Test
  void anEndpointIsNotScalableUntilTheLastCopyServes() {
    fleet.create(endpoint(1), T0);
    perform(fleet, T0);
    fleet.setDesired(VARIANT, 3, T0);
    assertEquals(new Capacity(3, 1, 1, false), fleet.capacity(VARIANT));
    perform(fleet, T0);
    assertEquals(new Capacity(3, 3, 3, true), fleet.capacity(VARIANT));
  }

  @Test
  void scaleInDrainsTheNewestAndReleasesItsInstance() {
    fleet.create(endpoint(2), T0);
    perform(fleet, T0);
    fleet.setDesired(VARIANT, 1, T0);
    assertEquals(CopyState.IN_SERVICE, fleet.stateOf(0));
    assertEquals(CopyState.DRAINING, fleet.stateOf(1));
    assertEquals(List.of("LeaveService", "StopCopy", "ReleaseInstance", "Settled"), perform(fleet, T0));
  }

  @Test
  void aCrashedContainerStillCountsAsInService() {
    fleet.create(endpoint(2), T0);
    perform(fleet, T0);
    fleet.copyCrashed(0, T0);
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(VARIANT));
    assertEquals(List.of(0, 1), fleet.emitting(VARIANT));
  }

  @Test
  void aDeploymentDrainsTheOldVersionOnceTheNewOneServes() {
    fleet.create(endpoint(2), T0);
    perform(fleet, T0);
    fleet.deploy(VARIANT);
    assertEquals(new Capacity(2, 2, 2, false), fleet.capacity(VARIANT));
    assertEquals(List.of("LaunchInstance", "LaunchInstance", "StartCopy", "StartCopy", "EnterService", "EnterService",
        "LeaveService", "LeaveService", "StopCopy", "ReleaseInstance", "StopCopy", "ReleaseInstance", "Settled"),
        perform(fleet, T0));
    assertEquals(CopyState.STOPPED, fleet.stateOf(0));
    assertEquals(new Capacity(2, 2, 2, true), fleet.capacity(VARIANT));
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
    fleet.create(hosting("ml.g5.12xlarge", 0, 0, 3), T0);
    fleet.create(component(Integer.parseInt(copies)), T0);
    perform(fleet, T0);
    assertEquals(Integer.parseInt(instances), fleet.capacity(COMPONENT).instances());
  }

  @Test
  void copiesAreSpreadOverZonesBeforeInstances() {
    fleet.create(hosting("ml.g5.12xlarge", 3, 0, 3), T0);
    perform(fleet, T0);
    fleet.create(component(3), T0);
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
    fleet.create(hosting("ml.g5.2xlarge", 1, 0, 1), T0);
    perform(fleet, T0);
    fleet.create(component(1), T0);
    perform(fleet, T0);
    fleet.setDesired(COMPONENT, 2, T0);
    perform(fleet, T0);
    assertEquals(CopyState.WAITING, fleet.stateOf(1));
    fleet.setDesired(COMPONENT, 1, T0);
    perform(fleet, T0);
    assertEquals(CopyState.STOPPED, fleet.stateOf(1));
    assertEquals(new Capacity(1, 1, 1, true), fleet.capacity(COMPONENT));
  }

  @Test
  void anIdleInstanceIsReleasedAfterItsTimeAndNotBelowTheMinimum() {
    fleet.create(hosting("ml.g5.2xlarge", 0, 1, 2), T0);
    fleet.create(component(2), T0);
    perform(fleet, T0);
    fleet.setDesired(COMPONENT, 0, T0);
    perform(fleet, T0);
    fleet.checkIdle(1, T0.plusSeconds(599));
    assertEquals(2, fleet.capacity(COMPONENT).instances());
    fleet.checkIdle(1, T0.plusSeconds(600));
    fleet.checkIdle(0, T0.plusSeconds(600));
    assertEquals(1, fleet.capacity(COMPONENT).instances());
  }

  @Test
  void anInstanceThatRanTheModelBeforeHasItsImage() {
    fleet.create(hosting("ml.g5.2xlarge", 0, 0, 2), T0);
    fleet.create(component(1), T0);
    perform(fleet, T0);
    fleet.setDesired(COMPONENT, 0, T0);
    perform(fleet, T0);
    fleet.setDesired(COMPONENT, 1, T0);
    FleetOrder.StartCopy start = (FleetOrder.StartCopy) fleet.takeOrders().getFirst();
    assertEquals(true, start.hasImage());
  }

  @Test
  void quotaIsRefusedInAwsWords() {
    Fleet small = fleet(2);
    small.create(endpoint(1), T0);
    perform(small, T0);
    assertEquals("The account-level service limit 'ml.g5.2xlarge for endpoint usage' is 2 Instances, with current"
        + " utilization of 1 Instances and a request delta of 3 Instances. Please contact AWS support to request an"
        + " increase for this limit.", small.refusal(VARIANT, 4).orElseThrow());
    assertEquals(true, small.refusal(VARIANT, 2).isEmpty());
  }

  @Test
  void theBillCountsEachInstanceFromRunningToRelease() {
    fleet.create(endpoint(1), T0);
    perform(fleet, T0);
    fleet.setDesired(VARIANT, 2, T0.plusSeconds(1000));
    perform(fleet, T0.plusSeconds(1400));
    fleet.setDesired(VARIANT, 1, T0.plusSeconds(2400));
    perform(fleet, T0.plusSeconds(2400));
    Bill bill = fleet.bill(T0.plusSeconds(3600));
    assertEquals(3600 + 1000, bill.instanceSeconds(), 1e-9);
    assertEquals(4600 / 3600.0 * 1.515, bill.usd(), 1e-9);
  }

  @Test
  void aCopyThatFitsOnNoEmptyInstanceIsRefused() {
    fleet.create(hosting("ml.g5.2xlarge", 0, 0, 2), T0);
    assertThrows(IllegalArgumentException.class, () -> fleet.create(
        new ComponentSpec("ic", VARIANT, new ComputeRequirements(2, 1, 1), 1), T0));
  }
}
