package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ScalingActivity.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scale-outs that do not go as asked: a hundred users from the second minute on, one copy. */
final class ScaleOutLogTest {
  private static final List<Traffic> USERS = List.of(Worlds.users(100, Duration.ofMinutes(2), null));

  private static RunResult run(int max, int quota, Duration noCapacity) {
    Scenario s = Worlds.scenario(Duration.ofMinutes(60), USERS, null, 1,
        List.of(new Scenario.ScenarioEvent(Duration.ZERO, new Scenario.Happening.NoCapacity(noCapacity))), 1);
    Scenario.Setup e = s.endpoint();
    Scenario.Setup endpoint = new Scenario.Setup(e.copies(), e.instanceType(), e.profile(), e.startup(), e.routing(),
        e.hosting(), quota, e.weight(), e.otherVariants(), e.capacity());
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, max, Worlds.concurrency(5));
    return Worlds.run(policy,
        new Scenario(s.name(), s.start(), s.duration(), s.traffic(), endpoint, s.timings(), s.events(), s.seed()));
  }

  @Test
  void whatTheQuotaRefusesIsAnActivityAndNoScaleOut() {
    RunResult result = run(2, 1, Duration.ZERO);
    assertEquals(List.of(), result.scaleOuts());
    assertTrue(result.history().activities().stream().anyMatch(a -> a.status() == Status.FAILED
        && String.valueOf(a.statusMessage()).contains("account-level service limit")));
  }

  @Test
  void aScaleOutThatWasGivenUpNeverServesAndLeavesItsStagesToTheNext() {
    RunResult result = run(2, 20, Duration.ofMinutes(40));
    assertEquals(2, result.scaleOuts().size());
    RunResult.ScaleOut first = result.scaleOuts().getFirst();
    assertEquals(null, first.inService());
    assertEquals(List.of(), first.stages());
    RunResult.ScaleOut second = result.scaleOuts().getLast();
    Instant over = Worlds.MINUTE.plus(Duration.ofMinutes(40));
    assertEquals(over.plusSeconds(427), second.inService());
    assertEquals("provision", second.stages().getFirst().name());
    assertEquals(first.loadRose(), second.loadRose());
  }
}
