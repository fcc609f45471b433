package io.sagescale.simulate;

import io.sagescale.engine.Engine;
import io.sagescale.engine.Fact;
import io.sagescale.fleet.Capacity;
import io.sagescale.fleet.CopyState;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingPolicy;
import java.util.ArrayList;
import java.util.List;

/** All that one run showed from outside: its facts in order, and a look at the engine after every event. */
record RunTrace(ResourceId resource, List<Fact> facts, List<Look> looks, RunResult result, List<ScalingPolicy> policies) {

  /**
   * The engine after one event.
   *
   * @param inFlight as the engine sums it
   * @param inFlightByCopies as its copies add up
   * @param runningInstances as the fleet counts them now
   */
  record Look(
      long atNanos, int desired, CapacityRange range, boolean isScalable, long inFlight, long inFlightByCopies,
      int runningInstances, int factsSoFar) {}

  static RunTrace of(RandomScenarios.World world) {
    ResourceId resource = world.policies().getFirst().target().resource();
    List<Fact> facts = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    List<ScalingPolicy> policies = new ArrayList<>();
    world.policies().getFirst().policies().forEach(spec -> policies.add(spec.policy()));
    RunResult result = Simulation.watched(world.policies(), world.scenario(),
        (engine, now) -> looks.add(look(engine, resource, now, facts.size())), facts::add);
    return new RunTrace(resource, facts, looks, result, policies);
  }

  private static Look look(Engine engine, ResourceId resource, long nowNanos, int facts) {
    Capacity capacity = engine.fleet().capacity(resource);
    long byCopies = 0;
    for (int copy = 0; copy < engine.fleet().copies(); copy++) {
      CopyState state = engine.fleet().stateOf(copy);
      boolean served = state == CopyState.IN_SERVICE || state == CopyState.DRAINING || state == CopyState.CRASHED;
      byCopies += served ? engine.inFlightOn(copy) : 0;
    }
    return new Look(nowNanos, capacity.desired(), engine.scaling().target(resource).orElseThrow().range(),
        capacity.isScalable(), engine.inFlight(), byCopies, capacity.instances(), facts);
  }
}
