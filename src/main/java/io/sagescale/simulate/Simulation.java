package io.sagescale.simulate;

import io.sagescale.alarm.AlarmTiming;
import io.sagescale.engine.Destination;
import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.EngineSettings;
import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.fleet.Bill;
import io.sagescale.fleet.FleetSettings;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.InstanceType;
import io.sagescale.scaling.ScalingSettings;
import io.sagescale.serving.InstanceTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of policies against a scenario in virtual time. The same inputs and seed give the same result, byte for byte. */
public final class Simulation {
  /** Most events of one run. Source: our choice, some hours of work, so that a mistyped scale ends by itself. */
  static final long MAX_EVENTS = 20_000_000_000L;

  /**
   * How long the endpoint has stood idle before the scenario starts, so that its metrics have a past as on AWS: long enough
   * for the evaluation range of a classic alarm (5 minutes) and the delay of its metric. Source: our choice.
   */
  static final Duration IDLE_BEFORE = Duration.ofMinutes(8);

  private static final long PROGRESS_EVERY = 1 << 16;

  /** Hears how far the run has come, every now and then. */
  public interface Progress {
    Progress NONE = (now, end, requests) -> {};

    /** @param end null when the run lasts until its traffic ends */
    void at(Instant virtualNow, @Nullable Instant end, long requests);
  }

  private final Scenario scenario;
  private final Staging staging;
  private final Engine engine;
  private final VirtualDriver driver;
  private final SimulatedWorld world;
  private final RunRecorder recorder;
  private boolean hasBegun;
  private final List<OpenLoop> openLoops = new ArrayList<>();
  private final List<ClosedLoopUsers> closedLoops = new ArrayList<>();
  private final @Nullable Consumer<Fact> listener;
  private final VirtualDriver.@Nullable Watcher watcher;

  private Simulation(
      List<EndpointScaling> policies, Scenario scenario, @Nullable Consumer<Fact> listener,
      VirtualDriver.@Nullable Watcher watcher) {
    this.scenario = scenario;
    this.listener = listener;
    this.watcher = watcher;
    this.staging = new Staging(policies, scenario);
    this.engine = new Engine(settings(scenario), scenario.start().minus(IDLE_BEFORE));
    this.recorder = new RunRecorder(staging.resource(), staging.concurrencyTarget(), scenario.start());
    this.driver = new VirtualDriver(engine, Nanos.of(scenario.start().minus(IDLE_BEFORE)), this::told);
    RandomStreams streams = RandomStreams.of(scenario.seed());
    this.world = new SimulatedWorld(driver, scenario.endpoint(), streams);
    driver.with(world);
  }

  /**
   * Runs to the end.
   *
   * @param policies one or more documents about the same endpoint; the run is about the target of the first
   * @param journal takes one line per fact; null for none
   * @throws TraceProblem when the traffic cannot be read
   */
  public static RunResult run(
      List<EndpointScaling> policies, Scenario scenario, Progress progress, @Nullable Consumer<String> journal) {
    Consumer<Fact> listener = journal == null ? null : fact -> {
      if (!(fact instanceof Fact.NewPeak)) {
        journal.accept(JournalLine.of(fact));
      }
    };
    return new Simulation(policies, scenario, listener, null).run(policies.getFirst().name(), progress);
  }

  /** As {@link #run}, with every fact, and a look at the engine after every event. */
  static RunResult watched(
      List<EndpointScaling> policies, Scenario scenario, VirtualDriver.Watcher watcher, Consumer<Fact> listener) {
    return new Simulation(policies, scenario, listener, watcher).run(policies.getFirst().name(), Progress.NONE);
  }

  private RunResult run(String policyName, Progress progress) {
    long startNanos = Nanos.of(scenario.start());
    tell(staging.endpoints());
    while (driver.nextNanos() < startNanos) {
      driver.step();
    }
    engine.advanceTo(startNanos);
    driver.beginAt(startNanos);
    Bill before = engine.fleet().bill(scenario.start());
    hasBegun = true;
    recorder.begin(engine.fleet().capacity(staging.resource()));
    tell(staging.controls());
    new Mishaps(scenario, staging, driver, world, engine, recorder).scheduleAll(startNanos);
    try {
      openTraffic(startNanos);
      play(startNanos, progress);
    } finally {
      openLoops.forEach(OpenLoop::close);
    }
    String month = InstanceTypes.listing(scenario.endpoint().instanceType()).orElseThrow().priceDate();
    return recorder.result(policyName, scenario, scenario.seed(), engine,
        new RunRecorder.Run(driver.events(), world.queuedPeak(), YearMonth.parse(month).atDay(1), before));
  }

