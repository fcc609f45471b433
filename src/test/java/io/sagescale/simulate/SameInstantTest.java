package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MissingData;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms with the same phase fire at the same instant; their policies are decided together. */
final class SameInstantTest {

  @Test
  void ofTwoPoliciesThatFireTogetherTheLargerWins() {
    EndpointScaling policy = Worlds.policies(Worlds.VARIANT, 1, 10, step("small", 2), step("large", 4));
    Scenario plain = Worlds.scenario(Duration.ofMinutes(5),
        List.of(Worlds.users(30, Duration.ofMinutes(2), null)), null, 1, List.of(), 1);
    Scenario.Timings t = Scenario.Timings.DEFAULT;
    Scenario together = new Scenario(plain.name(), plain.start(), plain.duration(), plain.traffic(), plain.endpoint(),
        new Scenario.Timings(t.highResolutionDelay(), t.standardDelay(), t.delaySpread(), Duration.ofSeconds(7),
            t.standardPhase(), t.reaction()), plain.events(), plain.seed());
    RunResult.ScaleOut out = Worlds.run(policy, together).scaleOuts().getFirst();
    assertEquals("large", out.policy());
    assertEquals(5, out.toCapacity());
  }

  private static EndpointScaling.PolicySpec step(String name, int adds) {
    StepScalingPolicy policy = new StepScalingPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, null, adds)), null, StepScalingPolicy.Aggregation.MAXIMUM, null);
    AlarmRule alarm = new AlarmRule(name + "-alarm",
        new AlarmInput.Metric(SageMakerMetrics.of(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL, Worlds.VARIANT),
            Statistic.MAXIMUM, Duration.ofSeconds(10)),
        new AlarmCondition(Comparison.GREATER_OR_EQUAL, 10, 1, null, MissingData.MISSING),
        AlarmActions.onAlarm(new AlarmAction.Scale(Worlds.VARIANT, name)), null);
    return new EndpointScaling.PolicySpec(policy, alarm);
  }
}
