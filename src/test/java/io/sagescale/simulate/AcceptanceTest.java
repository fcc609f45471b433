package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.Comparison;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published results of the whole chain, re-created: rows A1, A4 to A7 and A13 of the acceptance table. */
final class AcceptanceTest {

  @Test
  void a1HighResolutionAlarmFiresWithin25To45SecondsOverAllPhases() {
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5));
    for (int seed = 0; seed < 200; seed++) {
      Duration start = Duration.ofMillis(120_000 + seed * 53L % 10_000);
      RunResult result = Worlds.run(policy, Worlds.scenario(
          Duration.ofMinutes(4), List.of(Worlds.users(100, start, null)), null, 1, List.of(), seed));
      long millis = result.scaleOuts().getFirst().detection().toMillis();
      assertTrue(millis >= 25_000 && millis <= 45_000, "seed " + seed + ": detected after " + millis + " ms");
      assertEquals(Worlds.MINUTE.plus(start), result.scaleOuts().getFirst().loadRose());
    }
  }

  @Test
  void a4ScaleInComesAfterFifteenQuietMinutesAndNeverEarlier() {
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5));
    Duration stop = Duration.ofMinutes(30);
    for (int seed = 0; seed < 20; seed++) {
      RunResult result = Worlds.run(policy, Worlds.scenario(Duration.ofMinutes(60),
          List.of(Worlds.users(40, Duration.ofMinutes(2), stop.minusMinutes(2))), null, 1, List.of(), seed));
      Instant quiet = lastBusy(result);
      RunResult.AlarmChange low = result.history().alarms().stream()
          .filter(a -> a.alarm().contains("AlarmLow") && a.to() == AlarmState.ALARM && a.at().isAfter(quiet))
          .findFirst().orElseThrow();
      Duration after = Duration.between(quiet, low.at());
      assertTrue(after.compareTo(Duration.ofMinutes(15)) >= 0 && after.compareTo(Duration.ofMinutes(16)) <= 0,
          "low alarm " + after + " after the last busy window, seed " + seed);
      ScalingActivity in = result.history().activities().stream()
          .filter(a -> a.description().contains("to 1.")).findFirst().orElseThrow();
      assertTrue(Duration.between(quiet, in.startTime()).compareTo(Duration.ofMinutes(17)) <= 0);
    }
  }

  /** End of the last window with 4.5 or more requests in flight on one copy. */
  private static Instant lastBusy(RunResult result) {
    return result.history().samples().reversed().stream()
        .filter(s -> s.maxConcurrency() >= 4.5).findFirst().orElseThrow().at();
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "2, 2", "7, 7"})
  void a5HundredInFlightOnOneCopyWantTwentyOrTheMaximum(int max, int expected) {
    RunResult result = Worlds.run(Worlds.policies(Worlds.VARIANT, 1, max, Worlds.concurrency(5)), Worlds.scenario(
        Duration.ofMinutes(4), List.of(Worlds.users(100, Duration.ofMinutes(2), null)), null, 1, List.of(), 3));
    assertEquals(expected, result.scaleOuts().getFirst().toCapacity());
  }

  @ParameterizedTest
  @CsvSource({"120, 180", "150, 150"})
  void a6NotebookStepPolicyAddsTwoCappedAtTheMaximum(int loadStartsSecond, int periodsEndSecond) {
    StepScalingPolicy step = new StepScalingPolicy("step", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, 20.0, 1), new StepAdjustment(20.0, null, 2)), Duration.ofSeconds(300),
        StepScalingPolicy.Aggregation.MAXIMUM, null);
    AlarmRule alarm = new AlarmRule("Step-Scaling-AlarmHigh",
        new AlarmInput.Metric(
            SageMakerMetrics.of(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL, Worlds.VARIANT), Statistic.MAXIMUM,
            Duration.ofSeconds(60)),
        new AlarmCondition(Comparison.GREATER_OR_EQUAL, 20, 3, null, MissingData.IGNORE),
        AlarmActions.onAlarm(new AlarmAction.Scale(Worlds.VARIANT, "step")), null);
    for (int seed = 0; seed < 50; seed++) {
      RunResult result = Worlds.run(
          Worlds.policies(Worlds.VARIANT, 1, 2, new EndpointScaling.PolicySpec(step, alarm)),
          Worlds.scenario(Duration.ofMinutes(8), List.of(Worlds.users(100, Duration.ofSeconds(loadStartsSecond), null)),
              null, 1, List.of(), seed));
      RunResult.ScaleOut out = result.scaleOuts().getFirst();
      assertEquals(2, out.toCapacity());
      long seconds = Duration.between(Worlds.MINUTE.plusSeconds(loadStartsSecond), out.alarmFired()).toSeconds();
      long least = periodsEndSecond;
      assertTrue(seconds >= least && seconds <= least + 60 + 5, "alarm after " + seconds + " s, seed " + seed);
    }
  }

  @Test
  void a7ScaleFromZeroRefusesUntilTheCopyIsInService() {
    EndpointScaling.PolicySpec track = Worlds.tracking("concurrency",
        PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY, 5, 300);
    StepScalingPolicy wake = new StepScalingPolicy("wake", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, null, 1)), Duration.ofSeconds(60), StepScalingPolicy.Aggregation.MAXIMUM, null);
    AlarmRule alarm = new AlarmRule("wake-up",
        new AlarmInput.Metric(
            SageMakerMetrics.of(SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES, Worlds.COMPONENT), Statistic.MAXIMUM,
            Duration.ofSeconds(30)),
        new AlarmCondition(Comparison.GREATER_OR_EQUAL, 1, 1, null, MissingData.MISSING),
        AlarmActions.onAlarm(new AlarmAction.Scale(Worlds.COMPONENT, "wake")), null);
    Scenario.Hosting hosting = new Scenario.Hosting(0, 0, 3, true, Duration.ofMinutes(10), 1, 1, 1024);
    RunResult result = Worlds.run(
        Worlds.policies(Worlds.COMPONENT, 0, 3, track, new EndpointScaling.PolicySpec(wake, alarm)),
        Worlds.scenario(Duration.ofMinutes(20), List.of(Worlds.users(2, Duration.ofMinutes(2), null)), hosting, 0,
            List.of(), 5));
    RunResult.ScaleOut out = result.scaleOuts().getFirst();
    long seconds = Duration.between(Worlds.MINUTE.plusSeconds(120), out.decided()).toSeconds();
    assertTrue(seconds >= 10 && seconds <= 90, "woken after " + seconds + " s");
    assertEquals(427, Duration.between(out.decided(), out.inService()).toSeconds());
    assertTrue(result.requests().rejected() > 100, "refused " + result.requests().rejected());
    RunResult.Sample afterwards = result.history().samples().getLast();
    assertEquals(0, afterwards.rejected());
    assertEquals(0, result.requests().failed());
    assertTrue(result.requests().completed() > 0);
  }

  @Test
  void a13HybridPolicyDoesNotScaleInWhileACrashedContainerFailsFast() {
    EndpointScaling.PolicySpec concurrency = Worlds.concurrency(5);
    EndpointScaling alone = Worlds.policies(Worlds.VARIANT, 1, 4, concurrency);
    EndpointScaling hybrid = Worlds.policies(Worlds.VARIANT, 1, 4, concurrency, Worlds.invocations(20));
    assertTrue(scalesInWhileCrashed(alone), "the concurrency policy alone should be fooled");
    assertFalse(scalesInWhileCrashed(hybrid), "requests kept arriving");
  }

  private static boolean scalesInWhileCrashed(EndpointScaling policy) {
    Duration crash = Duration.ofMinutes(5);
    Traffic steady = new Traffic(new Traffic.Source.Synthetic(
        List.of(new Traffic.Segment(Duration.ofMinutes(40), 2, 2)), Traffic.Arrivals.EVEN,
        new Traffic.Lengths.Fixed(550, 150)), 1, 1, true);
    RunResult result = Worlds.run(policy, Worlds.scenario(Duration.ofMinutes(40), List.of(steady), null, 3,
        List.of(new Scenario.ScenarioEvent(crash,
            new Scenario.Happening.Crash(3, Duration.ofMinutes(35), Scenario.Happening.CrashMode.FAIL_FAST))), 1));
    return result.history().capacity().stream()
        .anyMatch(c -> c.at().isAfter(Worlds.MINUTE.plus(crash)) && c.desired() < 3);
  }
}
