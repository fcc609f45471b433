package io.sagescale.engine;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.Evaluation;
import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.CopyState;
import io.sagescale.fleet.Fleet;
import io.sagescale.fleet.FleetOrder;
import io.sagescale.fleet.QuotaRefusal;
import io.sagescale.metrics.MetricStore;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.VariantSpec;
import io.sagescale.scaling.ActivityTexts;
import io.sagescale.scaling.AlarmSignal;
import io.sagescale.scaling.CapacityView;
import io.sagescale.scaling.ScalingBook;
import io.sagescale.scaling.ScalingDecision;
import io.sagescale.scaling.ScheduleFiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The machine: metrics become alarm states, alarm states become decisions, decisions become copies, copies take requests.
 *
 * <p>Passive: {@link #advanceTo} moves its time, never backwards; {@link #handle} lets something happen at that time; what
 * should follow stands in {@link #outbox()}.
 */
public final class Engine {
  private final EngineSettings settings;
  private final Outbox outbox = new Outbox();
  private final MetricStore store = new MetricStore();
  private final AlarmBook alarms;
  private final ScalingBook scaling;
  private final Fleet fleet;
  private final Press press;
  private final Requests requests;
  private final Map<String, Long> incarnations = new TreeMap<>();
  private final List<AlarmSignal> signals = new ArrayList<>();
  private long incarnation;
  private long nowNanos;
  private Instant now;

  public Engine(EngineSettings settings, Instant start) {
    this.settings = settings;
    this.now = start;
    this.nowNanos = Nanos.of(start);
    this.alarms = new AlarmBook(settings.alarms());
    this.scaling = new ScalingBook(settings.scaling());
    this.fleet = new Fleet(settings.fleet());
    this.press = new Press(store, settings.publication());
    this.requests = new Requests(settings, fleet, outbox);
    long first = (Math.floorDiv(nowNanos, Press.WINDOW_NANOS) + 1) * Press.WINDOW_NANOS;
    wakeAt(first, new EngineEvent.MetricsDue(Nanos.toInstant(first)));
  }

  public Outbox outbox() {
    return outbox;
  }

  public Instant now() {
    return now;
  }

  public MetricStore metrics() {
    return store;
  }

  public AlarmBook alarms() {
    return alarms;
  }

  public ScalingBook scaling() {
    return scaling;
  }

  public Fleet fleet() {
    return fleet;
  }

  /** Requests in flight, queued ones included. */
  public long inFlight() {
    return requests.inFlight();
  }

  /** Requests in flight on one copy. */
  public int inFlightOn(int copy) {
    return requests.inFlightOn(copy);
  }

  /** Moves time on; a time before the present one is a bug of the driver. */
  public void advanceTo(long nanos) {
    if (nanos < nowNanos) {
      throw new IllegalArgumentException("time goes back from " + nowNanos + " to " + nanos);
    }
    if (nanos != nowNanos) {
      nowNanos = nanos;
      now = Nanos.toInstant(nanos);
    }
  }

  /** Lets the event happen now. */
  public void handle(EngineEvent event) {
    switch (event) {
      case EngineEvent.RequestArrived e -> requests.arrived(e, nowNanos);
      case EngineEvent.OfRequest e -> {
        int drained = requests.reported(e, nowNanos);
        if (drained >= 0) {
          fleet.copyDrained(drained, now);
          carryOutOrders();
        }
      }
      case EngineEvent.OfFleet e -> ofFleet(e);
      case EngineEvent.Timer e -> timer(e);
      case EngineEvent.Control e -> control(e);
    }
  }

  private void ofFleet(EngineEvent.OfFleet event) {
    switch (event) {
      case EngineEvent.InstanceReady e -> {
        fleet.instanceReady(e.instance(), now);
        fleet.carriedBy(e.instance()).forEach(this::noteCapacity);
      }
      case EngineEvent.StageEnded e -> stageEnded(e);
      case EngineEvent.CopyHealthy e -> fleet.copyHealthy(e.copy(), now);
      case EngineEvent.CopyCrashed e -> {
        requests.failAllOn(e.copy(), nowNanos);
        fleet.copyCrashed(e.copy(), now);
      }
      case EngineEvent.RequestsLost e -> {
        requests.failAllOn(e.copy(), nowNanos);
        fleet.copyDrained(e.copy(), now);
      }
    }
    carryOutOrders();
  }

  /** A copy that was given up meanwhile has no stages any more. */
  private void stageEnded(EngineEvent.StageEnded event) {
    if (fleet.stateOf(event.copy()) == CopyState.STARTING) {
      outbox.add(new Fact.CopyStage(fleet.ownerOf(event.copy()), event.copy(), event.stage(), event.from(), now));
    }
  }

  private void timer(EngineEvent.Timer event) {
    switch (event) {
      case EngineEvent.MetricsDue e -> metricsDue(e.boundary());
      case EngineEvent.AlarmDue e -> alarmDue(e);
      case EngineEvent.SignalsDue e -> act(e.raisedAt());
      case EngineEvent.SchedulesDue e -> schedulesDue();
      case EngineEvent.TimeLimitDue e -> {
        for (int drained : requests.timeLimitDue(e.isStreaming(), nowNanos)) {
          fleet.copyDrained(drained, now);
        }
        carryOutOrders();
      }
      case EngineEvent.DrainLimit e -> {
        if (fleet.stateOf(e.copy()) != CopyState.DRAINING) {
          return;
        }
        requests.failAllOn(e.copy(), nowNanos);
        fleet.copyDrained(e.copy(), now);
        carryOutOrders();
      }
      case EngineEvent.IdleDue e -> {
        fleet.checkIdle(e.instance(), now);
        carryOutOrders();
      }
      case EngineEvent.PlacementDue e -> {
        fleet.checkPlacement(e.resource(), e.update(), now);
        carryOutOrders();
      }
    }
  }

  private void control(EngineEvent.Control event) {
    switch (event) {
      case EngineEvent.CreateEndpoint e -> create(e);
      case EngineEvent.UpdateEndpoint e -> update(e.spec());
      case EngineEvent.DeleteEndpoint e -> {
        fleet.variantsOf(e.endpoint()).forEach(this::deregister);
        fleet.deleteEndpoint(e.endpoint(), now);
        carryOutOrders();
      }
      case EngineEvent.UpdateComponent e -> {
        fleet.update(e.spec(), now);
        noteCapacity(new ResourceId.Component(e.spec().name()));
        carryOutOrders();
      }
      case EngineEvent.DeleteComponent e -> {
        ResourceId.Component component = new ResourceId.Component(e.component());
        deregister(component);
        fleet.deleteComponent(component, now);
        carryOutOrders();
      }
      case EngineEvent.SetWeight e -> {
        fleet.setWeight(e.variant(), e.weight());
        if (fleet.isScalable(e.variant())) {
          requests.refresh(e.variant());
        }
      }
      case EngineEvent.CreateComponent e -> {
        fleet.create(e.spec(), now);
        ResourceId.Component component = new ResourceId.Component(e.spec().name());
        requests.open(component);
        begin(e.begin());
      }
      case EngineEvent.RegisterTarget e -> {
        ResourceId resource = e.target().resource();
        carryOut(resource, scaling.register(e.target(), view(resource), now));
      }
      case EngineEvent.DeregisterTarget e -> deregister(e.resource());
      case EngineEvent.PutPolicy e -> putPolicy(e);
      case EngineEvent.DeletePolicy e -> deletePolicy(e.resource(), e.policy());
      case EngineEvent.PutSchedule e -> {
        scaling.putSchedule(e.resource(), e.action(), now);
        watchSchedules();
      }
      case EngineEvent.DeleteSchedule e -> scaling.deleteSchedule(e.resource(), e.name());
      case EngineEvent.PutAlarm e -> putAlarm(e.rule());
      case EngineEvent.DeleteAlarm e -> deleteAlarm(e.name());
      case EngineEvent.SetAlarm e ->
          evaluated(alarms.setState(e.name(), e.state(), e.reason(), e.reasonData(), now));
      case EngineEvent.PutMetric e -> store.put(e.metric(), e.timestamp(), e.samples(), now);
      case EngineEvent.SetCapacity e -> {
        fleet.setDesired(e.resource(), e.desired(), now);
        noteCapacity(e.resource());
        carryOutOrders();
      }
      case EngineEvent.Deploy e -> {
        fleet.deploy(e.resource(), now);
        noteCapacity(e.resource());
        carryOutOrders();
      }
      case EngineEvent.DelayMetrics e -> press.delayBy(e.extra());
      case EngineEvent.PublishMetrics e -> press.publish(e.isPublished());
    }
  }

  // endpoints and copies

  private void create(EngineEvent.CreateEndpoint event) {
    EndpointSpec spec = event.spec();
    fleet.create(spec, now);
    for (VariantSpec variant : spec.variants()) {
      if (!variant.hostsComponents()) {
        requests.open(new ResourceId.Variant(spec.name(), variant.name()));
      }
    }
    begin(event.begin());
  }

  private void update(EndpointSpec spec) {
    fleet.update(spec, now);
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

  /** Lets the orders go out, or performs the starts at once for what is in service from the first moment. */
  private void begin(EngineEvent.Begin begin) {
    switch (begin) {
      case STARTING -> carryOutOrders();
      case IN_SERVICE -> {
        List<FleetOrder> orders = fleet.takeOrders();
        while (!orders.isEmpty()) {
          for (FleetOrder order : orders) {
            switch (order) {
              case FleetOrder.LaunchInstance o -> fleet.instanceReady(o.instance(), now);
              case FleetOrder.StartCopy o -> fleet.copyHealthy(o.copy(), now);
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
      case FleetOrder.LaunchInstance o -> outbox.add(new Effect.LaunchInstance(o.instance(), o.instanceType()));
      case FleetOrder.ReleaseInstance o -> {
        outbox.add(new Effect.ReleaseInstance(o.instance()));
        fleet.carriedBy(o.instance()).forEach(this::noteCapacity);
      }
      case FleetOrder.StartCopy o ->
          outbox.add(new Effect.StartCopy(o.copy(), o.instance(), o.owner(), o.hasImage()));
      case FleetOrder.StopCopy o -> {
        requests.gone(o.copy(), fleet.ownerOf(o.copy()), nowNanos);
        outbox.add(new Effect.StopCopy(o.copy()));
      }
      case FleetOrder.EnterService o -> {
        requests.enter(o.copy(), o.owner());
        noteCapacity(o.owner());
      }
      case FleetOrder.LeaveService o -> {
        requests.leave(o.copy(), o.owner());
        noteCapacity(o.owner());
        if (requests.isDrained(o.copy())) {
          fleet.copyDrained(o.copy(), now);
        } else {
          wakeAt(Nanos.of(now.plus(settings.drainLimit())), new EngineEvent.DrainLimit(o.copy()));
        }
      }
      case FleetOrder.CheckIdle o -> wakeAt(Nanos.of(o.at()), new EngineEvent.IdleDue(o.instance()));
      case FleetOrder.CheckPlacement o ->
          wakeAt(Nanos.of(o.at()), new EngineEvent.PlacementDue(o.resource(), o.update()));
      case FleetOrder.GivenUp o -> {
        scaling.capacityUnfulfilled(o.resource(), now);
        noteActivities();
        noteCapacity(o.resource());
      }
      case FleetOrder.Gone o -> {
        deregister(o.resource());
        requests.close(o.resource());
        fleet.forget(o.resource());
      }
      case FleetOrder.Settled o -> {
        requests.settled(o.resource());
        scaling.capacityReached(o.resource(), o.capacity(), now);
        noteActivities();
        noteCapacity(o.resource());
      }
    }
  }

  // metrics and alarms

  private void metricsDue(Instant boundary) {
    press.at(boundary);
    requests.closeWindows(press, nowNanos, boundary.getEpochSecond() % 60 == 0);
    long next = Nanos.of(boundary) + Press.WINDOW_NANOS;
    wakeAt(next, new EngineEvent.MetricsDue(Nanos.toInstant(next)));
  }

  private void putAlarm(AlarmRule rule) {
    alarms.put(rule, now);
    incarnations.put(rule.name(), ++incarnation);
    watchAlarm(rule.name(), incarnation, now);
  }

  private void deleteAlarm(String name) {
    alarms.delete(name, now);
    incarnations.remove(name);
  }

  private void watchAlarm(String name, long ofIncarnation, Instant after) {
    Instant next = alarms.nextEvaluation(name, after);
    wakeAt(Nanos.of(next), new EngineEvent.AlarmDue(name, ofIncarnation, next));
  }

  private void alarmDue(EngineEvent.AlarmDue due) {
    Long current = incarnations.get(due.alarm());
    if (current == null || current != due.incarnation()) {
      return;
    }
    evaluated(alarms.evaluate(due.alarm(), due.boundary(), store));
    watchAlarm(due.alarm(), due.incarnation(), due.boundary());
  }

  private void evaluated(Evaluation evaluation) {
    if (evaluation.isTransition()) {
      Instant since = evaluation.after() == AlarmState.ALARM
          ? BreachRun.start(alarms.rule(evaluation.alarm()).orElseThrow(), store, now) : null;
      outbox.add(new Fact.AlarmTurned(evaluation, since, now));
      scaling.alarmState(evaluation.alarm(), evaluation.after(), evaluation.recentDatapoints(), now);
    }
    for (AlarmAction action : evaluation.actionsDue()) {
      if (action instanceof AlarmAction.Scale scale) {
        signal(scale, evaluation);
      }
    }
  }

  private void signal(AlarmAction.Scale scale, Evaluation evaluation) {
    AlarmRule rule = alarms.rule(evaluation.alarm()).orElseThrow();
    AlarmSignal signal = new AlarmSignal(scale.resource(), scale.policyName(), evaluation.alarm(), evaluation.after(),
        rule.condition().threshold(), rule.condition().comparison().isAbove(), evaluation.recentDatapoints(), now);
    if (signals.isEmpty() || !signals.getLast().at().equals(now)) {
      wakeAt(Nanos.of(now.plus(settings.reaction())), new EngineEvent.SignalsDue(now));
    }
    signals.add(signal);
  }

  // scaling

  /** Decides what the alarms of one instant asked for: one decision for each resource, so that the largest wins. */
  private void act(Instant raisedAt) {
    Map<ResourceId, List<AlarmSignal>> byResource = new LinkedHashMap<>();
    while (!signals.isEmpty() && !signals.getFirst().at().isAfter(raisedAt)) {
      AlarmSignal signal = signals.removeFirst();
      if (hasPolicy(signal.resource(), signal.policyName())) {
        byResource.computeIfAbsent(signal.resource(), r -> new ArrayList<>()).add(signal);
      }
    }
    byResource.forEach((resource, calls) -> {
      ScalingDecision decision = scaling.onAlarms(calls, view(resource), now);
      outbox.add(new Fact.Decided(deciding(calls, decision), decision, now));
      carryOut(resource, decision);
    });
  }

  /** The call that the decision follows; the first where it follows none. */
  private static AlarmSignal deciding(List<AlarmSignal> calls, ScalingDecision decision) {
    String policy = decision.policy();
    for (AlarmSignal call : calls) {
      if (call.policyName().equals(policy)) {
        return call;
      }
    }
    return calls.getFirst();
  }

  private boolean hasPolicy(ResourceId resource, String name) {
    for (ScalingPolicy policy : scaling.policies(resource)) {
      if (policy.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void carryOut(ResourceId resource, ScalingDecision decision) {
    switch (decision) {
      case ScalingDecision.ScaleOut out -> setCapacity(resource, out.to());
      case ScalingDecision.ScaleIn in -> setCapacity(resource, in.to());
      case ScalingDecision.Hold hold -> noteActivities();
    }
  }

  private void setCapacity(ResourceId resource, int capacity) {
    Optional<QuotaRefusal> refusal = fleet.refusal(resource, capacity);
    if (refusal.isEmpty()) {
      scaling.started(resource, now);
      noteActivities();
      fleet.setDesired(resource, capacity, now);
      noteCapacity(resource);
      carryOutOrders();
    } else {
      QuotaRefusal r = refusal.get();
      scaling.capacityFailed(
          resource, ActivityTexts.quotaReason(r.instanceType(), r.limit(), r.used(), r.delta()), now);
    }
    noteActivities();
  }

  /** Replaces the policy and those of its alarms that the new one does not have. */
  private void putPolicy(EngineEvent.PutPolicy event) {
    ResourceId resource = event.resource();
    List<AlarmRule> wanted = managedAlarms(resource, event.policy());
    for (ScalingPolicy policy : scaling.policies(resource)) {
      if (policy.name().equals(event.policy().name())) {
        deleteAlarms(managedAlarms(resource, policy), wanted);
      }
    }
    scaling.putPolicy(resource, event.policy(), now);
    for (AlarmRule rule : wanted) {
      if (alarms.rule(rule.name()).isEmpty()) {
        putAlarm(rule);
      }
    }
  }

  private void deletePolicy(ResourceId resource, String name) {
    for (ScalingPolicy policy : scaling.policies(resource)) {
      if (policy.name().equals(name)) {
        deleteAlarms(managedAlarms(resource, policy), List.of());
      }
    }
    scaling.deletePolicy(resource, name);
  }

  /** Ends the scaling of a resource; nothing happens where it is not scaled. */
  private void deregister(ResourceId resource) {
    if (scaling.target(resource).isEmpty()) {
      return;
    }
    for (ScalingPolicy policy : scaling.policies(resource)) {
      deleteAlarms(managedAlarms(resource, policy), List.of());
    }
    scaling.deregister(resource);
  }

  /** The alarms that go with a policy. AWS keeps the alarm of a step policy; its action then finds no policy. */
  private List<AlarmRule> managedAlarms(ResourceId resource, ScalingPolicy policy) {
    return switch (policy) {
      case TargetTrackingPolicy tracking -> scaling.managedAlarms(resource, tracking);
      case StepScalingPolicy step -> List.of();
    };
  }

  private void deleteAlarms(List<AlarmRule> rules, List<AlarmRule> kept) {
    for (AlarmRule rule : rules) {
      if (!kept.contains(rule) && alarms.rule(rule.name()).isPresent()) {
        deleteAlarm(rule.name());
      }
    }
  }

  private void schedulesDue() {
    for (ScheduleFiring firing : scaling.due(now)) {
      carryOut(firing.resource(), scaling.apply(firing, view(firing.resource()), now));
    }
    watchSchedules();
  }

  private void watchSchedules() {
    Instant next = scaling.nextFiring();
    if (next != null) {
      wakeAt(Nanos.of(next), new EngineEvent.SchedulesDue(next));
    }
  }

  private CapacityView view(ResourceId resource) {
    Capacity capacity = fleet.capacity(resource);
    return new CapacityView(capacity.desired(), capacity.running(), capacity.isScalable());
  }

  private void noteActivities() {
    for (ScalingActivity activity : scaling.takeChanges()) {
      outbox.add(new Fact.ActivityChanged(activity, now));
    }
  }

  private void noteCapacity(ResourceId resource) {
    Capacity capacity = fleet.capacity(resource);
    outbox.add(new Fact.CapacityChanged(
        resource, capacity.desired(), capacity.running(), capacity.instances(), now));
  }

  private void wakeAt(long atNanos, EngineEvent event) {
    outbox.add(new Effect.WakeAt(Math.max(atNanos, nowNanos), event));
  }
}
