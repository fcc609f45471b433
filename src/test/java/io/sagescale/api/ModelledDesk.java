package io.sagescale.api;

import io.sagescale.engine.Destination;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ComponentSpec;
import io.sagescale.model.ComputeRequirements;
import io.sagescale.model.EndpointSpec;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.model.VariantSpec;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.ModelledService;
import io.sagescale.simulate.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A desk over a real engine with a modelled world, whose time moves when a test says so: an instance takes a minute to come, a
 * model another on it.
 */
final class ModelledDesk implements Desk {
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  static final int QUOTA = 20;
  static final String INSTANCE_TYPE = "ml.g5.2xlarge";

  private final ModelledService service;
  private final boolean isStrict;
  final List<ResourceId> modelled = new ArrayList<>();

  private ModelledDesk(boolean isStrict) {
    this.isStrict = isStrict;
    StartupProfile startup = new StartupProfile(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(30),
        Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO, 0, false);
    Scenario.Setup setup = new Scenario.Setup(1, INSTANCE_TYPE,
        Profiles.byId("llama3-8b/g5.2xlarge/tgi-2.0.0-launch").orElseThrow(), startup,
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, QUOTA, 1, List.of(), null);
    this.service = new ModelledService(setup, Scenario.Timings.DEFAULT, 1, START, fact -> {});
  }

  /** A desk that models what nobody created. */
  static ModelledDesk lenient() {
    return new ModelledDesk(false);
  }

  static ModelledDesk strict() {
    return new ModelledDesk(true);
  }

  @Override
  public Engine engine() {
    return service.engine();
  }

  @Override
  public void tell(EngineEvent.Control event) {
    service.tell(event);
  }

  @Override
  public Account account() {
    return Account.DEFAULT;
  }

  @Override
  public boolean isStrict() {
    return isStrict;
  }

  @Override
  public boolean isReplaying() {
    return false;
  }

  @Override
  public void model(ResourceId resource, int copies) {
    modelled.add(resource);
    create(resource, copies);
  }

  /** Creates an endpoint or component in service. */
  void create(ResourceId resource, int copies) {
    switch (resource) {
      case ResourceId.Variant(String endpoint, String variant) ->
          tell(new EngineEvent.CreateEndpoint(endpoint(endpoint, variant, copies, false), EngineEvent.Begin.IN_SERVICE));
      case ResourceId.Component(String name) -> {
        ResourceId.Variant host = new ResourceId.Variant(name + "-host", "AllTraffic");
        tell(new EngineEvent.CreateEndpoint(
            endpoint(host.endpoint(), host.variant(), copies, true), EngineEvent.Begin.IN_SERVICE));
        tell(new EngineEvent.CreateComponent(
            new ComponentSpec(name, host, new ComputeRequirements(1, 1, 1_024), copies), EngineEvent.Begin.IN_SERVICE));
      }
    }
  }

  /** A request to a component of the endpoint comes in now. */
  void request(String endpoint, ResourceId.Component component) {
    request(new Destination(endpoint, component));
  }

  void request(Destination destination) {
    service.tell(new EngineEvent.RequestArrived(destination, 100, 100, true, 0.5, 0.5, 1));
  }

  void advance(Duration by) {
    service.advanceTo(engine().now().plus(by));
  }

  private static EndpointSpec endpoint(String endpoint, String variant, int copies, boolean hostsComponents) {
    return new EndpointSpec(endpoint, List.of(new VariantSpec(
        variant, INSTANCE_TYPE, copies, 1, RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, hostsComponents)));
  }
}
