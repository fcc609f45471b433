package io.sagescale.engine;

import io.sagescale.fleet.Fleet;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.routing.Router;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a destination to what answers: by weight over an endpoint's variants, or straight to one of them or to a component. */
final class Routes {
  /** One resource's meter and router, under the index that requests remember. */
  record Route(int index, ResourceId resource, Meter meter, Router router, double weight) {}

  private final Press press;

  /** By index, closed ones included. */
  private final List<Route> routes = new ArrayList<>();
  private final Map<ResourceId, Route> byResource = new LinkedHashMap<>();
  private final Map<Destination, List<Route>> byDestination = new LinkedHashMap<>();
  private @Nullable Destination lastDestination;
  private List<Route> lastRoutes = List.of();

  Routes(Press press) {
    this.press = press;
  }

  void add(ResourceId resource, Fleet fleet) {
    ResourceId.Variant host = fleet.hostOf(resource);
    RoutingStrategy strategy = fleet.specOf(host).routing();
    Route route =
        new Route(routes.size(), resource, new Meter(resource, press), new Router(strategy), weight(resource, fleet));
    routes.add(route);
    byResource.put(resource, route);
    if (resource.equals(host)) {
      byDestination.computeIfAbsent(Destination.endpoint(host.endpoint()), d -> new ArrayList<>()).add(route);
    }
    byDestination.computeIfAbsent(new Destination(host.endpoint(), resource), d -> new ArrayList<>()).add(route);
    lastDestination = null;
  }

  /** Takes over the weight and the strategy that the fleet now knows; what was metered so far stays. */
  void refresh(ResourceId resource, Fleet fleet) {
    ResourceId.Variant host = fleet.hostOf(resource);
    Router router = new Router(fleet.specOf(host).routing());
    fleet.inService(resource).forEach(router::add);
    replace(of(resource), router, weight(resource, fleet));
  }

  /** Gives the resource no share of its destination's traffic until the next {@link #refresh} or {@link #unmute}. */
  void mute(ResourceId resource) {
    Route route = of(resource);
    replace(route, route.router(), 0);
  }

  void unmute(ResourceId resource, Fleet fleet) {
    Route route = of(resource);
    if (route.weight() != weight(resource, fleet)) {
      replace(route, route.router(), weight(resource, fleet));
    }
  }

  private static double weight(ResourceId resource, Fleet fleet) {
    ResourceId.Variant host = fleet.hostOf(resource);
    return resource.equals(host) ? fleet.specOf(host).weight() : 1;
  }

  private void replace(Route old, Router router, double weight) {
    ResourceId resource = old.resource();
    Route route = new Route(old.index(), resource, old.meter(), router, weight);
    routes.set(route.index(), route);
    byResource.put(resource, route);
    byDestination.values().forEach(list -> list.replaceAll(other -> other == old ? route : other));
    lastDestination = null;
  }

  /** Ends the route of a resource; its destination answers no more when it was the last. */
  void remove(ResourceId resource) {
    Route route = byResource.remove(resource);
    if (route != null) {
      byDestination.values().forEach(list -> list.remove(route));
      lastDestination = null;
    }
  }

  boolean has(ResourceId resource) {
    return byResource.containsKey(resource);
  }

  /** Oldest first; those of deleted resources are left out. */
  Collection<Route> live() {
    return byResource.values();
  }

  Route of(ResourceId resource) {
    Route route = byResource.get(resource);
    if (route == null) {
      throw new IllegalArgumentException("no route to " + resource.text());
    }
    return route;
  }

  Route at(int index) {
    return routes.get(index);
  }

  /** The route for one request, by its draw; null when all that answered there is deleted. */
  @Nullable Route choose(Destination destination, double draw) {
    List<Route> candidates = candidates(destination);
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    if (candidates.isEmpty()) {
      return null;
    }
    double total = 0;
    for (Route candidate : candidates) {
      total += candidate.weight();
    }
    double left = draw * total;
    for (Route candidate : candidates) {
      left -= candidate.weight();
      if (left < 0) {
        return candidate;
      }
    }
    return candidates.get(candidates.size() - 1);
  }

  /** The draw that is left for the choice of a copy once the variant is chosen. */
  double drawWithin(Destination destination, Route chosen, double draw) {
    List<Route> candidates = candidates(destination);
    if (candidates.size() == 1) {
      return draw;
    }
    double total = 0;
    double before = 0;
    for (Route candidate : candidates) {
      if (candidate == chosen) {
        before = total;
      }
      total += candidate.weight();
    }
    double within = (draw * total - before) / chosen.weight();
    return Math.clamp(within, 0, Math.nextDown(1.0));
  }

  private List<Route> candidates(Destination destination) {
    if (destination != lastDestination) {
      List<Route> found = byDestination.get(destination);
      if (found == null) {
        throw new IllegalArgumentException("nobody created " + destination);
      }
      lastDestination = destination;
      lastRoutes = found;
    }
    return lastRoutes;
  }
}
