package io.sagescale.engine;

import io.sagescale.fleet.Fleet;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.routing.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a destination to the resource that answers: by weight over an endpoint's variants, or straight to a component. */
final class Routes {
  /** One resource's meter and router, under the index that requests remember. */
  record Route(int index, ResourceId resource, Meter meter, Router router, double weight) {}

  private final List<Route> routes = new ArrayList<>();
  private final Map<ResourceId, Route> byResource = new LinkedHashMap<>();
  private final Map<Destination, List<Route>> byDestination = new LinkedHashMap<>();
  private @Nullable Destination lastDestination;
  private List<Route> lastRoutes = List.of();

  void add(ResourceId resource, Fleet fleet) {
    ResourceId.Variant host = fleet.hostOf(resource);
    RoutingStrategy strategy = fleet.specOf(host).routing();
    double weight = resource.equals(host) ? fleet.specOf(host).weight() : 1;
    Route route = new Route(routes.size(), resource, new Meter(resource), new Router(strategy), weight);
    routes.add(route);
    byResource.put(resource, route);
    Destination destination = switch (resource) {
      case ResourceId.Variant variant -> Destination.endpoint(variant.endpoint());
      case ResourceId.Component component -> new Destination(host.endpoint(), component);
    };
    byDestination.computeIfAbsent(destination, d -> new ArrayList<>()).add(route);
    lastDestination = null;
  }

  List<Route> all() {
    return routes;
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

  /** The route for one request, by its draw; refuses a destination that nobody created. */
  Route choose(Destination destination, double draw) {
    List<Route> candidates = candidates(destination);
    if (candidates.size() == 1) {
      return candidates.get(0);
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
