package io.sagescale.fleet;

import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How copies come and go until what is wanted stands: placed, started, drained, replaced, and given up. */
final class Turnover {
  private final FleetSettings settings;
  private final Inventory inventory;
  private final Machines machines;
  private final Orders orders;
  private int updates;

  Turnover(FleetSettings settings, Inventory inventory, Machines machines, Orders orders) {
    this.settings = settings;
    this.inventory = inventory;
    this.machines = machines;
    this.orders = orders;
  }

  /** As {@link Fleet#setDesired} says. */
  void setDesired(Group group, int desired, Instant now) {
    group.desired = desired;
    group.meet(Standing.Event.CHANGE, now);
    List<Copy> current = group.current();
    for (int i = current.size(); i < desired; i++) {
      add(group, now);
    }
    for (int i = current.size() - 1; i >= desired; i--) {
      apply(current.get(i), CopyEvent.DRAIN, now);
    }
    follow(group, now);
  }

  /** As {@link Fleet#deploy} says. */
  void deploy(Group group, Instant now) {
    group.version++;
    group.meet(Standing.Event.CHANGE, now);
    for (int i = 0; i < group.desired; i++) {
      add(group, now);
    }
    retireOldVersion(group, now);
    follow(group, now);
  }

  /** As {@link Fleet#checkPlacement} says. */
  void checkPlacement(ResourceId resource, int update, Instant now) {
    Group group = inventory.groups.get(resource);
    if (group == null || group.update != update || !group.standing.isMoving() || group.count(CopyState.WAITING) == 0) {
      return;
    }
    boolean hasNone = group.count(CopyState.WAITING) == group.copies.size();
    group.meet(hasNone ? Standing.Event.FAIL : Standing.Event.ROLL_BACK, now);
    group.version = group.versionBefore();
    for (Copy copy : List.copyOf(group.copies)) {
      if (copy.version > group.version || copy.state == CopyState.WAITING) {
        apply(copy, CopyEvent.DRAIN, now);
      }
    }
    group.desired = group.current().size();
    orders.add(new FleetOrder.GivenUp(resource, group.desired));
    settle(group, now);
  }

  /** Deletes the variant; components on it stay without copies. */
  void close(Host host, Instant now) {
    host.meet(Standing.Event.DELETE, now);
    for (Group group : List.copyOf(inventory.groups.values())) {
      if (group.host == host) {
        group.meet(group.resource.equals(host.variant) ? Standing.Event.DELETE : Standing.Event.SETTLED, now);
        drain(group, now);
      }
    }
    for (Instance instance : List.copyOf(host.instances)) {
      if (instance.copies.isEmpty() && instance.state != Instance.State.RELEASED) {
        release(instance, now);
      }
    }
    finish(host);
  }

  /** Deletes the component. */
  void close(Group component, Instant now) {
    component.meet(Standing.Event.DELETE, now);
    drain(component, now);
    finish(component);
  }

  private void drain(Group group, Instant now) {
    group.desired = group.standing == Standing.DELETING ? 0 : group.desired;
    for (Copy copy : List.copyOf(group.copies)) {
      apply(copy, CopyEvent.DRAIN, now);
    }
  }

  private void finish(Host host) {
    Group group = inventory.groups.get(host.variant);
    boolean isEmpty = host.instances.isEmpty() && (group == null || group.copies.isEmpty());
    if (host.isClosing() && isEmpty && !host.isGone) {
      host.isGone = true;
      orders.add(new FleetOrder.Gone(host.variant));
    }
  }

  private void finish(Group group) {
    boolean isComponent = group.resource instanceof ResourceId.Component;
    if (isComponent && group.standing == Standing.DELETING && group.copies.isEmpty() && !group.isGone) {
      group.isGone = true;
      orders.add(new FleetOrder.Gone(group.resource));
    }
  }

  /** Deletes the variants that an update left out, once all others serve. */
  void closeRetiring(String endpoint, Instant now) {
    List<Host> all = inventory.hostsOf(endpoint);
    for (Host host : all) {
      if (!host.isRetiring && inventory.standing(host) != Standing.IN_SERVICE) {
        return;
      }
    }
    for (Host host : all) {
      if (host.isRetiring && !host.isClosing()) {
        close(host, now);
      }
    }
  }

  void instanceReady(Instance instance, Instant now) {
    if (machines.run(instance, now)) {
      for (Copy copy : List.copyOf(instance.copies)) {
        apply(copy, CopyEvent.INSTANCE_READY, now);
      }
      machines.watchIdle(instance, now);
      noteServing(instance.host, now);
    }
  }

  /** A variant that hosts components serves from when its first instances run. */
  void noteServing(Host host, Instant now) {
    if (host.spec.hostsComponents() && host.standing.isMoving() && host.running() >= host.needed) {
      host.meet(Standing.Event.SETTLED, now);
      closeRetiring(host.variant.endpoint(), now);
    }
  }

