package io.sagescale.fleet;

import io.sagescale.model.ManagedInstanceScaling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The instances of all variants, from their launch to their release, and what they have cost so far. */
final class Machines {
  private final FleetSettings settings;
  private final Orders orders;
  private final List<Instance> instances = new ArrayList<>();
  private Bill settledBill = Bill.NOTHING;
  private int releasedBelow;

  Machines(FleetSettings settings, Orders orders) {
    this.settings = settings;
    this.orders = orders;
  }

  Instance get(int id) {
    return instances.get(id);
  }

  /** Whether the account's quota and the variant's managed scaling leave room for one more. */
  boolean mayLaunch(Host host) {
    if (host.isClosing() || ofType(host.type.name()) >= settings.quotaPerType()) {
      return false;
    }
    ManagedInstanceScaling managed = host.spec.managedScaling();
    return !host.spec.hostsComponents() || (managed != null && host.instances.size() < managed.instances().max());
  }

  Instance launch(Host host) {
    Instance instance = new Instance(instances.size(), host, host.emptiestZone(settings.zones()));
    instances.add(instance);
    host.instances.add(instance);
    orders.add(new FleetOrder.LaunchInstance(instance.id, host.type.name(), instance.zone));
    return instance;
  }

  /** Lets the instance run; false when nobody waits for it any more. */
  boolean run(Instance instance, Instant now) {
    if (instance.state != Instance.State.PROVISIONING) {
      return false;
    }
    instance.state = Instance.State.RUNNING;
    instance.runningSince = now;
    return true;
  }

  void release(Instance instance, Instant now) {
    instance.state = Instance.State.RELEASED;
    instance.releasedAt = now;
    instance.host.instances.remove(instance);
    orders.add(new FleetOrder.ReleaseInstance(instance.id));
    while (releasedBelow < instances.size() && instances.get(releasedBelow).state == Instance.State.RELEASED) {
      settledBill = settledBill.plus(instances.get(releasedBelow), now);
      releasedBelow++;
    }
  }

  /** Has a running instance without copies looked at again when it has been idle for long enough. */
  void watchIdle(Instance instance, Instant now) {
    ManagedInstanceScaling managed = instance.host.spec.managedScaling();
    boolean isIdle = instance.state == Instance.State.RUNNING && instance.copies.isEmpty();
    if (managed != null && isIdle && instance.idleSince == null) {
      instance.idleSince = now;
      orders.add(new FleetOrder.CheckIdle(instance.id, now.plus(managed.idleRelease())));
    }
  }

  /** Whether the instance has stood without copies for long enough and its variant can do without it. */
  boolean isDispensable(Instance instance, Instant now) {
    ManagedInstanceScaling managed = instance.host.spec.managedScaling();
    return instance.state == Instance.State.RUNNING && managed != null && instance.idleSince != null
        && !instance.idleSince.plus(managed.idleRelease()).isAfter(now)
        && instance.host.instances.size() > managed.instances().min();
  }

  /** Instances of that type that the account has, those on their way included. */
  int ofType(String type) {
    int count = 0;
    for (int i = releasedBelow; i < instances.size(); i++) {
      Instance instance = instances.get(i);
      count += instance.state != Instance.State.RELEASED && instance.type.name().equals(type) ? 1 : 0;
    }
    return count;
  }

  Bill bill(Instant now) {
    Bill bill = settledBill;
    for (int i = releasedBelow; i < instances.size(); i++) {
      bill = bill.plus(instances.get(i), now);
    }
    return bill;
  }
}
