package io.sagescale.fleet;

import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.VariantSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The book of everything that runs: instances of variants, copies on them, and what is wanted. Its answers are
 * {@link FleetOrder}s, to be taken with {@link #takeOrders()} after each call.
 */
public final class Fleet {
  /** Most copies of one component. Source: our choice, far above any quota of instances. */
  public static final int COPIES_MAX = 10_000;

  private static final List<Standing> WORST_FIRST =
      List.of(Standing.FAILED, Standing.CREATING, Standing.ROLLING_BACK, Standing.UPDATING);
  private static final ComputeRequirements WHOLE_INSTANCE = new ComputeRequirements(0, 0, 0);

  private final FleetSettings settings;
  private final Inventory inventory = new Inventory();
  private final Orders orders = new Orders();
  private final Machines machines;
  private final Turnover turnover;

  public Fleet(FleetSettings settings) {
    this.settings = settings;
    this.machines = new Machines(settings, orders);
    this.turnover = new Turnover(settings, inventory, machines, orders);
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
    inventory.hosts.put(variant, host);
    host.standing = standing;
    if (spec.hostsComponents()) {
      launch(host, now);
    } else {
      Group group = new Group(variant, host, WHOLE_INSTANCE, now);
      inventory.groups.put(variant, group);
      group.standing = standing;
      turnover.setDesired(group, spec.initialInstanceCount(), now);
    }
  }

  /** Creates a component whose first copies must start. */
  public void create(ComponentSpec spec, Instant now) {
    Host host = inventory.hosts.get(spec.host());
    if (host == null || !host.spec.hostsComponents()) {
      throw new IllegalArgumentException("component %s has no host %s".formatted(spec.name(), spec.host().text()));
    }
    ResourceId.Component component = new ResourceId.Component(spec.name());
    Group group = new Group(component, host, spec.perCopy(), now);
    inventory.groups.put(component, group);
    turnover.setDesired(group, spec.copyCount(), now);
  }

  /** Whether the resource exists and has a capacity of its own; a variant that hosts components has none. */
  public boolean isScalable(ResourceId resource) {
    return inventory.groups.containsKey(resource);
  }

  /** Whether an endpoint of that name exists. */
  public boolean hasEndpoint(String endpoint) {
    return inventory.hosts.keySet().stream().anyMatch(variant -> variant.endpoint().equals(endpoint));
  }

  /**
   * Gives the endpoint the variants of {@code spec}: those that stay get new copies in place of the old ones, new ones are
   * created, and those that are no longer there are deleted once all others serve.
   */
  public void update(EndpointSpec spec, Instant now) {
    List<Host> retiring = inventory.hostsOf(spec.name());
    for (VariantSpec wanted : spec.variants()) {
      Host host = inventory.hosts.get(new ResourceId.Variant(spec.name(), wanted.name()));
      if (host == null) {
        create(spec.name(), wanted, Standing.UPDATING, now);
      } else {
        retiring.remove(host);
        renew(host, wanted, now);
      }
    }
    retiring.forEach(host -> host.isRetiring = true);
    turnover.closeRetiring(spec.name(), now);
  }

  private void renew(Host host, VariantSpec wanted, Instant now) {
    if (wanted.hostsComponents() != host.spec.hostsComponents()) {
      throw new IllegalArgumentException("variant " + host.variant.text() + " cannot begin or end to host components");
    }
    host.spec = wanted;
    host.type = settings.type(wanted.instanceType());
    host.isRetiring = false;
    Group group = inventory.groups.get(host.variant);
    if (group != null) {
      group.desired = wanted.initialInstanceCount();
      turnover.deploy(group, now);
    } else if (wanted.managedScaling() != null) {
      host.needed = wanted.managedScaling().instances().min();
      host.meet(Standing.Event.CHANGE, now);
      launch(host, now);
    }
  }

  /** Launches the instances that the variant needs and does not have yet. */
  private void launch(Host host, Instant now) {
    for (int i = host.instances.size(); i < host.needed; i++) {
      machines.launch(host);
    }
    turnover.noteServing(host, now);
  }

  /** Rolls out the component with other requirements, another model or another number of copies. */
  public void update(ComponentSpec spec, Instant now) {
    Group group = inventory.group(new ResourceId.Component(spec.name()));
    group.need = spec.perCopy();
    group.desired = spec.copyCount();
    turnover.deploy(group, now);
  }

  /** Changes the variant's share of its endpoint's traffic. */
  public void setWeight(ResourceId.Variant variant, double weight) {
    Host host = inventory.host(variant);
    host.spec = host.spec.withWeight(weight);
  }

  /**
   * Lets the endpoint's copies finish their requests and releases its instances; components stay without copies. Each of
   * its variants is {@link FleetOrder.Gone} at the end.
   */
  public void deleteEndpoint(String endpoint, Instant now) {
    inventory.hostsOf(endpoint).forEach(host -> turnover.close(host, now));
  }

  /** Lets the component's copies finish their requests; it is {@link FleetOrder.Gone} at the end. */
  public void deleteComponent(ResourceId.Component component, Instant now) {
    turnover.close(inventory.group(component), now);
  }

  /** Forgets what is {@link FleetOrder.Gone}. */
  public void forget(ResourceId resource) {
    inventory.groups.remove(resource);
    if (resource instanceof ResourceId.Variant variant) {
      inventory.hosts.remove(variant);
    }
  }

  /** Starts or drains copies until there are {@code desired}; the newest are drained first. Source: our choice. */
  public void setDesired(ResourceId resource, int desired, Instant now) {
    turnover.setDesired(inventory.group(resource), desired, now);
  }

  /** Rolls out a new version: as many new copies as wanted, and the old ones drained once all of them serve. */
  public void deploy(ResourceId resource, Instant now) {
    turnover.deploy(inventory.group(resource), now);
  }

  /**
   * Gives up what has waited for an instance until the placement limit: a roll-out goes back to the version before, and no
   * more copies are wanted than have a place. Nothing happens when another update has begun or every copy has a place.
   */
  public void checkPlacement(ResourceId resource, int update, Instant now) {
    turnover.checkPlacement(resource, update, now);
  }

  public void instanceReady(int id, Instant now) {
    turnover.instanceReady(machines.get(id), now);
  }

  public void copyHealthy(int id, Instant now) {
    turnover.apply(inventory.copies.get(id), CopyEvent.HEALTHY, now);
  }

  public void copyCrashed(int id, Instant now) {
    turnover.apply(inventory.copies.get(id), CopyEvent.CRASH, now);
  }

  /** The draining copy has no request left. */
  public void copyDrained(int id, Instant now) {
    if (inventory.copies.get(id).state == CopyState.DRAINING) {
      turnover.apply(inventory.copies.get(id), CopyEvent.STOP, now);
    }
  }

  /** Releases the instance if it has stood without copies since it was last watched. */
  public void checkIdle(int id, Instant now) {
    Instance instance = machines.get(id);
    if (machines.isDispensable(instance, now)) {
      turnover.release(instance, now);
    }
  }

  /** Names of all endpoints, oldest first, those included that are being deleted. */
  public List<String> endpoints() {
    Set<String> names = new LinkedHashSet<>();
    inventory.hosts.keySet().forEach(variant -> names.add(variant.endpoint()));
    return List.copyOf(names);
  }

  /** The endpoint's variants, oldest first; none when there is no such endpoint. */
  public List<ResourceId.Variant> variantsOf(String endpoint) {
    return inventory.hostsOf(endpoint).stream().map(host -> host.variant).toList();
  }

  /** All components, oldest first, those included that are being deleted. */
  public List<ResourceId.Component> components() {
    List<ResourceId.Component> components = new ArrayList<>();
    for (ResourceId resource : inventory.groups.keySet()) {
      if (resource instanceof ResourceId.Component component) {
        components.add(component);
      }
    }
    return components;
  }

  public Standing standing(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant
        ? inventory.standing(inventory.host(variant)) : inventory.group(resource).standing;
  }

  /** Where the endpoint stands: what the least settled of its variants says. */
  public Standing standing(String endpoint) {
    List<Host> all = inventory.hostsOf(endpoint);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no endpoint " + endpoint);
    }
    List<Standing> standings = all.stream().map(inventory::standing).toList();
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

  public Instant createdAt(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant
        ? inventory.host(variant).createdAt : inventory.group(resource).createdAt;
  }

  /** When the resource last came to stand elsewhere. */
  public Instant changedAt(ResourceId resource) {
    return resource instanceof ResourceId.Variant variant && !isScalable(variant)
        ? inventory.host(variant).changedAt : inventory.group(resource).changedAt;
  }

  /** What one copy of the component reserves. */
  public ComputeRequirements perCopy(ResourceId.Component component) {
    return inventory.group(component).need;
  }

  /** The instances of a variant, those on their way included in {@code desired}. */
  public Capacity instances(ResourceId.Variant variant) {
    Host host = inventory.host(variant);
    return new Capacity(host.instances.size(), host.running(), host.running(), !inventory.standing(host).isMoving());
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
    for (Group group : inventory.groups.values()) {
      if (group.host == machines.get(instance).host) {
        carried.add(group.resource);
      }
    }
    return carried;
  }

  public VariantSpec specOf(ResourceId.Variant variant) {
    return inventory.host(variant).spec;
  }

  /** The variant whose instances carry the resource. */
  public ResourceId.Variant hostOf(ResourceId resource) {
    return inventory.group(resource).host.variant;
  }

  public Capacity capacity(ResourceId resource) {
    Group group = inventory.group(resource);
    return new Capacity(
        group.desired, group.inService(), group.host.running(), group.standing == Standing.IN_SERVICE);
  }

  /** Copies so far, those that are gone included; their ids run from 0 to one less. */
  public int copies() {
    return inventory.copies.size();
  }

  /** The state of a copy. */
  public CopyState stateOf(int copy) {
    return inventory.copies.get(copy).state;
  }

  public ResourceId ownerOf(int copy) {
    return inventory.copies.get(copy).owner;
  }

  /** Copies that emit metrics: in service, crashed with their host alive, or draining. Oldest first. */
  public List<Integer> emitting(ResourceId resource) {
    List<Integer> emitting = new ArrayList<>();
    for (Copy copy : inventory.group(resource).copies) {
      if (copy.state == CopyState.IN_SERVICE || copy.state == CopyState.CRASHED || copy.state == CopyState.DRAINING) {
        emitting.add(copy.id);
      }
    }
    return emitting;
  }

  /** Copies that take requests. Oldest first. */
  public List<Integer> inService(ResourceId resource) {
    List<Integer> serving = new ArrayList<>();
    for (Copy copy : inventory.group(resource).copies) {
      if (copy.state == CopyState.IN_SERVICE) {
        serving.add(copy.id);
      }
    }
    return serving;
  }

  /** Why the resource cannot be set to that capacity; empty when it can. Copies of a component wait for room instead. */
  public Optional<QuotaRefusal> refusal(ResourceId resource, int desired) {
    Group group = inventory.group(resource);
    return resource instanceof ResourceId.Variant
        ? refusal(group.host.type.name(), desired - group.desired)
        : Optional.empty();
  }

  /** Instance time and cost up to now. */
  public Bill bill(Instant now) {
    return machines.bill(now);
  }
}
