package io.sagescale.fleet;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The book of everything that runs: instances of variants, copies on them, and what is wanted. Its answers are
 * {@link FleetOrder}s, to be taken with {@link #takeOrders()} after each call.
 */
public final class Fleet {
  private static final ComputeRequirements WHOLE_INSTANCE = new ComputeRequirements(0, 0, 0);

  private final FleetSettings settings;
  private final Map<ResourceId.Variant, Host> hosts = new LinkedHashMap<>();
  private final Map<ResourceId, Group> groups = new LinkedHashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final Orders orders = new Orders();
  private final Machines machines;

  public Fleet(FleetSettings settings) {
    this.settings = settings;
    this.machines = new Machines(settings, orders);
  }

  /** What is to be done since the last call, in order. */
  public List<FleetOrder> takeOrders() {
    return orders.take();
  }

  /** Creates an endpoint whose first instances must start. */
  public void create(EndpointSpec spec, Instant now) {
    for (VariantSpec variantSpec : spec.variants()) {
      ResourceId.Variant variant = new ResourceId.Variant(spec.name(), variantSpec.name());
      Host host = new Host(variant, variantSpec, settings.type(variantSpec.instanceType()));
      hosts.put(variant, host);
      if (variantSpec.hostsComponents()) {
        for (int i = 0; i < variantSpec.initialInstanceCount(); i++) {
          machines.launch(host);
        }
      } else {
        Group group = new Group(variant, host, WHOLE_INSTANCE);
        groups.put(variant, group);
        setDesired(variant, variantSpec.initialInstanceCount(), now);
      }
    }
  }

  /** Creates a component whose first copies must start. */
  public void create(ComponentSpec spec, Instant now) {
    Host host = hosts.get(spec.host());
    if (host == null || !host.spec.hostsComponents()) {
      throw new IllegalArgumentException("component %s has no host %s".formatted(spec.name(), spec.host().text()));
    }
    ResourceId.Component component = new ResourceId.Component(spec.name());
    groups.put(component, new Group(component, host, spec.perCopy()));
    setDesired(component, spec.copyCount(), now);
  }

  /** Whether the resource exists and has a capacity of its own; a variant that hosts components has none. */
  public boolean isScalable(ResourceId resource) {
    return groups.containsKey(resource);
  }

  /** Whether an endpoint of that name exists. */
  public boolean hasEndpoint(String endpoint) {
    return hosts.keySet().stream().anyMatch(variant -> variant.endpoint().equals(endpoint));
  }

  /** The resources that have or may have copies on the instance. */
  public List<ResourceId> carriedBy(int instance) {
    List<ResourceId> carried = new ArrayList<>();
    for (Group group : groups.values()) {
      if (group.host == machines.get(instance).host) {
        carried.add(group.resource);
      }
    }
    return carried;
  }

  public VariantSpec specOf(ResourceId.Variant variant) {
    return host(variant).spec;
  }

  /** The variant whose instances carry the resource. */
  public ResourceId.Variant hostOf(ResourceId resource) {
    return group(resource).host.variant;
  }

  public Capacity capacity(ResourceId resource) {
    Group group = group(resource);
    return new Capacity(group.desired, group.inService(), group.host.running(), !group.isUpdating);
  }

  /** Copies so far, those that are gone included; their ids run from 0 to one less. */
  public int copies() {
    return copies.size();
  }

  /** The state of a copy. */
  public CopyState stateOf(int copy) {
    return copies.get(copy).state;
  }

  public ResourceId ownerOf(int copy) {
    return copies.get(copy).owner;
  }

  /** Copies that emit metrics: in service, crashed with their host alive, or draining. Oldest first. */
  public List<Integer> emitting(ResourceId resource) {
    List<Integer> emitting = new ArrayList<>();
    for (Copy copy : group(resource).copies) {
      if (copy.state == CopyState.IN_SERVICE || copy.state == CopyState.CRASHED || copy.state == CopyState.DRAINING) {
        emitting.add(copy.id);
      }
    }
    return emitting;
  }

  /** Copies that take requests. Oldest first. */
  public List<Integer> inService(ResourceId resource) {
    List<Integer> serving = new ArrayList<>();
    for (Copy copy : group(resource).copies) {
      if (copy.state == CopyState.IN_SERVICE) {
        serving.add(copy.id);
      }
    }
    return serving;
  }

  /** Why the resource cannot be set to that capacity; empty when it can. Copies of a component wait for room instead. */
  public Optional<QuotaRefusal> refusal(ResourceId resource, int desired) {
    Group group = group(resource);
    String type = group.host.type.name();
    int used = machines.ofType(type);
    int delta = desired - group.desired;
    boolean isOverQuota = delta > 0 && used > settings.quotaPerType() - delta;
    return resource instanceof ResourceId.Variant && isOverQuota
        ? Optional.of(new QuotaRefusal(type, settings.quotaPerType(), used, delta))
        : Optional.empty();
  }

  /** Starts or drains copies until there are {@code desired}; the newest are drained first. Source: our choice. */
  public void setDesired(ResourceId resource, int desired, Instant now) {
    Group group = group(resource);
    group.desired = desired;
    group.isUpdating = true;
    List<Copy> current = group.current();
    for (int i = current.size(); i < desired; i++) {
      add(group, now);
    }
    for (int i = current.size() - 1; i >= desired; i--) {
      apply(current.get(i), CopyEvent.DRAIN, now);
    }
    follow(group, now);
  }

  /** Rolls out a new version: as many new copies as wanted, and the old ones drained once all of them serve. */
  public void deploy(ResourceId resource, Instant now) {
    Group group = group(resource);
    group.version++;
    group.isUpdating = true;
    for (int i = 0; i < group.desired; i++) {
      add(group, now);
    }
    follow(group, now);
  }

  /**
   * Gives up what has waited for an instance until the placement limit: a roll-out goes back to the version before, and no
   * more copies are wanted than have a place. Nothing happens when another update has begun or every copy has a place.
   */
  public void checkPlacement(ResourceId resource, int update, Instant now) {
    Group group = group(resource);
    if (group.updates != update || !group.isUpdating || group.count(CopyState.WAITING) == 0) {
      return;
    }
    group.version = group.versionBefore();
    for (Copy copy : List.copyOf(group.copies)) {
      if (copy.version > group.version || copy.state == CopyState.WAITING) {
        apply(copy, CopyEvent.DRAIN, now);
      }
    }
    group.desired = group.current().size();
    orders.add(new FleetOrder.GivenUp(resource, group.desired));
    settle(group);
  }

  public void instanceReady(int id, Instant now) {
    Instance instance = machines.get(id);
    if (machines.run(instance, now)) {
      for (Copy copy : List.copyOf(instance.copies)) {
        apply(copy, CopyEvent.INSTANCE_READY, now);
      }
      machines.watchIdle(instance, now);
    }
  }

  public void copyHealthy(int id, Instant now) {
    apply(copies.get(id), CopyEvent.HEALTHY, now);
  }

  public void copyCrashed(int id, Instant now) {
    apply(copies.get(id), CopyEvent.CRASH, now);
  }

  /** The draining copy has no request left. */
  public void copyDrained(int id, Instant now) {
    if (copies.get(id).state == CopyState.DRAINING) {
      apply(copies.get(id), CopyEvent.STOP, now);
    }
  }

  /** Releases the instance if it has stood without copies since it was last watched. */
  public void checkIdle(int id, Instant now) {
    Instance instance = machines.get(id);
    if (machines.isDispensable(instance, now)) {
      release(instance, now);
    }
  }

  /** Instance time and cost up to now. */
  public Bill bill(Instant now) {
    return machines.bill(now);
  }

  private void add(Group group, Instant now) {
    Copy copy = new Copy(copies.size(), group.resource, group.need, group.version);
    copies.add(copy);
    group.copies.add(copy);
    place(copy, group, now);
  }

  private void place(Copy copy, Group group, Instant now) {
    Host host = group.host;
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

  private void apply(Copy copy, CopyEvent event, Instant now) {
    Optional<CopyState> next = CopyLife.next(copy.state, event);
    if (next.isEmpty()) {
      return;
    }
    CopyState before = copy.state;
    copy.state = next.get();
    Group group = group(copy.owner);
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
    settle(group);
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
    if (instance == null) {
      return;
    }
    instance.copies.remove(copy);
    if (group.host.spec.hostsComponents()) {
      machines.watchIdle(instance, now);
      placeWaiting(now);
    } else {
      release(instance, now);
    }
  }

  private void release(Instance instance, Instant now) {
    machines.release(instance, now);
    placeWaiting(now);
  }

  /** Room has come free: on an instance, or under the quota. */
  private void placeWaiting(Instant now) {
    for (Group group : groups.values()) {
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
    group.updates++;
    settle(group);
    if (group.isUpdating && group.count(CopyState.WAITING) > 0) {
      orders.add(new FleetOrder.CheckPlacement(group.resource, group.updates, now.plus(settings.placementLimit())));
    }
  }

  private void settle(Group group) {
    if (group.isUpdating && group.isSettled()) {
      group.isUpdating = false;
      orders.add(new FleetOrder.Settled(group.resource, group.desired));
    }
  }

  private Host host(ResourceId.Variant variant) {
    Host host = hosts.get(variant);
    if (host == null) {
      throw new IllegalArgumentException("no variant " + variant.text());
    }
    return host;
  }

  private Group group(ResourceId resource) {
    Group group = groups.get(resource);
    if (group == null) {
      throw new IllegalArgumentException("nothing runs under " + resource.text());
    }
    return group;
  }
}
