package io.sagescale.fleet;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The book of everything that runs: instances of variants, copies on them, and what is wanted. Its answers are
 * {@link FleetOrder}s, to be taken with {@link #takeOrders()} after each call.
 */
public final class Fleet {
  private static final List<Standing> WORST_FIRST =
      List.of(Standing.FAILED, Standing.CREATING, Standing.ROLLING_BACK, Standing.UPDATING);
  /** Most copies of one component. Source: our choice, far above any quota of instances. */
  public static final int COPIES_MAX = 10_000;

  private static final ComputeRequirements WHOLE_INSTANCE = new ComputeRequirements(0, 0, 0);

  private final FleetSettings settings;
  private final Map<ResourceId.Variant, Host> hosts = new LinkedHashMap<>();
  private final Map<ResourceId, Group> groups = new LinkedHashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final Orders orders = new Orders();
  private final Machines machines;
  private int updates;

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
    for (VariantSpec variant : spec.variants()) {
      create(spec.name(), variant, Standing.CREATING, now);
    }
  }

  private void create(String endpoint, VariantSpec spec, Standing standing, Instant now) {
    ResourceId.Variant variant = new ResourceId.Variant(endpoint, spec.name());
    Host host = new Host(variant, spec, settings.type(spec.instanceType()), now);
    hosts.put(variant, host);
    host.standing = standing;
    if (spec.hostsComponents()) {
      for (int i = 0; i < spec.initialInstanceCount(); i++) {
        machines.launch(host);
      }
      noteServing(host, now);
    } else {
      Group group = new Group(variant, host, WHOLE_INSTANCE, now);
      groups.put(variant, group);
      group.standing = standing;
      setDesired(variant, spec.initialInstanceCount(), now);
    }
  }

  /** Creates a component whose first copies must start. */
  public void create(ComponentSpec spec, Instant now) {
    Host host = hosts.get(spec.host());
    if (host == null || !host.spec.hostsComponents()) {
      throw new IllegalArgumentException("component %s has no host %s".formatted(spec.name(), spec.host().text()));
    }
    ResourceId.Component component = new ResourceId.Component(spec.name());
    groups.put(component, new Group(component, host, spec.perCopy(), now));
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

  /**
   * Gives the endpoint the variants of {@code spec}: those that stay get new copies in place of the old ones, new ones are
   * created, and those that are no longer there are deleted once all others serve.
   */
  public void update(EndpointSpec spec, Instant now) {
    List<Host> retiring = hostsOf(spec.name());
    for (VariantSpec wanted : spec.variants()) {
      Host host = hosts.get(new ResourceId.Variant(spec.name(), wanted.name()));
      if (host == null) {
        create(spec.name(), wanted, Standing.UPDATING, now);
      } else {
        retiring.remove(host);
        renew(host, wanted, now);
      }
    }
    retiring.forEach(host -> host.isRetiring = true);
    closeRetiring(spec.name(), now);
  }

  private void renew(Host host, VariantSpec wanted, Instant now) {
    if (wanted.hostsComponents() != host.spec.hostsComponents()) {
      throw new IllegalArgumentException("variant " + host.variant.text() + " cannot begin or end to host components");
    }
    host.spec = wanted;
    host.type = settings.type(wanted.instanceType());
    host.isRetiring = false;
    Group group = groups.get(host.variant);
    if (group != null) {
      group.desired = wanted.initialInstanceCount();
      deploy(host.variant, now);
    } else if (wanted.managedScaling() != null) {
      host.needed = wanted.managedScaling().instances().min();
      host.meet(Standing.Event.CHANGE, now);
      for (int i = host.instances.size(); i < host.needed; i++) {
        machines.launch(host);
      }
      noteServing(host, now);
    }
  }

  /** Rolls out the component with other requirements, another model or another number of copies. */
  public void update(ComponentSpec spec, Instant now) {
    ResourceId.Component component = new ResourceId.Component(spec.name());
    Group group = group(component);
    group.need = spec.perCopy();
    group.desired = spec.copyCount();
    deploy(component, now);
  }

  /** Changes the variant's share of its endpoint's traffic. */
  public void setWeight(ResourceId.Variant variant, double weight) {
    Host host = host(variant);
    host.spec = host.spec.withWeight(weight);
  }

  /**
   * Lets the endpoint's copies finish their requests and releases its instances; components stay without copies. Each of
   * its variants is {@link FleetOrder.Gone} at the end.
   */
  public void deleteEndpoint(String endpoint, Instant now) {
    for (Host host : hostsOf(endpoint)) {
      close(host, now);
    }
  }

  /** Lets the component's copies finish their requests; it is {@link FleetOrder.Gone} at the end. */
  public void deleteComponent(ResourceId.Component component, Instant now) {
    Group group = group(component);
    group.meet(Standing.Event.DELETE, now);
    drain(group, now);
    finish(group);
  }

  /** Forgets what is {@link FleetOrder.Gone}. */
  public void forget(ResourceId resource) {
    groups.remove(resource);
    if (resource instanceof ResourceId.Variant variant) {
      hosts.remove(variant);
    }
  }

  private void close(Host host, Instant now) {
    host.meet(Standing.Event.DELETE, now);
    for (Group group : List.copyOf(groups.values())) {
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

  private void drain(Group group, Instant now) {
    group.desired = group.standing == Standing.DELETING ? 0 : group.desired;
    for (Copy copy : List.copyOf(group.copies)) {
      apply(copy, CopyEvent.DRAIN, now);
    }
  }

  private void finish(Host host) {
    Group group = groups.get(host.variant);
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
  private void closeRetiring(String endpoint, Instant now) {
    List<Host> all = hostsOf(endpoint);
    for (Host host : all) {
      if (!host.isRetiring && standing(host) != Standing.IN_SERVICE) {
        return;
      }
    }
    for (Host host : all) {
      if (host.isRetiring && !host.isClosing()) {
        close(host, now);
      }
    }
  }

  private List<Host> hostsOf(String endpoint) {
    List<Host> found = new ArrayList<>();
    for (Host host : hosts.values()) {
      if (host.variant.endpoint().equals(endpoint)) {
        found.add(host);
      }
    }
    return found;
  }

  /** Names of all endpoints, oldest first, those included that are being deleted. */
  public List<String> endpoints() {
    Set<String> names = new LinkedHashSet<>();
    hosts.keySet().forEach(variant -> names.add(variant.endpoint()));
    return List.copyOf(names);
  }

  /** The endpoint's variants, oldest first; none when there is no such endpoint. */
  public List<ResourceId.Variant> variantsOf(String endpoint) {
    return hostsOf(endpoint).stream().map(host -> host.variant).toList();
  }

  /** All components, oldest first, those included that are being deleted. */
  public List<ResourceId.Component> components() {
    List<ResourceId.Component> components = new ArrayList<>();
    for (ResourceId resource : groups.keySet()) {
      if (resource instanceof ResourceId.Component component) {
        components.add(component);
      }
    }
    return components;
  }

  public Standing standing(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant ? standing(host(variant)) : group(resource).standing;
  }

  /** Where the endpoint stands: what the least settled of its variants says. */
  public Standing standing(String endpoint) {
    List<Host> all = hostsOf(endpoint);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no endpoint " + endpoint);
    }
    List<Standing> standings = all.stream().map(this::standing).toList();
    if (all.stream().allMatch(Host::isClosing)) {
      return Standing.DELETING;
    }
    if (all.stream().anyMatch(host -> host.isRetiring)) {
      return standings.contains(Standing.ROLLING_BACK) ? Standing.ROLLING_BACK : Standing.UPDATING;
    }
    for (Standing worst : WORST_FIRST) {
      if (standings.contains(worst)) {
        return worst;
      }
    }
    return Standing.IN_SERVICE;
  }

  private Standing standing(Host host) {
    Group group = groups.get(host.variant);
    return group == null ? host.standing : group.standing;
  }

  public Instant createdAt(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant ? host(variant).createdAt : group(resource).createdAt;
  }

  /** When the resource last came to stand elsewhere. */
  public Instant changedAt(ResourceId resource) {
    Group group = groups.get(resource);
    return group != null ? group.changedAt : host(hostVariant(resource)).changedAt;
  }

  private ResourceId.Variant hostVariant(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant ? variant : group(resource).host.variant;
  }

  /** What one copy of the component reserves. */
  public ComputeRequirements perCopy(ResourceId.Component component) {
    return group(component).need;
  }

  /** The instances of a variant, those on their way included in {@code desired}. */
  public Capacity instances(ResourceId.Variant variant) {
    Host host = host(variant);
    return new Capacity(host.instances.size(), host.running(), host.running(), !standing(host).isMoving());
  }

  /** Whether a copy with those requirements fits on an empty instance of that type. */
  public boolean fits(ComputeRequirements need, String instanceType) {
    InstanceType type = settings.type(instanceType);
    return type.accelerators() >= need.accelerators() && type.vcpus() >= need.cpus()
        && type.memoryMb() >= need.memoryMb();
  }

  /** Whether the fleet knows the instance type. */
  public boolean knows(String instanceType) {
    return settings.types().containsKey(instanceType);
  }

  /** Why the account cannot have that many more instances of the type; empty when it can. */
  public Optional<QuotaRefusal> refusal(String instanceType, int delta) {
    int used = machines.ofType(instanceType);
    return delta > 0 && used > settings.quotaPerType() - delta
        ? Optional.of(new QuotaRefusal(instanceType, settings.quotaPerType(), used, delta))
        : Optional.empty();
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
    return new Capacity(
        group.desired, group.inService(), group.host.running(), group.standing == Standing.IN_SERVICE);
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
    return resource instanceof ResourceId.Variant
        ? refusal(group.host.type.name(), desired - group.desired)
        : Optional.empty();
  }

  /** Starts or drains copies until there are {@code desired}; the newest are drained first. Source: our choice. */
  public void setDesired(ResourceId resource, int desired, Instant now) {
    Group group = group(resource);
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

  /** Rolls out a new version: as many new copies as wanted, and the old ones drained once all of them serve. */
  public void deploy(ResourceId resource, Instant now) {
    Group group = group(resource);
    group.version++;
    group.meet(Standing.Event.CHANGE, now);
    for (int i = 0; i < group.desired; i++) {
      add(group, now);
    }
    retireOldVersion(group, now);
    follow(group, now);
  }

  /**
   * Gives up what has waited for an instance until the placement limit: a roll-out goes back to the version before, and no
   * more copies are wanted than have a place. Nothing happens when another update has begun or every copy has a place.
   */
  public void checkPlacement(ResourceId resource, int update, Instant now) {
    Group group = groups.get(resource);
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

  public void instanceReady(int id, Instant now) {
    Instance instance = machines.get(id);
    if (machines.run(instance, now)) {
      for (Copy copy : List.copyOf(instance.copies)) {
        apply(copy, CopyEvent.INSTANCE_READY, now);
      }
      machines.watchIdle(instance, now);
      noteServing(instance.host, now);
    }
  }

  /** A variant that hosts components serves from when its first instances run. */
  private void noteServing(Host host, Instant now) {
    if (host.spec.hostsComponents() && host.standing.isMoving() && host.running() >= host.needed) {
      host.meet(Standing.Event.SETTLED, now);
      closeRetiring(host.variant.endpoint(), now);
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
