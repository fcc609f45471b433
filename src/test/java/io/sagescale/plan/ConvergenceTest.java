package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.EndpointScaling;
import io.sagescale.plan.FaultyHttp.Fault;
import io.sagescale.plan.FaultyHttp.Killed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Every call of a way from one world to another goes wrong in turn, in every way; the next run then leads to the same world as
 * a run without a fault, nothing doubled and nothing lost, and the plan is clean.
 */
class ConvergenceTest {
  /** A way: what is there before, null for nothing, and what shall be, null to take it away. */
  private record Way(String name, EndpointScaling from, EndpointScaling to) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final EndpointScaling STEP = World.policy("llama3-8b-step");
  private static final EndpointScaling HYBRID = World.policy("llama3-8b-hybrid");
  private static final EndpointScaling OFFICE = World.policy("office-hours");

  static List<Way> ways() {
    return List.of(
        new Way("a new target with step policies, their alarms and schedules", null, all()),
        new Way("policies and schedules give way to step policies and alarms", OFFICE, STEP),
        new Way("step policies and alarms give way to target tracking", STEP, HYBRID),
        new Way("a policy is renamed, and its metric stays", HYBRID, renamed()),
        new Way("everything is taken away", all(), null));
  }

  private static EndpointScaling all() {
    return new EndpointScaling("all", STEP.labels(), STEP.target(), STEP.policies(), OFFICE.schedules(), null);
  }

  private static EndpointScaling renamed() {
    return World.document("""
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: renamed}
        spec:
          target: {endpoint: llama3-8b, variant: AllTraffic, capacity: {min: 2, max: 5}, suspend: [in]}
          policies:
            - {name: requests in flight of every copy of the model, track: {metric: ConcurrentRequestsPerModel, target: 4}}
        """);
  }

  private static World begin(Way way, boolean isRetrying) {
    World world = isRetrying ? World.retrying() : World.once();
    if (way.from() != null) {
      assertTrue(world.apply(way.from()).stream().allMatch(PlanRunner.Result::isDone));
    }
    return world;
  }

  private static Plan plan(World world, Way way) {
    return way.to() == null ? world.destruction(way.from()) : world.plan(way.to());
  }

  private static String reference(Way way) {
    try (World world = begin(way, false)) {
      assertTrue(world.run(plan(world, way)).stream().allMatch(PlanRunner.Result::isDone));
      assertTrue(plan(world, way).isClean());
      return world.sight();
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theNextRunLeadsToTheSameWorld(Way way) {
    String reference = reference(way);
    for (Fault fault : Fault.values()) {
      int faults = 0;
      while (goesWrongAt(faults, fault, way, reference)) {
        faults++;
      }
      assertTrue(faults > 8, way + " " + fault + ": only " + faults + " calls");
    }
  }

  /** False when the way is over before the call. */
  private static boolean goesWrongAt(int call, Fault fault, Way way, String reference) {
    try (World world = begin(way, false)) {
      world.http.failAfter(call, fault);
      runIfItCan(world, way);
      boolean hasFailed = world.http.hasFailed();
      world.http.heal();
      String where = way + ", call " + call + " " + fault;
      assertTrue(world.run(plan(world, way)).stream().allMatch(PlanRunner.Result::isDone), where);
      assertEquals(reference, world.sight(), where);
      assertTrue(plan(world, way).isClean(), where);
      return hasFailed;
    }
  }

  private static void runIfItCan(World world, Way way) {
    try {
      List<PlanRunner.Result> results = world.run(plan(world, way));
      assertTrue(results.stream().allMatch(PlanRunner.Result::isDone) || world.http.hasFailed());
    } catch (SdkException | Killed end) {
      // looking failed, or the process ended
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theSdkTriesAgainAndNobodyNotices(Way way) {
    String reference = reference(way);
    for (Fault fault : List.of(Fault.THROTTLED, Fault.LOST)) {
      int call = 0;
      boolean hasFailed = true;
      while (hasFailed) {
        try (World world = begin(way, true)) {
          world.http.failAfter(call, fault);
          List<PlanRunner.Result> results = world.run(plan(world, way));
          hasFailed = world.http.hasFailed();
          String where = way + ", call " + call++ + " " + fault;
          assertTrue(results.stream().allMatch(PlanRunner.Result::isDone), where + ": " + results);
          assertEquals(reference, world.sight(), where);
        }
      }
    }
  }
}
