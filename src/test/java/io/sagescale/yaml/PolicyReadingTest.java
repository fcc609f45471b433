package io.sagescale.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sagescale.model.AdjustmentType;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Comparison;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.EndpointScaling.PolicySpec;
import io.sagescale.model.MissingData;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScheduleExpression;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.Statistic;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.StepScalingPolicy.Aggregation;
import io.sagescale.model.Suspension;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sound policy comes to. */
class PolicyReadingTest {
  @TempDir Path folder;
  private EndpointScaling scaling;

  @BeforeEach
  void read() throws IOException {
    scaling = read(YamlFile.POLICY);
  }

  private EndpointScaling read(String text) throws IOException {
    Documents documents = YamlFile.of(folder, text).read();
    assertEquals(List.of(), documents.problems());
    return documents.policies().getFirst().scaling();
  }

  @Test
  void variantIsAllTrafficUnlessNamed() {
    assertEquals(new ScalableTarget(new ResourceId.Variant("chat", "AllTraffic"), CapacityRange.between(1, 4),
        new Suspension(true, false, false)), scaling.target());
  }

  @Test
  void metricNamesStandForAwsTypes() {
    assertEquals(new TargetTrackingPolicy("tracking",
        new TrackedMetric.Predefined(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL), 5,
        Duration.ofSeconds(180), Duration.ofSeconds(180), false), scaling.policies().get(0).policy());
  }

  @Test
  void stepsBecomeRelativeToTheThreshold() {
    PolicySpec steps = scaling.policies().get(1);
    assertEquals(new StepScalingPolicy("steps", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, 20.0, 1), new StepAdjustment(20.0, null, 2)), Duration.ofSeconds(60),
        Aggregation.AVERAGE, null), steps.policy());
    assertEquals(new AlarmCondition(Comparison.GREATER_OR_EQUAL, 20, 3, 2, MissingData.MISSING),
        steps.alarm().condition());
  }

  @Test
  void decimalStepsKeepTheirDigits() throws IOException {
    String text = YamlFile.POLICY.replace("atLeast: 20", "atLeast: 0.1")
        .replace("from: 20, to: 40", "from: 0.1, to: 0.3").replace("from: 40", "from: 0.3");
    StepScalingPolicy steps = (StepScalingPolicy) read(text).policies().get(1).policy();
    assertEquals(List.of(new StepAdjustment(0.0, 0.2, 1), new StepAdjustment(0.2, null, 2)), steps.steps());
  }

  @Test
  void alarmReadsTheMetricAsUsual() {
    AlarmInput.Metric input = (AlarmInput.Metric) scaling.policies().get(1).alarm().input();
    assertEquals(PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL.metricOf(scaling.target().resource()),
        input.metric());
    assertEquals(Statistic.MAXIMUM, input.statistic());
    assertEquals(Duration.ofSeconds(10), input.period());
  }

  @Test
  void scheduleSetsOneBound() {
    assertEquals(List.of(new ScheduledAction("open", new ScheduleExpression.Cron("0 7 ? * MON-FRI *"),
        ZoneId.of("Europe/Berlin"), null, null, 2, null)), scaling.schedules());
  }

  @Test
  void pointsWithoutOfLeaveTheNumberOpen() throws IOException {
    EndpointScaling read = read(YamlFile.POLICY.replace("2 of 3", "3"));
    assertNull(read.policies().get(1).alarm().condition().datapointsToAlarm());
  }

  @Test
  void unknownAwsTypeIsLeftOutWithAWarning() throws IOException {
    String text = YamlFile.POLICY.replace("ConcurrentRequestsPerModel, target", "SageMakerVariantNews, target");
    PolicyDocument document = YamlFile.of(folder, text).read().policies().getFirst();
    assertEquals(1, document.unknownMetrics().size());
    assertEquals(List.of("steps"), document.scaling().policies().stream().map(p -> p.policy().name()).toList());
  }

  @Test
  void pastedStepPolicyBringsItsAlarm() throws IOException {
    String tracking = "track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: {out: 180s, in: 3m}}";
    String text = YamlFile.POLICY.replace(tracking, """
        raw:
                PolicyType: StepScaling
                StepScalingPolicyConfiguration:
                  {"AdjustmentType": "ChangeInCapacity", "Cooldown": 60, "MetricAggregationType": "Maximum",
                   "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]}
                Alarm:
                  {"AlarmName": "wake", "Namespace": "AWS/SageMaker", "MetricName": "NoCapacityInvocationFailures",
                   "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1,
                   "ComparisonOperator": "GreaterThanThreshold"}""");
    PolicySpec pasted = read(text).policies().getFirst();
    assertEquals(new StepScalingPolicy("tracking", AdjustmentType.CHANGE_IN_CAPACITY,
        List.of(new StepAdjustment(0.0, null, 1)), Duration.ofSeconds(60), Aggregation.MAXIMUM, null), pasted.policy());
    assertEquals("wake", pasted.alarm().name());
  }

  @Test
  void valuesThatYamlWouldGuessStayText() throws IOException {
    String labelled = "{name: chat, labels: {country: no, version: 010}}";
    EndpointScaling read = read(YamlFile.POLICY.replace("{name: chat}", labelled));
    assertEquals("no", read.labels().get("country"));
    assertEquals("010", read.labels().get("version"));
  }
}
