package io.sagescale.api;

import io.sagescale.engine.Destination;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ResourceId;
import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.Profiles;
import io.sagescale.serving.StartupProfile;
import io.sagescale.simulate.ModelledService;
import io.sagescale.simulate.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A strict desk over a real engine: an instance takes a minute to come, a model another on it; 20 instances at most. */
final class HostingDesk implements Desk {
  private final ModelledService service;

  HostingDesk() {
    StartupProfile startup = new StartupProfile(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(30),
        Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO, 0, false);
    Scenario.Setup setup = new Scenario.Setup(1, Hosting.TYPE,
        Profiles.byId("llama3-8b/g5.2xlarge/tgi-2.0.0-launch").orElseThrow(), startup,
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, 20, 1, List.of(), null);
    this.service = new ModelledService(
        setup, Scenario.Timings.DEFAULT, 1, Instant.parse("2026-01-05T08:00:00Z"), fact -> {});
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
    return true;
  }

  @Override
  public void model(ResourceId resource, int copies) {
    throw new IllegalStateException("a strict desk models nothing");
  }

  /** A request to a component of the endpoint comes in now. */
  void request(String endpoint, ResourceId.Component component) {
    service.tell(new EngineEvent.RequestArrived(new Destination(endpoint, component), 100, 100, true, 0.5, 0.5, 1));
  }

  void advance(Duration by) {
    service.advanceTo(engine().now().plus(by));
  }
}