  private void tell(List<EngineEvent.Control> controls) {
    for (EngineEvent.Control control : controls) {
      driver.post(control);
      driver.settle();
    }
  }

  private void play(long startNanos, Progress progress) {
    Duration lasts = scenario.duration();
    boolean isOpenEnded = lasts == null;
    long endNanos = lasts == null ? Long.MAX_VALUE : startNanos + lasts.toNanos();
    Instant end = isOpenEnded ? null : Nanos.toInstant(endNanos);
    while (driver.nextNanos() <= endNanos && !(isOpenEnded && isOver())) {
      driver.step();
      if (watcher != null) {
        watcher.after(engine, driver.nowNanos());
      }
      if (driver.events() % PROGRESS_EVERY == 0) {
        progress.at(engine.now(), end, recorder.arrivals());
        if (driver.events() > MAX_EVENTS) {
          throw new IllegalStateException("the run has more than " + MAX_EVENTS + " events");
        }
      }
    }
    if (!isOpenEnded) {
      engine.advanceTo(endNanos);
    }
  }

  private boolean isOver() {
    if (engine.inFlight() > 0) {
      return false;
    }
    for (OpenLoop loop : openLoops) {
      if (loop.hasMore()) {
        return false;
      }
    }
    for (ClosedLoopUsers users : closedLoops) {
      if (users.isSending(driver.nowNanos())) {
        return false;
      }
    }
    return true;
  }

  private void openTraffic(long startNanos) {
    RandomStreams streams = RandomStreams.of(scenario.seed());
    Destination destination = staging.destination();
    long firstTag = 1;
    boolean hasOpen = false;
    for (int i = 0; i < scenario.traffic().size(); i++) {
      Traffic traffic = scenario.traffic().get(i);
      if (traffic.source() instanceof Traffic.Source.ClosedLoop loop) {
        ClosedLoopUsers users = new ClosedLoopUsers(traffic, loop, destination, driver, recorder,
            Workloads.streamsOf(streams, i), firstTag, startNanos);
        firstTag = users.tagsEnd();
        closedLoops.add(users);
      } else {
        hasOpen = true;
      }
    }
    if (hasOpen) {
      openLoops.add(new OpenLoop(
          Workloads.open(scenario.traffic(), streams), destination, driver, recorder, startNanos));
    }
  }

  private void told(Fact fact) {
    if (!hasBegun) {
      return;
    }
    recorder.accept(fact);
    if (listener != null) {
      listener.accept(fact);
    }
    if (fact instanceof Fact.RequestEnded ended && ended.tag() != 0) {
      for (ClosedLoopUsers users : closedLoops) {
        if (users.owns(ended.tag())) {
          users.answered(ended.tag(), ended.outcome(), ended.endedNanos());
        }
      }
    }
  }

  private static EngineSettings settings(Scenario scenario) {
    SortedMap<String, InstanceType> types = new TreeMap<>();
    for (String name : InstanceTypes.names()) {
      types.put(name, InstanceTypes.byName(name).orElseThrow());
    }
    Scenario.Timings timings = scenario.timings();
    return new EngineSettings(
        new FleetSettings(types, scenario.endpoint().quota(), FleetSettings.DEFAULT_ZONES,
            FleetSettings.PLACEMENT_LIMIT),
        ScalingSettings.DEFAULTS,
        new AlarmTiming(scenario.seed(), timings.highResolutionPhase(), timings.standardPhase()),
        new EngineSettings.Publication(
            timings.highResolutionDelay(), timings.standardDelay(), timings.delaySpread(), scenario.seed()),
        EngineSettings.INVOCATION_LIMIT, EngineSettings.STREAMING_LIMIT, EngineSettings.STREAMING_LIMIT,
        timings.reaction());
  }
}
