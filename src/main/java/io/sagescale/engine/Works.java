package io.sagescale.engine;

import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.CopyState;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.FleetOrder;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.VariantSpec;
import io.sagescale.scaling.CapacityView;
import io.sagescale.scaling.ScalingBook;
import java.util.List;
import java.util.function.Consumer;

/** What runs: lets the fleet change, and carries its orders to the requests, to the activities, and out to the world. */
final class Works {
  private final Present present;
  private final EngineSettings settings;
  private final Fleet fleet;
  private final Requests requests;
  private final ScalingBook scaling;
  private Consumer<ResourceId> whenGone = resource -> {};

  Works(Present present, EngineSettings settings, Fleet fleet, Requests requests, ScalingBook scaling) {
    this.present = present;
    this.settings = settings;
    this.fleet = fleet;
    this.requests = requests;
    this.scaling = scaling;
  }

  void create(EngineEvent.CreateEndpoint event) {
    EndpointSpec spec = event.spec();
    fleet.create(spec, present.now());
    for (VariantSpec variant : spec.variants()) {
      if (!variant.hostsComponents()) {
        requests.open(new ResourceId.Variant(spec.name(), variant.name()));
      }
    }
    begin(event.begin());
  }

  void create(EngineEvent.CreateComponent event) {
    fleet.create(event.spec(), present.now());
    requests.open(new ResourceId.Component(event.spec().name()));
    begin(event.begin());
  }

  void update(EndpointSpec spec) {
    fleet.update(spec, present.now());
    for (VariantSpec variantSpec : spec.variants()) {
      ResourceId.Variant variant = new ResourceId.Variant(spec.name(), variantSpec.name());
      if (fleet.isScalable(variant)) {
        requests.openOrRefresh(variant);
        noteCapacity(variant);
      } else {
        fleet.components().stream().filter(c -> fleet.hostOf(c).equals(variant)).forEach(requests::refresh);
      }
    }
    carryOutOrders();
  }

  void update(ComponentSpec spec) {
    fleet.update(spec, present.now());
    noteCapacity(new ResourceId.Component(spec.name()));
    carryOutOrders();
  }

  void deleteEndpoint(String endpoint) {
    fleet.deleteEndpoint(endpoint, present.now());
    carryOutOrders();
  }

  void delete(ResourceId.Component component) {
    fleet.deleteComponent(component, present.now());
    carryOutOrders();
  }

  void setWeight(ResourceId.Variant variant, double weight) {
    fleet.setWeight(variant, weight);
    if (fleet.isScalable(variant)) {
      requests.refresh(variant);
    }
  }

  /** Who hears that a resource is gone for good. */
  void whenGone(Consumer<ResourceId> hears) {
    whenGone = hears;
  }

  /** Sets a capacity, whoever asks for it. */
  void setDesired(ResourceId resource, int desired) {
    fleet.setDesired(resource, desired, present.now());
    noteCapacity(resource);
    carryOutOrders();
  }

  void deploy(ResourceId resource) {
    fleet.deploy(resource, present.now());
    noteCapacity(resource);
    carryOutOrders();
  }

  void drained(int copy) {
    fleet.copyDrained(copy, present.now());
    carryOutOrders();
  }

  void drainLimit(int copy) {
    if (fleet.stateOf(copy) == CopyState.DRAINING) {
      requests.failAllOn(copy, present.nanos());
      drained(copy);
    }
  }

  void checkIdle(int instance) {
    fleet.checkIdle(instance, present.now());
    carryOutOrders();
  }

  void checkPlacement(EngineEvent.PlacementDue due) {
    fleet.checkPlacement(due.resource(), due.update(), present.now());
    carryOutOrders();
  }

  /** Lets the orders go out, or performs the starts at once for what is in service from the first moment. */
  private void begin(EngineEvent.Begin begin) {
    switch (begin) {
      case STARTING -> carryOutOrders();
      case IN_SERVICE -> {
        List<FleetOrder> orders = fleet.takeOrders();
        while (!orders.isEmpty()) {
          for (FleetOrder order : orders) {
            switch (order) {
              case FleetOrder.LaunchInstance o -> fleet.instanceReady(o.instance(), present.now());
              case FleetOrder.StartCopy o -> fleet.copyHealthy(o.copy(), present.now());
              case FleetOrder.ReleaseInstance o -> carryOut(o);
              case FleetOrder.StopCopy o -> carryOut(o);
              case FleetOrder.EnterService o -> carryOut(o);
              case FleetOrder.LeaveService o -> carryOut(o);
              case FleetOrder.CheckIdle o -> carryOut(o);
              case FleetOrder.CheckPlacement o -> carryOut(o);
              case FleetOrder.GivenUp o -> carryOut(o);
              case FleetOrder.Gone o -> carryOut(o);
              case FleetOrder.Settled o -> carryOut(o);
            }
          }
          orders = fleet.takeOrders();
        }
      }
    }
  }

