package io.sagescale.simulate;

import io.sagescale.engine.Effect;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Nanos;
import io.sagescale.engine.World;
import io.sagescale.serving.CopyServer;
import io.sagescale.serving.StartupPlan;
import io.sagescale.serving.StartupStage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances and model servers as models: starts that take their stages, answers that take their time, and mishaps. */
final class SimulatedWorld implements World {
  private final VirtualDriver driver;
  private final Scenario.Setup setup;
  private final RandomStream starts;
  private final SimulatedCopy.QueueGauge gauge = new SimulatedCopy.QueueGauge();
  private final List<@Nullable SimulatedCopy> copies = new ArrayList<>();
  private final List<Launch> launches = new ArrayList<>();
  private long noCapacityUntilNanos = Long.MIN_VALUE;

  /** An instance on its way or there: when it was ordered and when it is ready. */
  private record Launch(int instance, long orderedNanos, long readyNanos) {}

  SimulatedWorld(VirtualDriver driver, Scenario.Setup setup, RandomStreams streams) {
    this.driver = driver;
    this.setup = setup;
    this.starts = streams.stream("starts");
  }

  long queuedPeak() {
    return gauge.peak();
  }

  @Override
  public void perform(Effect.Order order, long nowNanos) {
    switch (order) {
      case Effect.Dispatch d -> copy(d.copy()).offer(d, nowNanos);
      case Effect.Cancel c -> copy(c.copy()).cancel(c.request(), nowNanos);
      case Effect.LaunchInstance l -> launch(l.instance(), nowNanos);
      case Effect.StartCopy s -> start(s, nowNanos);
      case Effect.StopCopy s -> {
        if (s.copy() < copies.size()) {
          copies.set(s.copy(), null);
        }
      }
      case Effect.ReleaseInstance r -> launches.removeIf(launch -> launch.instance() == r.instance());
    }
  }

  /** An instance ordered from now on is not provisioned before that time. */
  void noCapacityUntil(long nanos) {
    noCapacityUntilNanos = Math.max(noCapacityUntilNanos, nanos);
  }

  void behave(int copy, SimulatedCopy.Mode mode) {
    copy(copy).behave(mode);
  }

  void slowBy(int copy, double factor, long nowNanos) {
    copy(copy).slowBy(factor, nowNanos);
  }

  /** A crashed container comes back: container start and health checks over again. */
  void restart(int copy, long nowNanos) {
    Duration again = setup.startup().containerStart().plus(setup.startup().healthCheck());
    copy(copy).behave(SimulatedCopy.Mode.NORMAL);
    driver.postAt(nowNanos + again.toNanos(), new EngineEvent.CopyHealthy(copy));
  }

  private void launch(int instance, long nowNanos) {
    StartupPlan plan = StartupPlan.of(setup.startup(), true, false, draws());
    Duration provision = plan.steps().stream()
        .filter(step -> step.stage() == StartupStage.PROVISION)
        .map(StartupPlan.Step::lasts)
        .findFirst().orElse(Duration.ZERO);
    long ready = Math.max(nowNanos, noCapacityUntilNanos) + provision.toNanos();
    launches.add(new Launch(instance, nowNanos, ready));
    driver.postAt(ready, new EngineEvent.InstanceReady(instance));
  }

  private void start(Effect.StartCopy order, long nowNanos) {
    for (Launch launch : launches) {
      if (launch.instance() == order.instance() && launch.readyNanos() == nowNanos) {
        driver.post(new EngineEvent.StageEnded(
            order.copy(), StartupStage.PROVISION.text(), Nanos.toInstant(launch.orderedNanos())));
      }
    }
    StartupPlan plan = StartupPlan.of(setup.startup(), false, order.hasImage(), draws());
    for (StartupPlan.Step step : plan.steps()) {
      Instant since = Nanos.toInstant(nowNanos + step.start().toNanos());
      driver.postAt(nowNanos + step.end().toNanos(),
          new EngineEvent.StageEnded(order.copy(), step.stage().text(), since));
    }
    driver.postAt(nowNanos + plan.total().toNanos(), new EngineEvent.CopyHealthy(order.copy()));
  }

  private double[] draws() {
    double[] draws = new double[StartupStage.values().length];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = starts.nextDouble();
    }
    return draws;
  }

  private SimulatedCopy copy(int id) {
    while (copies.size() <= id) {
      copies.add(null);
    }
    SimulatedCopy copy = copies.get(id);
    if (copy == null) {
      copy = new SimulatedCopy(driver, CopyServer.of(setup.profile()), gauge);
      copies.set(id, copy);
    }
    return copy;
  }
}
