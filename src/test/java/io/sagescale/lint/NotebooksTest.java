package io.sagescale.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.yaml.PolicyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS's sample notebooks and documentation set up, as files: their mistakes are found, and nothing else is. */
class NotebooksTest {
  private static final String STARTUP = """
        expect:
          instanceType: ml.g5.2xlarge
          profile: llama3-8b/g5.2xlarge/launch
          startup: {provision: 192s, imagePull: 333s, modelDownload: 168s}
      """;

  private static final String STEP_SCALING = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: step-scaling-notebook}
      spec:
        target: {endpoint: chat, capacity: {min: 1, max: 2}}
        policies:
          - name: Step-Scaling-Out
            step:
              aggregate: Maximum
              cooldown: 300s
              when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 60s, points: 3, atLeast: 20, missing: ignore}
              steps: [{from: 20, to: 40, add: 1}, {from: 40, add: 2}]
          - name: Step-Scaling-In
            step:
              aggregate: Maximum
              cooldown: 300s
              when: {metric: ConcurrentRequestsPerModel, stat: Maximum, period: 60s, points: 3, atMost: 10, missing: ignore}
              steps: [{from: -10, to: 10, remove: 1}, {to: -10, remove: 2}]
      """ + STARTUP;

  private static final String PASTED = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: step-scaling-notebook}
      spec:
        target: {endpoint: chat, capacity: {min: 1, max: 2}}
        policies:
          - name: Step-Scaling-Out
            raw:
              PolicyType: StepScaling
              StepScalingPolicyConfiguration:
                AdjustmentType: ChangeInCapacity
                MetricAggregationType: Maximum
                Cooldown: 300
                StepAdjustments:
                  - {MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 1}
                  - {MetricIntervalLowerBound: 20, ScalingAdjustment: 2}
              Alarm:
                AlarmName: "Step-Scaling-AlarmHigh-SageMaker:endpoint/chat/variant/AllTraffic"
                Namespace: AWS/SageMaker
                MetricName: ConcurrentRequestsPerModel
                Dimensions: [{Name: EndpointName, Value: chat}, {Name: VariantName, Value: AllTraffic}]
                Statistic: Maximum
                Period: 60
                EvaluationPeriods: 3
                Threshold: 20
                ComparisonOperator: GreaterThanOrEqualToThreshold
                TreatMissingData: ignore
          - name: Step-Scaling-In
            raw:
              PolicyType: StepScaling
              StepScalingPolicyConfiguration:
                AdjustmentType: ChangeInCapacity
                MetricAggregationType: Maximum
                Cooldown: 300
                StepAdjustments:
                  - {MetricIntervalLowerBound: -20, MetricIntervalUpperBound: 0, ScalingAdjustment: -1}
                  - {MetricIntervalUpperBound: -20, ScalingAdjustment: -2}
              Alarm:
                AlarmName: "Step-Scaling-AlarmLow-SageMaker:endpoint/chat/variant/AllTraffic"
                Namespace: AWS/SageMaker
                MetricName: ConcurrentRequestsPerModel
                Dimensions: [{Name: EndpointName, Value: chat}, {Name: VariantName, Value: AllTraffic}]
                Statistic: Maximum
                Period: 60
                EvaluationPeriods: 3
                Threshold: 10
                ComparisonOperator: LessThanOrEqualToThreshold
                TreatMissingData: ignore
      """ + STARTUP;

  private static final String COMPONENT = """
      apiVersion: sagescale/v1
      kind: EndpointScaling
      metadata: {name: component-notebook}
      spec:
        target: {component: chat-ic, capacity: {min: 0, max: 8}}
        policies:
          - name: concurrency
            track: {metric: ConcurrentRequestsPerCopy, target: 5, cooldown: 300s}
          - name: wake-up
            step:
              cooldown: 60s
              when: {metric: NoCapacityInvocationFailures, stat: Maximum, period: 30s, points: 1, atLeast: 1}
              steps: [{from: 1, add: 1}]
      """;

  @TempDir Path folder;

  @Test
  void stepScalingNotebook() {
    assertEquals(List.of(
        "file.yaml:11:75: warning SG005: ConcurrentRequestsPerModel comes every 10 s, and the alarm waits for 3 points of 60 s."
            + " Write period: 10s.",
        "file.yaml:11:113: warning SG023: when data stop in ALARM, the policy adds capacity again and again."
            + " Write missing: notBreaching.",
        "file.yaml:16:19: warning SG016: a copy is taken away every 480 s (alarm 180 s, cooldown 300 s), and a start takes 525 s."
            + " Write a cooldown of 345s or more.",
        "file.yaml:17:15: warning SG013: 20 per copy on 1 copy add capacity to 2, where the same load is 10.0 per copy and"
            + " Step-Scaling-In removes it again. Write a lower threshold here or a higher one there.",
        "file.yaml:17:112: warning SG023: when data stop in ALARM, the policy removes capacity again and again."
            + " Write missing: notBreaching.",
        "file.yaml:18:49: warning SG010: this step is never reached: the metric is never below zero."
            + " Remove the step or move its bounds."),
        Checked.lines(folder, STEP_SCALING));
  }

  @Test
  void stepScalingNotebookPastedAsJson() {
    assertEquals(List.of("SG005 at 23", "SG023 at 27", "SG016 at 34", "SG010 at 37", "SG013 at 39", "SG023 at 48"),
        Checked.problems(folder, PASTED).stream().map(problem -> problem.rule() + " at " + problem.line()).toList());
  }

  @Test
  void cooldownOfAPastedTargetTrackingPolicyStandsAtItsOwnLine() {
    assertEquals(List.of("SG017 at 10"), Checked.problems(folder, """
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: pasted}
        spec:
          target: {endpoint: chat, capacity: {min: 1, max: 2}}
          policies:
            - name: concurrency
              raw:
                TargetTrackingScalingPolicyConfiguration:
                  ScaleOutCooldown: 10
                  TargetValue: 5
                  PredefinedMetricSpecification: {PredefinedMetricType: SageMakerVariantConcurrentRequestsPerModelHighResolution}
        """).stream().map(problem -> problem.rule() + " at " + problem.line()).toList());
  }

  @Test
  void wrongDimensionOfTheComponentNotebooksCleanUp() {
    String text = COMPONENT.replace("track: {metric: ConcurrentRequestsPerCopy, target: 5, cooldown: 300s}", """
        raw:
                ScalableDimension: sagemaker:variant:DesiredInstanceCount
                TargetTrackingScalingPolicyConfiguration:
                  TargetValue: 5
                  PredefinedMetricSpecification:
                    PredefinedMetricType: SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution""");
    List<String> lines = Checked.lines(folder, text);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().contains("ScalableDimension is \"sagemaker:variant:DesiredInstanceCount\" here and "
        + "\"sagemaker:inference-component:DesiredCopyCount\" in the rest of the file"), lines::toString);
  }

  @Test
  void scaleToZeroNotebookIsRightAndTheDocumentationsAlarmWantsTwoRequests() {
    assertEquals(List.of(), Checked.codes(folder, COMPONENT));
    assertEquals(List.of("SG021"), Checked.codes(folder,
        COMPONENT.replace("stat: Maximum, period: 30s, points: 1, atLeast: 1", "stat: Sum, period: 60s, points: 1, moreThan: 1")));
  }

  @Test
  void targetTrackingNotebookIsRight() {
    assertEquals(List.of(), Checked.codes(folder, """
        apiVersion: sagescale/v1
        kind: EndpointScaling
        metadata: {name: target-tracking-notebook}
        spec:
          target: {endpoint: chat, capacity: {min: 1, max: 2}}
          policies:
            - name: SageMakerEndpointScalingPolicy
              track: {metric: ConcurrentRequestsPerModel, target: 5, cooldown: 300s}
        """ + STARTUP));
  }

  @Test
  void noRuleFiresOnTheShippedPolicies() {
    assertEquals(List.of(), PolicyFiles.check(List.of(Path.of("policies")), Checked.MONDAY).problems());
  }
}