  private void add(Group group, Instant now) {
    Copy copy = new Copy(inventory.copies.size(), group.resource, group.need, group.version);
    inventory.copies.add(copy);
    group.copies.add(copy);
    place(copy, group, now);
  }

  private void place(Copy copy, Group group, Instant now) {
    Host host = group.host;
    if (host.isClosing()) {
      return;
    }
    Optional<Instance> room = host.spec.hostsComponents()
        ? Placement.choose(host.instances, copy.owner, copy.need)
        : Optional.empty();
    Instance instance = room.isPresent() ? room.get() : machines.mayLaunch(host) ? machines.launch(host) : null;
    if (instance == null) {
      return;
    }
    if (!instance.hasRoomFor(copy.need)) {
      throw new IllegalArgumentException("a copy of %s does not fit on an empty %s".formatted(
          copy.owner.text(), host.type.name()));
    }
    instance.copies.add(copy);
    instance.idleSince = null;
    copy.instance = instance;
    if (instance.state == Instance.State.RUNNING) {
      apply(copy, CopyEvent.INSTANCE_READY, now);
    }
  }

  void apply(Copy copy, CopyEvent event, Instant now) {
    Optional<CopyState> next = CopyLife.next(copy.state, event);
    if (next.isEmpty()) {
      return;
    }
    CopyState before = copy.state;
    copy.state = next.get();
    Group group = inventory.group(copy.owner);
    switch (copy.state) {
      case STARTING -> start(copy);
      case IN_SERVICE -> enter(copy);
      case CRASHED, DRAINING -> leave(copy);
      case STOPPED -> {
        if (before == CopyState.IN_SERVICE) {
          leave(copy);
        }
        remove(copy, group, now);
      }
      case WAITING -> throw new IllegalStateException("copy " + copy.id + " waits again after " + event);
    }
    retireOldVersion(group, now);
    settle(group, now);
  }

  private void start(Copy copy) {
    Instance instance = instanceOf(copy);
    orders.add(new FleetOrder.StartCopy(copy.id, instance.id, copy.owner, instance.hasImageOf(copy.owner)));
  }

  private void enter(Copy copy) {
    instanceOf(copy).keepImageOf(copy.owner);
    orders.add(new FleetOrder.EnterService(copy.id, copy.owner));
  }

  private void leave(Copy copy) {
    orders.add(new FleetOrder.LeaveService(copy.id, copy.owner));
  }

  private static Instance instanceOf(Copy copy) {
    Instance instance = copy.instance;
    if (instance == null) {
      throw new IllegalStateException("copy " + copy.id + " is " + copy.state + " and has no instance");
    }
    return instance;
  }

  private void remove(Copy copy, Group group, Instant now) {
    orders.add(new FleetOrder.StopCopy(copy.id));
    group.copies.remove(copy);
    Instance instance = copy.instance;
    if (instance != null) {
      instance.copies.remove(copy);
      vacated(instance, now);
    }
    finish(group);
    finish(group.host);
  }

  private void vacated(Instance instance, Instant now) {
    if (instance.host.spec.hostsComponents() && !instance.host.isClosing()) {
      machines.watchIdle(instance, now);
      placeWaiting(now);
    } else if (instance.copies.isEmpty()) {
      release(instance, now);
    }
  }

  void release(Instance instance, Instant now) {
    machines.release(instance, now);
    placeWaiting(now);
  }

  /** Room has come free: on an instance, or under the quota. */
  private void placeWaiting(Instant now) {
    for (Group group : inventory.groups.values()) {
      for (Copy copy : List.copyOf(group.copies)) {
        if (copy.state == CopyState.WAITING && copy.instance == null) {
          place(copy, group, now);
        }
      }
    }
  }

  private void retireOldVersion(Group group, Instant now) {
    List<Copy> current = group.current();
    boolean isServing = current.size() == group.desired
        && current.stream().allMatch(c -> c.state == CopyState.IN_SERVICE);
    if (!isServing) {
      return;
    }
    for (Copy copy : List.copyOf(group.copies)) {
      if (copy.version < group.version) {
        apply(copy, CopyEvent.DRAIN, now);
      }
    }
  }

  /** Follows the update that has begun until it is done, and watches over it while copies wait for a place. */
  private void follow(Group group, Instant now) {
    group.update = ++updates;
    settle(group, now);
    if (group.standing.isMoving() && group.count(CopyState.WAITING) > 0) {
      orders.add(new FleetOrder.CheckPlacement(group.resource, group.update, now.plus(settings.placementLimit())));
    }
  }

  private void settle(Group group, Instant now) {
    if (group.standing.isMoving() && group.isSettled()) {
      group.meet(Standing.Event.SETTLED, now);
      orders.add(new FleetOrder.Settled(group.resource, group.desired));
      closeRetiring(group.host.variant.endpoint(), now);
    }
  }
}
