package io.sagescale.simulate;

import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Rank;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import java.time.Duration;
import java.util.List;

/** Lets the events of a scenario happen to the resource under test: the longest-serving copies are struck first. */
final class Mishaps {
  private final Scenario scenario;
  private final Staging staging;
  private final VirtualDriver driver;
  private final SimulatedWorld world;
  private final Engine engine;
  private final RunRecorder recorder;

  Mishaps(Scenario scenario, Staging staging, VirtualDriver driver, SimulatedWorld world, Engine engine,
      RunRecorder recorder) {
    this.scenario = scenario;
    this.staging = staging;
    this.driver = driver;
    this.world = world;
    this.engine = engine;
    this.recorder = recorder;
  }

  void scheduleAll(long startNanos) {
    for (Scenario.ScenarioEvent event : scenario.events()) {
      at(startNanos + event.at().toNanos(), now -> happen(event.what(), now));
    }
  }

  private void happen(Scenario.Happening what, long nowNanos) {
    ResourceId resource = staging.resource();
    switch (what) {
      case Scenario.Happening.Crash crash -> crash(crash, struck(crash.copies()), nowNanos);
      case Scenario.Happening.Slow slow -> {
        List<Integer> copies = struck(slow.copies());
        copies.forEach(copy -> world.slowBy(copy, slow.factor(), nowNanos));
        after(slow.lasts(), nowNanos, now -> copies.forEach(copy -> world.slowBy(copy, 1, now)));
      }
      case Scenario.Happening.NoCapacity none -> world.noCapacityUntil(nowNanos + none.lasts().toNanos());
      case Scenario.Happening.MetricDelay delay -> {
        driver.post(new EngineEvent.DelayMetrics(delay.extra()));
        after(delay.lasts(), nowNanos, now -> driver.post(new EngineEvent.DelayMetrics(Duration.ZERO)));
      }
      case Scenario.Happening.MetricGap gap -> {
        driver.post(new EngineEvent.PublishMetrics(false));
        after(gap.lasts(), nowNanos, now -> driver.post(new EngineEvent.PublishMetrics(true)));
      }
      case Scenario.Happening.Deployment deployment -> driver.post(new EngineEvent.Deploy(resource));
      case Scenario.Happening.PolicyChange change -> changePolicies(change.documents());
    }
  }

  private void changePolicies(List<EndpointScaling> documents) {
    new Replacement(documents, engine).deletions().forEach(driver::post);
    for (EndpointScaling document : documents) {
      staging.controlsOf(document).forEach(driver::post);
    }
    if (documents.stream().anyMatch(document -> document.target().resource().equals(staging.resource()))) {
      recorder.tracks(staging.concurrencyTarget(documents));
    }
  }

  private void crash(Scenario.Happening.Crash crash, List<Integer> copies, long nowNanos) {
    for (int copy : copies) {
      switch (crash.mode()) {
        case DOWN -> {
          driver.post(new EngineEvent.CopyCrashed(copy));
          after(crash.lasts(), nowNanos, now -> world.restart(copy, now));
        }
        case FAIL_FAST -> {
          driver.post(new EngineEvent.RequestsLost(copy));
          world.behave(copy, SimulatedCopy.Mode.FAIL_FAST);
          after(crash.lasts(), nowNanos, now -> world.behave(copy, SimulatedCopy.Mode.NORMAL));
        }
        case HANG -> {
          world.behave(copy, SimulatedCopy.Mode.HANG);
          after(crash.lasts(), nowNanos, now -> world.behave(copy, SimulatedCopy.Mode.NORMAL));
        }
      }
    }
  }

  private List<Integer> struck(int copies) {
    List<Integer> serving = engine.fleet().inService(staging.resource());
    return List.copyOf(serving.subList(0, Math.min(copies, serving.size())));
  }

  private void after(Duration time, long nowNanos, VirtualDriver.Wake wake) {
    at(nowNanos + time.toNanos(), wake);
  }

  private void at(long nanos, VirtualDriver.Wake wake) {
    driver.wakeAt(nanos, Rank.CONTROL, wake);
  }
}
