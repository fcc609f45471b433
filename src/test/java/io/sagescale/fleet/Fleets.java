package io.sagescale.fleet;

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

/** Short words for fleets, to build tests from. */
final class Fleets {
  static final Instant T0 = Instant.parse("2026-01-05T08:00:00Z");
  static final ResourceId.Variant VARIANT = new ResourceId.Variant("ep", "AllTraffic");
  static final ResourceId.Component COMPONENT = new ResourceId.Component("ic");

  private Fleets() {}

  static Fleet fleet(int quota) {
    TreeMap<String, InstanceType> types = new TreeMap<>();
    types.put("ml.g5.2xlarge", new InstanceType("ml.g5.2xlarge", 8, 32 * 1024, 1, 1.515));
    types.put("ml.g5.12xlarge", new InstanceType("ml.g5.12xlarge", 48, 192 * 1024, 4, 7.09));
    return new Fleet(new FleetSettings(types, quota, 3, Duration.ofMinutes(30)));
  }

  static EndpointSpec endpoint(int instances) {
    return new EndpointSpec("ep", List.of(new VariantSpec("AllTraffic", "ml.g5.2xlarge", instances, 1,
        RoutingStrategy.RANDOM, null, false)));
  }

  static EndpointSpec hosting(String type, int instances, int min, int max) {
    ManagedInstanceScaling managed =
        new ManagedInstanceScaling(CapacityRange.between(min, max), Duration.ofMinutes(10));
    return new EndpointSpec("ep", List.of(new VariantSpec("AllTraffic", type, instances, 1,
        RoutingStrategy.RANDOM, managed, true)));
  }

  static ComponentSpec component(int copies) {
    return new ComponentSpec("ic", VARIANT, new ComputeRequirements(1, 2, 1024), copies);
  }

  /** Performs every start at once; returns the names of all orders, in order. */
  static List<String> perform(Fleet fleet, Instant now) {
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
}
