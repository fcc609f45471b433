package io.sagescale.engine;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.CompositeBook;
import io.sagescale.alarm.Evaluation;
import io.sagescale.fleet.Fleet;
import io.sagescale.metrics.MetricStore;
import io.sagescale.model.ResourceId;
import io.sagescale.scaling.ScalingBook;
import java.time.Instant;

/**
 * The machine: metrics become alarm states, alarm states become decisions, decisions become copies, copies take requests.
 *
 * <p>Passive: {@link #advanceTo} moves its time, never backwards; {@link #handle} lets something happen at that time; what
 * should follow stands in {@link #outbox()}.
 */
public final class Engine {
  private final Present present;
  private final MetricStore store = new MetricStore();
  private final AlarmBook alarms;
  private final ScalingBook scaling;
  private final Fleet fleet;
  private final Press press;
  private final Requests requests;
  private final Works works;
  private final AlarmWatch watch;
  private final CompositeWatch composites;
  private final Autoscaling autoscaling;

  public Engine(EngineSettings settings, Instant start) {
    this.present = new Present(start);
    this.alarms = new AlarmBook(settings.alarms());
    this.scaling = new ScalingBook(settings.scaling());
    this.fleet = new Fleet(settings.fleet());
    this.press = new Press(store, settings.publication());
    this.requests = new Requests(settings, fleet, press, present.outbox());
    this.works = new Works(present, settings, fleet, requests, scaling);
    this.watch = new AlarmWatch(present, alarms, store);
    this.composites = new CompositeWatch(present, alarms);
    this.autoscaling =
        new Autoscaling(present, scaling, alarms, watch, store, fleet, works, settings.reaction());
    works.whenGone(autoscaling::deregister);
    long first = (Math.floorDiv(present.nanos(), Press.WINDOW_NANOS) + 1) * Press.WINDOW_NANOS;
    watchMetrics(Nanos.toInstant(first));
  }

  public Outbox outbox() {
    return present.outbox();
  }

  public Instant now() {
    return present.now();
  }

  public MetricStore metrics() {
    return store;
  }

  public AlarmBook alarms() {
    return alarms;
  }

  public CompositeBook composites() {
    return composites.book();
  }

  public ScalingBook scaling() {
    return scaling;
  }

  public Fleet fleet() {
    return fleet;
  }

  /** Whether an endpoint has the name, be it on its way in or out. */
  public boolean hasEndpoint(String name) {
    return fleet.hasEndpoint(name);
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
    present.advanceTo(nanos);
  }

  /** Lets the event happen now. */
  public void handle(EngineEvent event) {
    switch (event) {
      case EngineEvent.RequestArrived e -> requests.arrived(e, present.nanos());
      case EngineEvent.OfRequest e -> {
        int drained = requests.reported(e, present.nanos());
        if (drained >= 0) {
          works.drained(drained);
        }
      }
      case EngineEvent.OfFleet e -> works.reported(e);
      case EngineEvent.Timer e -> timer(e);
      case EngineEvent.Control e -> control(e);
    }
  }

  private void timer(EngineEvent.Timer event) {
    switch (event) {
      case EngineEvent.MetricsDue e -> metricsDue(e.boundary());
      case EngineEvent.AlarmDue e -> watch.due(e).ifPresent(this::evaluated);
      case EngineEvent.SignalsDue e -> autoscaling.act(e.raisedAt());
      case EngineEvent.SchedulesDue e -> autoscaling.schedulesDue();
      case EngineEvent.TimeLimitDue e ->
          requests.timeLimitDue(e.isStreaming(), present.nanos()).forEach(works::drained);
      case EngineEvent.DrainLimit e -> works.drainLimit(e.copy());
      case EngineEvent.IdleDue e -> works.checkIdle(e.instance());
      case EngineEvent.PlacementDue e -> works.checkPlacement(e);
    }
  }

  private void control(EngineEvent.Control event) {
    switch (event) {
      case EngineEvent.CreateEndpoint e -> works.create(e);
      case EngineEvent.CreateComponent e -> works.create(e);
      case EngineEvent.UpdateEndpoint e -> works.update(e.spec());
      case EngineEvent.UpdateComponent e -> works.update(e.spec());
      case EngineEvent.DeleteEndpoint e -> {
        fleet.variantsOf(e.endpoint()).forEach(autoscaling::deregister);
        works.deleteEndpoint(e.endpoint());
      }
      case EngineEvent.DeleteComponent e -> {
        ResourceId.Component component = new ResourceId.Component(e.component());
        autoscaling.deregister(component);
        works.delete(component);
      }
      case EngineEvent.SetWeight e -> works.setWeight(e.variant(), e.weight());
      case EngineEvent.RegisterTarget e -> autoscaling.register(e.target());
      case EngineEvent.DeregisterTarget e -> autoscaling.deregister(e.resource());
      case EngineEvent.PutPolicy e -> autoscaling.putPolicy(e);
      case EngineEvent.DeletePolicy e -> autoscaling.deletePolicy(e.resource(), e.policy());
      case EngineEvent.PutSchedule e -> autoscaling.putSchedule(e.resource(), e.action());
      case EngineEvent.DeleteSchedule e -> scaling.deleteSchedule(e.resource(), e.name());
      case EngineEvent.PutAlarm e -> watch.put(e.rule());
      case EngineEvent.DeleteAlarm e -> watch.delete(e.name());
      case EngineEvent.PutComposite e -> composites.put(e.rule());
      case EngineEvent.DeleteComposite e -> composites.delete(e.name());
      case EngineEvent.SetAlarm e -> setAlarm(e);
      case EngineEvent.PutMetric e -> store.put(e.metric(), e.timestamp(), e.samples(), present.now());
      case EngineEvent.SetCapacity e -> works.setDesired(e.resource(), e.desired());
      case EngineEvent.Deploy e -> works.deploy(e.resource());
      case EngineEvent.DelayMetrics e -> press.delayBy(e.extra());
      case EngineEvent.PublishMetrics e -> press.publish(e.isPublished());
    }
  }

  private void setAlarm(EngineEvent.SetAlarm event) {
    if (composites.book().rule(event.name()).isPresent()) {
      composites.set(event);
    } else {
      evaluated(alarms.setState(event.name(), event.state(), event.reason(), event.reasonData(), present.now()));
    }
  }

  private void evaluated(Evaluation evaluation) {
    autoscaling.evaluated(evaluation);
    composites.follow(evaluation);
  }

  private void metricsDue(Instant boundary) {
    press.at(boundary);
    requests.closeWindows(present.nanos(), boundary.getEpochSecond() % 60 == 0);
    watchMetrics(boundary.plusNanos(Press.WINDOW_NANOS));
  }

  private void watchMetrics(Instant boundary) {
    present.wakeAt(boundary, new EngineEvent.MetricsDue(boundary));
  }
}
