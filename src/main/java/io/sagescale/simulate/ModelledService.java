package io.sagescale.simulate;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.engine.Destination;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.EngineSettings;
import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.fleet.FleetSettings;
import io.sagescale.model.InstanceType;
import io.sagescale.scaling.ScalingSettings;
import io.sagescale.serving.InstanceTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An engine together with a modelled world: it can be told things and moved on in time. What simulates a scenario in a
 * second and what stands behind the local AWS API for days are both this.
 */
public final class ModelledService implements AutoCloseable {
  private final Engine engine;
  private final VirtualDriver driver;
  private final SimulatedWorld world;
  private final long seed;
  private final Consumer<Fact> facts;
  private final List<TrafficPlayer> players = new ArrayList<>();

  /**
   * @param setup how endpoints are modelled: server, start-up, quota
   * @param facts hears all that happens
   */
  public ModelledService(
      Scenario.Setup setup, Scenario.Timings timings, long seed, Instant start, Consumer<Fact> facts) {
    this.seed = seed;
    this.facts = facts;
    this.engine = new Engine(settings(setup, timings, seed), start);
    this.driver = new VirtualDriver(engine, Nanos.of(start), this::told);
    this.world = new SimulatedWorld(driver, setup, RandomStreams.of(seed));
    driver.with(world);
    driver.settle();
  }

  public Engine engine() {
    return engine;
  }

  /** Something happens now. */
  public void tell(EngineEvent event) {
    driver.post(event);
    driver.settle();
  }

  /** Performs all that is due up to {@code now}, which is then the time; a time before the present one changes nothing. */
  public void advanceTo(Instant now) {
    long nanos = Nanos.of(now);
    while (driver.nextNanos() <= nanos) {
      driver.step();
    }
    driver.moveTo(Math.max(nanos, driver.nowNanos()));
  }

  /** When something is due next. */
  public Instant nextDue() {
    return Nanos.toInstant(driver.nextNanos());
  }

  /**
   * Plays traffic from now on.
   *
   * @throws TraceProblem when the traffic cannot be read, now or at a later advance
   */
  public void play(List<Traffic> traffic, Destination destination) {
    players.add(new TrafficPlayer(traffic, destination, driver, seed, driver.nowNanos(), () -> {}));
  }

  @Override
  public void close() {
    players.forEach(TrafficPlayer::close);
  }

  VirtualDriver driver() {
    return driver;
  }

  SimulatedWorld world() {
    return world;
  }

  private void told(Fact fact) {
    facts.accept(fact);
    for (TrafficPlayer player : players) {
      player.told(fact);
    }
  }

  private static EngineSettings settings(Scenario.Setup setup, Scenario.Timings timings, long seed) {
    SortedMap<String, InstanceType> types = new TreeMap<>();
    for (String name : InstanceTypes.names()) {
      types.put(name, InstanceTypes.byName(name).orElseThrow());
    }
    return new EngineSettings(
        new FleetSettings(types, setup.quota(), FleetSettings.DEFAULT_ZONES, FleetSettings.PLACEMENT_LIMIT),
        ScalingSettings.DEFAULTS,
        new AlarmTiming(seed, timings.highResolutionPhase(), timings.standardPhase()),
        new EngineSettings.Publication(
            timings.highResolutionDelay(), timings.standardDelay(), timings.delaySpread(), seed),
        EngineSettings.INVOCATION_LIMIT, EngineSettings.STREAMING_LIMIT, EngineSettings.STREAMING_LIMIT,
        timings.reaction());
  }
}
