package io.sagescale.fleet;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ManagedInstanceScaling;
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
  private final List<Instance> instances = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();
  private List<FleetOrder> orders = new ArrayList<>();
  private Bill settledBill = Bill.NOTHING;
  private int releasedBelow;

  public Fleet(FleetSettings settings) {
    this.settings = settings;
  }

  /** What is to be done since the last call, in order. */
  public List<FleetOrder> takeOrders() {
    if (orders.isEmpty()) {
      return List.of();
    }
    List<FleetOrder> taken = orders;
    orders = new ArrayList<>();
    return taken;
  }

  /** Creates an endpoint whose first instances must start. */
  public void create(EndpointSpec spec, Instant now) {
    for (VariantSpec variantSpec : spec.variants()) {
      ResourceId.Variant variant = new ResourceId.Variant(spec.name(), variantSpec.name());
      Host host = new Host(variant, variantSpec, settings.type(variantSpec.instanceType()));
      hosts.put(variant, host);
      if (variantSpec.hostsComponents()) {
        for (int i = 0; i < variantSpec.initialInstanceCount(); i++) {
          launch(host);
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

  public boolean has(ResourceId resource) {
    return groups.containsKey(resource);
  }

  /** The variants of an endpoint, in the order of its configuration. */
  public List<ResourceId.Variant> variantsOf(String endpoint) {
    List<ResourceId.Variant> variants = new ArrayList<>();
    for (ResourceId.Variant variant : hosts.keySet()) {
      if (variant.endpoint().equals(endpoint)) {
        variants.add(variant);
      }
    }
    return variants;
  }

  public List<ResourceId> resources() {
    return List.copyOf(groups.keySet());
  }

  public VariantSpec specOf(ResourceId.Variant variant) {
    return host(variant).spec;
  }

  public double weightOf(ResourceId.Variant variant) {
    return host(variant).weight;
  }

  /** The variant whose instances carry the resource. */
  public ResourceId.Variant hostOf(ResourceId resource) {
    return group(resource).host.variant;
  }

  public Capacity capacity(ResourceId resource) {
    Group group = group(resource);
    return new Capacity(group.desired, group.inService(), running(group.host), !group.isUpdating);
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

  /** Why the resource cannot be set to that capacity, in AWS's words; empty when it can. */
  public Optional<String> refusal(ResourceId resource, int desired) {
    Group group = group(resource);
    if (!(resource instanceof ResourceId.Variant)) {
      return Optional.empty();
    }
    int used = instancesOfType(group.host.type.name());
    int delta = desired - group.desired;
    if (delta > 0 && used + delta > settings.quotaPerType()) {
      return Optional.of(("The account-level service limit '%s for endpoint usage' is %d Instances, with current"
          + " utilization of %d Instances and a request delta of %d Instances. Please contact AWS support to request"
          + " an increase for this limit.").formatted(group.host.type.name(), settings.quotaPerType(), used, delta));
    }
    return Optional.empty();
  }

  /** Starts or drains copies until there are {@code desired}; the newest are drained first. Source: our choice. */
  public void setDesired(ResourceId resource, int desired, Instant now) {
    Group group = group(resource);
    group.desired = desired;
    group.isUpdating = true;
    List<Copy> current = group.current();
    for (int i = current.size(); i < desired; i++) {
      add(group);
    }
    for (int i = current.size() - 1; i >= desired; i--) {
      apply(current.get(i), CopyEvent.DRAIN, now);
    }
    settle(group);
  }

  /** Rolls out a new version: as many new copies as wanted, and the old ones drained once all of them serve. */
  public void deploy(ResourceId resource) {
    Group group = group(resource);
    group.version++;
    group.isUpdating = true;
    for (int i = 0; i < group.desired; i++) {
      add(group);
    }
    settle(group);
  }

  public void instanceReady(int id, Instant now) {
    Instance instance = instances.get(id);
    if (instance.state != Instance.State.PROVISIONING) {
      return;
    }
    instance.state = Instance.State.RUNNING;
    instance.runningSince = now;
    for (Copy copy : List.copyOf(instance.copies)) {
      start(copy, instance);
    }
    watchIdle(instance, now);
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
    Instance instance = instances.get(id);
    Host host = hostOfInstance(instance);
    ManagedInstanceScaling managed = host.spec.managedScaling();
    if (instance.state == Instance.State.RUNNING && managed != null && instance.idleSince != null
        && !instance.idleSince.plus(managed.idleRelease()).isAfter(now)
        && host.instances.size() > managed.instances().min()) {
      release(host, instance, now);
    }
  }

  /** Instance time and cost up to now. */
  public Bill bill(Instant now) {
    Bill bill = settledBill;
    for (int i = releasedBelow; i < instances.size(); i++) {
      bill = bill.plus(instances.get(i), now);
    }
    return bill;
  }

  private void add(Group group) {
    Copy copy = new Copy(copies.size(), group.resource, group.need, group.version);
    copies.add(copy);
    group.copies.add(copy);
    place(copy, group);
  }

  private void place(Copy copy, Group group) {
    Host host = group.host;
    Optional<Instance> room = host.spec.hostsComponents()
        ? Placement.choose(host.instances, copy.owner, copy.need)
        : Optional.empty();
    Instance instance = room.isPresent() ? room.get() : mayLaunch(host) ? launch(host) : null;
    if (instance == null) {
      return;
    }
    if (!instance.hasRoomFor(copy.need)) {
      throw new IllegalArgumentException("a copy of %s does not fit on an empty %s".formatted(
          copy.owner.text(), instance.type.name()));
    }
    instance.copies.add(copy);
    instance.idleSince = null;
    copy.instance = instance;
    if (instance.state == Instance.State.RUNNING) {
      start(copy, instance);
    }
  }

  private boolean mayLaunch(Host host) {
    if (!host.spec.hostsComponents()) {
      return true;
    }
    ManagedInstanceScaling managed = host.spec.managedScaling();
    return managed != null && host.instances.size() < managed.instances().max()
        && instancesOfType(host.type.name()) < settings.quotaPerType();
  }

  private Instance launch(Host host) {
    Instance instance = new Instance(instances.size(), host.type, host.instances.size() % settings.zones());
    instances.add(instance);
    host.instances.add(instance);
    orders.add(new FleetOrder.LaunchInstance(instance.id, instance.type.name(), instance.zone));
    return instance;
  }

  private void start(Copy copy, Instance instance) {
    if (copy.state == CopyState.WAITING) {
      copy.state = CopyState.STARTING;
      orders.add(new FleetOrder.StartCopy(copy.id, instance.id, copy.owner, instance.hasImageOf(copy.owner)));
      instance.keepImageOf(copy.owner);
    }
  }

  private void apply(Copy copy, CopyEvent event, Instant now) {
    Optional<CopyState> next = CopyLife.next(copy.state, event);
    if (next.isEmpty()) {
      return;
    }
    CopyState before = copy.state;
    copy.state = next.get();
    if (copy.state == CopyState.IN_SERVICE) {
      orders.add(new FleetOrder.EnterService(copy.id, copy.owner));
    } else if (before == CopyState.IN_SERVICE) {
      orders.add(new FleetOrder.LeaveService(copy.id, copy.owner));
    }
    Group group = group(copy.owner);
    if (copy.state == CopyState.STOPPED) {
      remove(copy, group, now);
    }
    retireOldVersion(group, now);
    settle(group);
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
      watchIdle(instance, now);
      placeWaiting(group.host);
    } else {
      release(group.host, instance, now);
    }
  }

  private void placeWaiting(Host host) {
    for (Group group : groups.values()) {
      if (group.host == host) {
        for (Copy copy : List.copyOf(group.copies)) {
          if (copy.state == CopyState.WAITING && copy.instance == null) {
            place(copy, group);
          }
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

  private void settle(Group group) {
    if (group.isUpdating && group.isSettled()) {
      group.isUpdating = false;
      orders.add(new FleetOrder.Settled(group.resource, group.desired));
    }
  }

  private void watchIdle(Instance instance, Instant now) {
    ManagedInstanceScaling managed = hostOfInstance(instance).spec.managedScaling();
    if (managed != null && instance.copies.isEmpty() && instance.idleSince == null) {
      instance.idleSince = now;
      orders.add(new FleetOrder.CheckIdle(instance.id, now.plus(managed.idleRelease())));
    }
  }

  private void release(Host host, Instance instance, Instant now) {
    instance.state = Instance.State.RELEASED;
    instance.releasedAt = now;
    host.instances.remove(instance);
    orders.add(new FleetOrder.ReleaseInstance(instance.id));
    while (releasedBelow < instances.size() && instances.get(releasedBelow).state == Instance.State.RELEASED) {
      settledBill = settledBill.plus(instances.get(releasedBelow), now);
      releasedBelow++;
    }
  }

  private Host hostOfInstance(Instance instance) {
    for (Host host : hosts.values()) {
      if (host.instances.contains(instance)) {
        return host;
      }
    }
    throw new IllegalStateException("instance " + instance.id + " belongs to no variant");
  }

  private int instancesOfType(String type) {
    int count = 0;
    for (Host host : hosts.values()) {
      count += host.type.name().equals(type) ? host.instances.size() : 0;
    }
    return count;
  }

  private static int running(Host host) {
    int count = 0;
    for (Instance instance : host.instances) {
      count += instance.state == Instance.State.RUNNING ? 1 : 0;
    }
    return count;
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
