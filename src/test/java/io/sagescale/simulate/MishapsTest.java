package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.EndpointScaling;
import io.sagescale.simulate.Scenario.Happening;
import io.sagescale.simulate.Scenario.Happening.CrashMode;
import io.sagescale.simulate.Scenario.ScenarioEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each mishap does to one request a second on one copy, which answers within a second when all is well. */
final class MishapsTest {
  private static final EndpointScaling FIXED = Worlds.policies(Worlds.VARIANT, 1, 1);

  private static RunResult steady(ScenarioEvent... events) {
    Traffic traffic = new Traffic(new Traffic.Source.Synthetic(
        List.of(new Traffic.Segment(Duration.ofMinutes(10), 1, 1)), Traffic.Arrivals.EVEN,
        new Traffic.Lengths.Fixed(50, 10)), 1, 1, false);
    return Worlds.run(FIXED, Worlds.scenario(null, List.of(traffic), null, 1, List.of(events), 1));
  }

  private static ScenarioEvent after(int seconds, Happening what) {
    return new ScenarioEvent(Duration.ofSeconds(seconds), what);
  }

  /** A container that went down is back 35 seconds after the crash is over: start and health checks. */
  @ParameterizedTest
  @CsvSource({
      "DOWN,      100, 135, 0,   0",
      "FAIL_FAST, 100, 0,   100, 0",
      "HANG,      100, 0,   100, 100",
  })
  void aCrashShowsInItsOwnWay(CrashMode mode, int seconds, int rejected, int failed, int timedOut) {
    RunResult.Requests requests = steady(after(60, new Happening.Crash(1, Duration.ofSeconds(seconds), mode))).requests();
    assertEquals(rejected, requests.rejected(), 2);
    assertEquals(failed, requests.failed(), 2);
    assertEquals(timedOut, requests.timedOut(), 2);
  }

  @Test
  void aCrashThatEndsAfterARestartLosesNoRequest() {
    RunResult result = steady(
        after(60, new Happening.Crash(1, Duration.ofSeconds(300), CrashMode.FAIL_FAST)),
        after(100, new Happening.Crash(1, Duration.ofSeconds(10), CrashMode.DOWN)));
    assertEquals(0, result.requests().timedOut());
  }

  @Test
  void aSlowCopyIsSlowAndFailsNothing() {
    RunResult result = steady(after(60, new Happening.Slow(1, 3, Duration.ofSeconds(120))));
    double ratio = result.latency().max() / steady().latency().max();
    assertTrue(ratio > 2.5, "slower by " + ratio);
    assertEquals(600, result.requests().completed());
  }

  @Test
  void noCapacityHoldsAnInstanceBackUntilItIsOver() {
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5));
    RunResult result = Worlds.run(policy, Worlds.scenario(Duration.ofMinutes(30),
        List.of(Worlds.users(100, Duration.ofMinutes(2), null)), null, 1,
        List.of(after(0, new Happening.NoCapacity(Duration.ofMinutes(10)))), 1));
    Instant over = Worlds.MINUTE.plus(Duration.ofMinutes(10));
    assertEquals(over.plusSeconds(427), result.scaleOuts().getFirst().inService());
  }

  @Test
  void aLongLackOfCapacityEndsTheActivityUnfulfilledAndItIsTriedAgain() {
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5));
    RunResult result = Worlds.run(policy, Worlds.scenario(Duration.ofMinutes(60),
        List.of(Worlds.users(100, Duration.ofMinutes(2), null)), null, 1,
        List.of(after(0, new Happening.NoCapacity(Duration.ofMinutes(40)))), 1));
    List<String> statuses = result.history().activities().stream()
        .filter(a -> a.notScaledReasons().isEmpty()).map(a -> a.status().name()).toList();
    assertEquals(List.of("UNFULFILLED", "SUCCESSFUL"), statuses);
  }
}
