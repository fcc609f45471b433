package io.sagescale.simulate;

import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.fleet.Bill;
import io.sagescale.model.EndpointScaling;
import io.sagescale.serving.InstanceTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
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
  private final ModelledService service;
  private final Engine engine;
  private final VirtualDriver driver;
  private final RunRecorder recorder;
  private boolean hasBegun;
  private @Nullable TrafficPlayer traffic;
  private final @Nullable Consumer<Fact> listener;
  private final VirtualDriver.@Nullable Watcher watcher;

  private Simulation(
      List<EndpointScaling> policies, Scenario scenario, @Nullable Consumer<Fact> listener,
      VirtualDriver.@Nullable Watcher watcher) {
    this.scenario = scenario;
    this.listener = listener;
    this.watcher = watcher;
    this.staging = new Staging(policies, scenario);
    this.recorder = new RunRecorder(staging.resource(), staging.concurrencyTarget(), scenario.start());
    this.service = new ModelledService(scenario.endpoint(), scenario.timings(), scenario.seed(),
        scenario.start().minus(IDLE_BEFORE), this::told);
    this.engine = service.engine();
    this.driver = service.driver();
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
    staging.endpoints().forEach(service::tell);
    while (driver.nextNanos() < startNanos) {
      driver.step();
    }
    driver.beginAt(startNanos);
    Bill before = engine.fleet().bill(scenario.start());
    hasBegun = true;
    recorder.begin(engine.fleet().capacity(staging.resource()));
    staging.controls().forEach(service::tell);
    new Mishaps(scenario, staging, driver, service.world(), engine, recorder).scheduleAll(startNanos);
    try (TrafficPlayer player = new TrafficPlayer(scenario.traffic(), staging.destination(), driver, scenario.seed(),
        startNanos, recorder::arrived)) {
      traffic = player;
      play(player, startNanos, progress);
    }
    String month = InstanceTypes.listing(scenario.endpoint().instanceType()).orElseThrow().priceDate();
    return recorder.result(policyName, scenario, scenario.seed(), engine,
        new RunRecorder.Run(driver.events(), service.world().queuedPeak(), YearMonth.parse(month).atDay(1), before));
  }

  private void play(TrafficPlayer player, long startNanos, Progress progress) {
    Duration lasts = scenario.duration();
    boolean isOpenEnded = lasts == null;
    long endNanos = lasts == null ? Long.MAX_VALUE : startNanos + lasts.toNanos();
    Instant end = isOpenEnded ? null : Nanos.toInstant(endNanos);
    while (driver.nextNanos() <= endNanos && !(isOpenEnded && engine.inFlight() == 0 && player.isOver())) {
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

  private void told(Fact fact) {
    if (!hasBegun) {
      return;
    }
    recorder.accept(fact);
    if (listener != null) {
      listener.accept(fact);
    }
    if (traffic != null) {
      traffic.told(fact);
    }
  }
}
