package io.sagescale.engine;

import io.sagescale.fleet.Fleet;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.routing.InFlight;
import io.sagescale.routing.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way of a request through the engine: to a copy, in flight until its last token, out and counted. The hot path: two
 * events per request, no map beyond the last destination.
 */
final class Requests {
  private static final int NOTHING_DRAINED = -1;

  private final Fleet fleet;
  private final Outbox outbox;
  private final RequestTable table = new RequestTable();
  private final InFlight inFlight = new InFlight();
  private final Press press;
  private final Routes routes;
  private final TimeLimit limit;
  private final TimeLimit streamingLimit;
  private boolean[] isLeaving = new boolean[16];

  Requests(EngineSettings settings, Fleet fleet, Press press, Outbox outbox) {
    this.fleet = fleet;
    this.press = press;
    this.routes = new Routes(press);
    this.outbox = outbox;
    this.limit = new TimeLimit(settings.invocationLimit().toNanos());
    this.streamingLimit = new TimeLimit(settings.streamingLimit().toNanos());
  }

  long inFlight() {
    return inFlight.total();
  }

  int inFlightOn(int copy) {
    return inFlight.count(copy);
  }

  void open(ResourceId resource) {
    routes.add(resource, fleet);
  }

  /** A new resource gets its route and no traffic until it has settled; the route of another follows the fleet. */
  void openOrRefresh(ResourceId resource) {
    if (routes.has(resource)) {
      refresh(resource);
    } else {
      open(resource);
      routes.mute(resource);
    }
  }

  /** The resource has all its copies, and from now on its share of the traffic. */
  void settled(ResourceId resource) {
    routes.unmute(resource, fleet);
  }

  /** The route follows the weight and the strategy that the fleet now knows. */
  void refresh(ResourceId resource) {
    routes.refresh(resource, fleet);
  }

  /** Nothing is left of the resource. */
  void close(ResourceId resource) {
    routes.remove(resource);
  }

  void enter(int copy, ResourceId owner) {
    inFlight.open(copy);
    if (copy >= isLeaving.length) {
      isLeaving = Arrays.copyOf(isLeaving, Math.max(copy + 1, copy * 2));
    }
    isLeaving[copy] = false;
    routes.of(owner).router().add(copy);
  }

  void leave(int copy, ResourceId owner) {
    routes.of(owner).router().remove(copy);
    isLeaving[copy] = true;
  }

  /** The copy is gone for good. */
  void gone(int copy, ResourceId owner, long nowNanos) {
    if (copy < isLeaving.length && isLeaving[copy]) {
      routes.of(owner).meter().gone(inFlight, copy, nowNanos);
    }
  }

  boolean isDrained(int copy) {
    return inFlight.count(copy) == 0;
  }

  void arrived(EngineEvent.RequestArrived event, long nowNanos) {
    Routes.Route route = routes.choose(event.destination(), event.routingDraw());
    if (route == null) {
      outbox.add(new Fact.RequestEnded(
          -1, event.tag(), Outcome.REJECTED_NO_CAPACITY, -1, nowNanos, 0, nowNanos));
      return;
    }
    double draw = routes.drawWithin(event.destination(), route, event.routingDraw());
    int copy = route.router().choose(inFlight, draw);
    if (copy == Router.NONE) {
      route.meter().noCapacity();
      outbox.add(new Fact.RequestEnded(
          -1, event.tag(), Outcome.REJECTED_NO_CAPACITY, -1, nowNanos, 0, nowNanos));
      return;
    }
    long request = table.open(copy, route.index(), nowNanos, event.tag());
    int count = inFlight.add(copy, nowNanos);
    if (route.meter().isNewPeak(count)) {
      outbox.add(new Fact.NewPeak(route.resource(), count, nowNanos));
    }
    watch(event.isStreaming() ? streamingLimit : limit, event.isStreaming(), request);
    outbox.add(new Effect.Dispatch(request, copy, event.inputTokens(), event.outputTokens(), event.serviceDraw()));
  }

  /** What a copy says of a request; returns the copy if it has drained by this, else -1. */
  int reported(EngineEvent.OfRequest event, long nowNanos) {
    if (!table.isLive(event.request())) {
      return NOTHING_DRAINED;
    }
    return switch (event) {
      case EngineEvent.FirstToken e -> {
        table.firstToken(e.request(), nowNanos);
        if (table.tag(e.request()) < 0) {
          outbox.add(new Fact.FirstTokenLeft(table.tag(e.request()), table.copy(e.request()), nowNanos));
        }
        yield NOTHING_DRAINED;
      }
      case EngineEvent.RequestFinished e -> end(e.request(), Outcome.COMPLETED, nowNanos);
      case EngineEvent.RequestFailed e -> end(e.request(), Outcome.FAILED, nowNanos);
      case EngineEvent.RequestRefused e -> end(e.request(), Outcome.REJECTED_QUEUE_FULL, nowNanos);
    };
  }

  /** Ends every request over its limit; returns the copies that have drained by this. */
  List<Integer> timeLimitDue(boolean isStreaming, long nowNanos) {
    TimeLimit due = isStreaming ? streamingLimit : limit;
    due.woken();
    List<Integer> drained = new ArrayList<>();
    for (long request = due.takeExpired(nowNanos, table); request >= 0; request = due.takeExpired(nowNanos, table)) {
      int copy = table.copy(request);
      if (end(request, Outcome.TIMED_OUT, nowNanos) >= 0) {
        drained.add(copy);
      }
      outbox.add(new Effect.Cancel(request, copy));
    }
    wake(due, isStreaming);
    return drained;
  }

  /** The copy died: all its requests with it. */
  void failAllOn(int copy, long nowNanos) {
    for (long request : table.onCopy(copy)) {
      end(request, Outcome.FAILED, nowNanos);
      outbox.add(new Effect.Cancel(request, copy));
    }
  }

  void closeWindows(long nowNanos, boolean isMinute) {
    for (Routes.Route route : routes.live()) {
      ResourceId resource = route.resource();
      List<Integer> hosts = fleet.emitting(resource);
      outbox.add(route.meter().closeWindow(press, inFlight, hosts, nowNanos));
      if (isMinute) {
        route.meter().closeMinute(press, hosts.size(), fleet.capacity(resource).instances());
      }
    }
  }

  private int end(long request, Outcome outcome, long nowNanos) {
    int copy = table.copy(request);
    Routes.Route route = routes.at(table.meter(request));
    long arrived = table.arrivedNanos(request);
    route.meter().ended(outcome, nowNanos - arrived, Math.max(1, route.router().size()));
    outbox.add(new Fact.RequestEnded(
        request, table.tag(request), outcome, copy, arrived, table.firstTokenNanos(request), nowNanos));
    table.close(request);
    int left = inFlight.remove(copy, nowNanos);
    return left == 0 && isLeaving[copy] ? copy : NOTHING_DRAINED;
  }

  private void watch(TimeLimit over, boolean isStreaming, long request) {
    over.add(request, table);
    wake(over, isStreaming);
  }

  private void wake(TimeLimit over, boolean isStreaming) {
    long at = over.watchFrom(table);
    if (at != Long.MAX_VALUE) {
      outbox.add(new Effect.WakeAt(at, new EngineEvent.TimeLimitDue(isStreaming)));
    }
  }
}
