package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.engine.Engine;
import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Comparison;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.MissingData;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.Suspension;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands for a target after documents have taken the place of others in mid-run. */
final class PolicyChangeTest {
  private static final EndpointScaling NOTHING = Worlds.policies(Worlds.VARIANT, 1, 2);

  private static EndpointScaling.PolicySpec step(String name, String alarm) {
    StepScalingPolicy policy = new StepScalingPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, null, 1)), Duration.ofSeconds(60), StepScalingPolicy.Aggregation.MAXIMUM, null);
    AlarmRule rule = new AlarmRule(alarm,
        new AlarmInput.Metric(
            SageMakerMetrics.of(SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL, Worlds.VARIANT), Statistic.MAXIMUM,
            Duration.ofSeconds(10)),
        new AlarmCondition(Comparison.GREATER_OR_EQUAL, 20, 1, null, MissingData.MISSING),
        AlarmActions.onAlarm(new AlarmAction.Scale(Worlds.VARIANT, name)), null);
    return new EndpointScaling.PolicySpec(policy, rule);
  }

  private static EndpointScaling scheduled(String... names) {
    List<ScheduledAction> actions = new ArrayList<>();
    for (String name : names) {
      actions.add(new ScheduledAction(name, new ScheduleExpression.At(
          Worlds.MINUTE.atOffset(ZoneOffset.UTC).toLocalDateTime().plusHours(1)), ZoneOffset.UTC, null, null, 1, 2));
    }
    return new EndpointScaling("scheduled", new TreeMap<>(),
        new ScalableTarget(Worlds.VARIANT, CapacityRange.between(1, 2), Suspension.NONE), List.of(), actions, null);
  }

  /** Names of policies, scheduled actions and alarms at the end, each change two minutes after the one before. */
  private static List<String> standing(EndpointScaling first, List<List<EndpointScaling>> changes) {
    List<Scenario.ScenarioEvent> events = new ArrayList<>();
    for (List<EndpointScaling> documents : changes) {
      events.add(new Scenario.ScenarioEvent(
          Duration.ofMinutes(2L * (events.size() + 1)), new Scenario.Happening.PolicyChange(documents)));
    }
    List<Engine> seen = new ArrayList<>();
    Simulation.watched(List.of(first),
        Worlds.scenario(Duration.ofMinutes(10), List.of(Worlds.users(1, Duration.ZERO, null)), null, 1, events, 1),
        (engine, now) -> {
          if (seen.isEmpty()) {
            seen.add(engine);
          }
        }, fact -> { });
    Engine engine = seen.getFirst();
    List<String> names = new ArrayList<>();
    engine.scaling().policies(Worlds.VARIANT).stream().map(ScalingPolicy::name).forEach(names::add);
    engine.scaling().schedules(Worlds.VARIANT).stream().map(ScheduledAction::name).forEach(names::add);
    for (String alarm : engine.alarms().names()) {
      names.add(alarm.startsWith("TargetTracking-") ? alarm.contains("AlarmHigh") ? "high" : "low" : alarm);
    }
    return names;
  }

  @Test
  void aPolicyThatIsNotNamedAnyMoreGoesWithItsAlarms() {
    assertEquals(List.of("concurrency", "high", "low"), standing(
        Worlds.policies(Worlds.VARIANT, 1, 2, step("burst", "burst-high"), Worlds.invocations(20)),
        List.of(List.of(Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5))))));
  }

  @Test
  void theSecondChangeTakesAwayWhatTheFirstBrought() {
    assertEquals(List.of(), standing(NOTHING, List.of(
        List.of(Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5), step("burst", "burst-high"))),
        List.of(NOTHING))));
  }

  @Test
  void aScheduledActionThatIsNotNamedAnyMoreGoes() {
    assertEquals(List.of("noon"), standing(scheduled("morning", "noon"), List.of(List.of(scheduled("noon")))));
  }

  @Test
  void anAlarmUnderAnotherNameTakesThePlaceOfTheOldOne() {
    assertEquals(List.of("burst", "new-high"), standing(
        Worlds.policies(Worlds.VARIANT, 1, 2, step("burst", "old-high")),
        List.of(List.of(Worlds.policies(Worlds.VARIANT, 1, 2, step("burst", "new-high"))))));
  }

  @Test
  void twoDocumentsOfOneChangeStandSideBySide() {
    assertEquals(List.of("burst", "calm", "burst-high", "calm-high"), standing(NOTHING, List.of(List.of(
        Worlds.policies(Worlds.VARIANT, 1, 2, step("burst", "burst-high")),
        Worlds.policies(Worlds.VARIANT, 1, 2, step("calm", "calm-high"))))));
  }

  @Test
  void aChangedTargetValueReplacesTheAlarmPair() {
    assertEquals(List.of("concurrency", "high", "low"), standing(
        Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5)),
        List.of(List.of(Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(3))))));
  }

  @Test
  void theChartFollowsTheTargetThatHoldsAtEachTime() {
    Scenario.ScenarioEvent change = new Scenario.ScenarioEvent(Duration.ofMinutes(2),
        new Scenario.Happening.PolicyChange(List.of(Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(3)))));
    RunResult result = Worlds.run(Worlds.policies(Worlds.VARIANT, 1, 2, Worlds.concurrency(5)), Worlds.scenario(
        Duration.ofMinutes(4), List.of(Worlds.users(1, Duration.ZERO, null)), null, 1, List.of(change), 1));
    assertEquals(5.0, result.history().samples().getFirst().target());
    assertEquals(3.0, result.history().samples().getLast().target());
  }
}
