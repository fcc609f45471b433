package io.sagescale.scaling;

import static io.sagescale.scaling.Given.VARIANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricId;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Statistic;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedAlarmsTest {

  @ParameterizedTest(name = "{0}: {1} every {2} s, {3} out, {4} in")
  @CsvSource({
    "VARIANT_CONCURRENT_REQUESTS_PER_MODEL, Maximum, 10, 3, 90",
    "COMPONENT_CONCURRENT_REQUESTS_PER_COPY, Maximum, 10, 3, 90",
    "VARIANT_INVOCATIONS_PER_INSTANCE, Sum, 60, 3, 15",
    "COMPONENT_INVOCATIONS_PER_COPY, Sum, 60, 3, 15",
  })
  void watchesTheMetricAsAwsDoes(PredefinedMetric metric, String statistic, int period, int highPeriods, int lowPeriods) {
    List<AlarmRule> pair = pair(policy(new TrackedMetric.Predefined(metric), 1500, false));
    for (AlarmRule rule : pair) {
      assertEquals(
          new AlarmInput.Metric(metric.metricOf(VARIANT), Statistic.parse(statistic).orElseThrow(), Duration.ofSeconds(period)),
          rule.input());
    }
    assertEquals(List.of(highPeriods, lowPeriods), pair.stream().map(rule -> rule.condition().evaluationPeriods()).toList());
  }

  @Test
  void callsAboveTheTargetAndUnderNineTenths() {
    List<AlarmRule> pair = pair(policy(concurrency(), 5, false));
    assertEquals(Comparison.GREATER_THAN, pair.getFirst().condition().comparison());
    assertEquals(5.0, pair.getFirst().condition().threshold());
    assertEquals(Comparison.LESS_THAN, pair.getLast().condition().comparison());
    assertEquals(4.5, pair.getLast().condition().threshold());
    assertEquals(11.7, pair(policy(concurrency(), 13, false)).getLast().condition().threshold());
    for (AlarmRule rule : pair) {
      assertEquals(AlarmActions.onAlarm(new AlarmAction.Scale(VARIANT, "tt")), rule.actions());
      assertEquals(MissingData.MISSING, rule.condition().missingData());
      assertNull(rule.condition().datapointsToAlarm());
    }
  }

  @Test
  void carriesAwsNames() {
    String id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    List<AlarmRule> pair = pair(policy(concurrency(), 5, false));
    assertTrue(pair.getFirst().name().matches("TargetTracking-endpoint/llama/variant/blue-AlarmHigh-" + id));
    assertTrue(pair.getLast().name().matches("TargetTracking-endpoint/llama/variant/blue-AlarmLow-" + id));
    assertTrue(ManagedAlarms.of(new ResourceId.Component("chat"), policy(concurrency(), 5, false), ScalingSettings.DEFAULTS)
        .getFirst().name().matches("TargetTracking-inference-component/chat-AlarmHigh-" + id));
  }

  @Test
  void keepsNamesUntilThePolicyIsEdited() {
    assertEquals(pair(policy(concurrency(), 5, false)), pair(policy(concurrency(), 5, false)));
    assertNotEquals(
        pair(policy(concurrency(), 5, false)).getFirst().name(), pair(policy(concurrency(), 6, false)).getFirst().name());
  }

  @Test
  void hasNoLowAlarmWhenItNeverScalesIn() {
    assertEquals(1, pair(policy(concurrency(), 5, true)).size());
    assertTrue(pair(policy(concurrency(), 5, true)).getFirst().condition().comparison().isAbove());
  }

  @Test
  void judgesCustomMetricsEachMinute() {
    MetricId queue = new MetricId("App", "Queue", List.of());
    assertEquals(
        new AlarmInput.Metric(queue, Statistic.AVERAGE, Duration.ofSeconds(60)),
        pair(policy(new TrackedMetric.Single(queue, Statistic.AVERAGE), 5, false)).getFirst().input());
    List<MetricQuery> queries =
        List.of(new MetricQuery.Metric("m1", queue, Statistic.SUM, Duration.ofSeconds(60), true));
    assertEquals(
        new AlarmInput.Math(queries, Duration.ofSeconds(60)),
        pair(policy(new TrackedMetric.Math(queries), 5, false)).getLast().input());
  }

  private static TrackedMetric concurrency() {
    return new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL);
  }

  private static TargetTrackingPolicy policy(TrackedMetric metric, double target, boolean isScaleInDisabled) {
    return new TargetTrackingPolicy("tt", metric, target, null, null, isScaleInDisabled);
  }

  private static List<AlarmRule> pair(TargetTrackingPolicy policy) {
    return ManagedAlarms.of(VARIANT, policy, ScalingSettings.DEFAULTS);
  }
}
