package io.sagescale.simulate;

import io.sagescale.engine.Destination;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import io.sagescale.model.VariantSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From policy files and a scenario to what the engine is told before the first request. */
final class Staging {
  private final List<EndpointScaling> policies;
  private final Scenario scenario;

  Staging(List<EndpointScaling> policies, Scenario scenario) {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("no policy to simulate");
    }
    this.policies = List.copyOf(policies);
    this.scenario = scenario;
  }

  /** The resource that the run is about: the target of the first policy document. */
  ResourceId resource() {
    return policies.getFirst().target().resource();
  }

  Destination destination() {
    return switch (resource()) {
      case ResourceId.Variant variant -> Destination.endpoint(variant.endpoint());
      case ResourceId.Component component -> new Destination(endpointOf(component), component);
    };
  }

  /** Target of the first of the run's policies that tracks requests in flight on the resource; null where none does. */
  @Nullable Double concurrencyTarget() {
    return concurrencyTarget(policies);
  }

  /** The same among other documents. */
  @Nullable Double concurrencyTarget(List<EndpointScaling> documents) {
    for (EndpointScaling document : documents) {
      for (EndpointScaling.PolicySpec spec : document.policies()) {
        if (document.target().resource().equals(resource())
            && spec.policy() instanceof TargetTrackingPolicy tracking
            && tracking.metric() instanceof TrackedMetric.Predefined predefined
            && predefined.type().isHighResolution()) {
          return tracking.targetValue();
        }
      }
    }
    return null;
  }

  /** Registers the targets, then puts policies, alarms and schedules. */
  List<EngineEvent.Control> controls() {
    List<EngineEvent.Control> controls = new ArrayList<>();
    for (EndpointScaling document : policies) {
      controls.addAll(controlsOf(document));
    }
    return controls;
  }

  /** What one policy document asks of the engine; bounds of the scenario take the place of the document's. */
  List<EngineEvent.Control> controlsOf(EndpointScaling document) {
    List<EngineEvent.Control> controls = new ArrayList<>();
    ScalableTarget target = document.target();
    CapacityRange bounds = scenario.endpoint().capacity();
    controls.add(new EngineEvent.RegisterTarget(bounds == null
        ? target : new ScalableTarget(target.resource(), bounds, target.suspension())));
    for (EndpointScaling.PolicySpec spec : document.policies()) {
      controls.add(new EngineEvent.PutPolicy(target.resource(), spec.policy()));
      if (spec.alarm() != null) {
        controls.add(new EngineEvent.PutAlarm(spec.alarm()));
      }
    }
    for (ScheduledAction action : document.schedules()) {
      controls.add(new EngineEvent.PutSchedule(target.resource(), action));
    }
    return controls;
  }

  /** Creates what stands in service before the start. */
  List<EngineEvent.Control> endpoints() {
    Scenario.Setup setup = scenario.endpoint();
    SequencedMap<String, List<VariantSpec>> variants = new LinkedHashMap<>();
    List<EngineEvent.Control> components = new ArrayList<>();
    Set<ResourceId> seen = new LinkedHashSet<>();
    for (EndpointScaling document : policies) {
      if (seen.add(document.target().resource())) {
        switch (document.target().resource()) {
          case ResourceId.Variant variant -> variants.computeIfAbsent(variant.endpoint(), e -> new ArrayList<>())
              .add(setup.variant(variant.variant(), setup.copies()));
          case ResourceId.Component component -> {
            variants.computeIfAbsent(endpointOf(component), e -> new ArrayList<>(List.of(setup.host(hosting(setup)))));
            components.add(component(component, setup));
          }
        }
      }
    }
    variants.firstEntry().getValue().addAll(setup.others());
    List<EngineEvent.Control> controls = new ArrayList<>();
    variants.forEach((name, specs) -> controls.add(
        new EngineEvent.CreateEndpoint(new EndpointSpec(name, specs), EngineEvent.Begin.IN_SERVICE)));
    controls.addAll(components);
    return controls;
  }

  /** All components of a run share one endpoint, named for the first. */
  private String endpointOf(ResourceId.Component component) {
    for (EndpointScaling document : policies) {
      if (document.target().resource() instanceof ResourceId.Component first) {
        return first.component() + "-endpoint";
      }
    }
    return component.component() + "-endpoint";
  }

  private EngineEvent.CreateComponent component(ResourceId.Component component, Scenario.Setup setup) {
    ResourceId.Variant host = new ResourceId.Variant(endpointOf(component), Scenario.HOST_VARIANT);
    return new EngineEvent.CreateComponent(
        new ComponentSpec(component.component(), host, hosting(setup).perCopy(), setup.copies()),
        EngineEvent.Begin.IN_SERVICE);
  }

  private static Scenario.Hosting hosting(Scenario.Setup setup) {
    Scenario.Hosting hosting = setup.hosting();
    if (hosting == null) {
      throw new IllegalArgumentException("a component needs to know the instances under it (hosting)");
    }
    return hosting;
  }
}