  private void carryOutOrders() {
    List<FleetOrder> orders = fleet.takeOrders();
    while (!orders.isEmpty()) {
      for (FleetOrder order : orders) {
        carryOut(order);
      }
      orders = fleet.takeOrders();
    }
  }

  private void carryOut(FleetOrder order) {
    switch (order) {
      case FleetOrder.LaunchInstance o -> present.tell(new Effect.LaunchInstance(o.instance(), o.instanceType()));
      case FleetOrder.ReleaseInstance o -> {
        present.tell(new Effect.ReleaseInstance(o.instance()));
        fleet.carriedBy(o.instance()).forEach(this::noteCapacity);
      }
      case FleetOrder.StartCopy o ->
          present.tell(new Effect.StartCopy(o.copy(), o.instance(), o.owner(), o.hasImage()));
      case FleetOrder.StopCopy o -> {
        requests.gone(o.copy(), fleet.ownerOf(o.copy()), present.nanos());
        present.tell(new Effect.StopCopy(o.copy()));
      }
      case FleetOrder.EnterService o -> {
        requests.enter(o.copy(), o.owner());
        noteCapacity(o.owner());
      }
      case FleetOrder.LeaveService o -> {
        requests.leave(o.copy(), o.owner());
        noteCapacity(o.owner());
        if (requests.isDrained(o.copy())) {
          fleet.copyDrained(o.copy(), present.now());
        } else {
          present.wakeAt(present.now().plus(settings.drainLimit()), new EngineEvent.DrainLimit(o.copy()));
        }
      }
      case FleetOrder.CheckIdle o -> present.wakeAt(o.at(), new EngineEvent.IdleDue(o.instance()));
      case FleetOrder.CheckPlacement o ->
          present.wakeAt(o.at(), new EngineEvent.PlacementDue(o.resource(), o.update()));
      case FleetOrder.GivenUp o -> {
        scaling.capacityUnfulfilled(o.resource(), present.now());
        noteActivities();
        noteCapacity(o.resource());
      }
      case FleetOrder.Gone o -> {
        whenGone.accept(o.resource());
        requests.close(o.resource());
        fleet.forget(o.resource());
      }
      case FleetOrder.Settled o -> {
        requests.settled(o.resource());
        scaling.capacityReached(o.resource(), o.capacity(), present.now());
        noteActivities();
        noteCapacity(o.resource());
      }
    }
  }

  void reported(EngineEvent.OfFleet event) {
    switch (event) {
      case EngineEvent.InstanceReady e -> {
        fleet.instanceReady(e.instance(), present.now());
        fleet.carriedBy(e.instance()).forEach(this::noteCapacity);
      }
      case EngineEvent.StageEnded e -> stageEnded(e);
      case EngineEvent.CopyHealthy e -> fleet.copyHealthy(e.copy(), present.now());
      case EngineEvent.CopyCrashed e -> {
        requests.failAllOn(e.copy(), present.nanos());
        fleet.copyCrashed(e.copy(), present.now());
      }
      case EngineEvent.RequestsLost e -> {
        requests.failAllOn(e.copy(), present.nanos());
        fleet.copyDrained(e.copy(), present.now());
      }
    }
    carryOutOrders();
  }

  /** A copy that was given up meanwhile has no stages any more. */
  private void stageEnded(EngineEvent.StageEnded event) {
    if (fleet.stateOf(event.copy()) == CopyState.STARTING) {
      present.tell(new Fact.CopyStage(fleet.ownerOf(event.copy()), event.copy(), event.stage(), event.from(), present.now()));
    }
  }

  CapacityView view(ResourceId resource) {
    Capacity capacity = fleet.capacity(resource);
    return new CapacityView(capacity.desired(), capacity.running(), capacity.isScalable());
  }

  void noteActivities() {
    for (ScalingActivity activity : scaling.takeChanges()) {
      present.tell(new Fact.ActivityChanged(activity, present.now()));
    }
  }

  private void noteCapacity(ResourceId resource) {
    Capacity capacity = fleet.capacity(resource);
    present.tell(new Fact.CapacityChanged(
        resource, capacity.desired(), capacity.running(), capacity.instances(), present.now()));
  }
}
