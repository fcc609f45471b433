package io.sagescale.api;

import static io.sagescale.api.Scaling.PER_MODEL;
import static io.sagescale.api.Scaling.VARIANT;
import static io.sagescale.api.Scaling.VARIANT_ID;
import static io.sagescale.api.Scaling.action;
import static io.sagescale.api.Scaling.policy;
import static io.sagescale.api.Scaling.register;
import static io.sagescale.api.Scaling.tracking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.TagResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.UntagResourceRequest;

/** What the operations do to the engine, and what they answer. */
class AutoScalingApiTest {
  private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";
  private static final String ALARM_NAME = "TargetTracking-" + VARIANT_ID + "-Alarm";

  @Test
  void offersEveryOperationOfTheService() {
    List<String> names = new AutoScalingApi().operations().stream().map(Operation::name).sorted().toList();
    assertEquals(List.of("DeleteScalingPolicy", "DeleteScheduledAction", "DeregisterScalableTarget",
        "DescribeScalableTargets", "DescribeScalingActivities", "DescribeScalingPolicies", "DescribeScheduledActions",
        "GetPredictiveScalingForecast", "ListTagsForResource", "PutScalingPolicy", "PutScheduledAction",
        "RegisterScalableTarget", "TagResource", "UntagResource"), names);
  }

  // targets

  @Test
  void describesWhatWasRegistered() {
    Scaling scaling = Scaling.lenient();
    String arn = scaling.ask(register(q -> q.roleARN("arn:aws:iam::1:role/mine")
        .suspendedState(s -> s.scheduledScalingSuspended(true))), RegisterScalableTargetResponse.class).scalableTargetARN();
    ScalableTarget target = targets(scaling).getFirst();
    assertTrue(arn.matches("arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/[0-9a-f]{36}"), arn);
    assertEquals(arn, target.scalableTargetARN());
    assertEquals(ModelledDesk.START, target.creationTime());
    assertEquals(VARIANT_ID, target.resourceId());
    assertEquals(1, target.minCapacity());
    assertEquals(4, target.maxCapacity());
    assertFalse(target.suspendedState().dynamicScalingInSuspended());
    assertTrue(target.suspendedState().scheduledScalingSuspended());
    assertEquals("arn:aws:iam::123456789012:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/"
        + "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint", target.roleARN());
  }

  @Test
  void modelsAnEndpointThatNobodyCreatedOnce() {
    Scaling scaling = Scaling.lenient();
    scaling.ask(register(q -> q.minCapacity(0)));
    scaling.ask(register(q -> q.minCapacity(2)));
    assertEquals(List.of(VARIANT), scaling.desk.modelled);
    assertEquals(2, scaling.desk.engine().fleet().capacity(VARIANT).desired());
  }

  @Test
  void keepsOnUpdateWhatIsNotGiven() {
    Scaling scaling = Scaling.registered();
    String arn = targets(scaling).getFirst().scalableTargetARN();
    scaling.desk.advance(Duration.ofMinutes(5));
    scaling.ask(register(q -> q.minCapacity(null).maxCapacity(null)
        .suspendedState(s -> s.dynamicScalingInSuspended(true))));
    scaling.ask(register(q -> q.minCapacity(null).maxCapacity(6)));
    ScalableTarget target = targets(scaling).getFirst();
    assertEquals(1, target.minCapacity());
    assertEquals(6, target.maxCapacity());
    assertTrue(target.suspendedState().dynamicScalingInSuspended());
    assertEquals(arn, target.scalableTargetARN());
    assertEquals(ModelledDesk.START, target.creationTime());
  }

  @Test
  void movesTheCapacityIntoTheBounds() {
    Scaling scaling = Scaling.registered();
    scaling.ask(register(q -> q.minCapacity(3)));
    scaling.desk.advance(Duration.ofMinutes(10));
    ScalingActivity activity = scaling.activities(q -> { }).scalingActivities().getFirst();
    assertEquals("Setting desired instance count to 3.", activity.description());
    assertEquals("minimum capacity was set to 3", activity.cause());
    assertEquals("Successful", activity.statusCodeAsString());
    assertEquals(ModelledDesk.START, activity.startTime());
    assertTrue(activity.endTime().isAfter(ModelledDesk.START));
  }

  @Test
  void deregistersATargetWithAllThatHangsOnIt() {
    Scaling scaling = Scaling.registered();
    scaling.ask(tracking("p", PER_MODEL, 5));
    scaling.ask(action(q -> { }));
    DeregisterScalableTargetRequest deregister = DeregisterScalableTargetRequest.builder()
        .serviceNamespace("sagemaker").resourceId(VARIANT_ID).scalableDimension(DIMENSION).build();
    scaling.ask(deregister);
    assertEquals(List.of(), targets(scaling));
    assertEquals(List.of(), policies(scaling));
    assertEquals(List.of(), actions(scaling));
    assertEquals(List.of(), scaling.desk.engine().alarms().names());
    assertEquals("ObjectNotFoundException", assertThrows(Refusal.class, () -> scaling.ask(deregister)).code());
  }

  @Test
  void answersOtherNamespacesWithNothing() {
    Scaling scaling = Scaling.registered();
    DescribeScalableTargetsRequest question = DescribeScalableTargetsRequest.builder().serviceNamespace("ecs").build();
    assertEquals(List.of(), scaling.ask(question, DescribeScalableTargetsResponse.class).scalableTargets());
  }

  @Test
  void describesTargetsInPages() {
    Scaling scaling = Scaling.lenient();
    for (String name : List.of("a", "b", "c")) {
      scaling.ask(register(q -> q.resourceId("endpoint/" + name + "/variant/v")));
    }
    DescribeScalableTargetsRequest two =
        DescribeScalableTargetsRequest.builder().serviceNamespace("sagemaker").maxResults(2).build();
    DescribeScalableTargetsResponse first = scaling.ask(two, DescribeScalableTargetsResponse.class);
    DescribeScalableTargetsResponse second = scaling.ask(
        two.toBuilder().nextToken(first.nextToken()).build(), DescribeScalableTargetsResponse.class);
    assertEquals(List.of("endpoint/a/variant/v", "endpoint/b/variant/v"),
        first.scalableTargets().stream().map(ScalableTarget::resourceId).toList());
    assertEquals(List.of("endpoint/c/variant/v"),
        second.scalableTargets().stream().map(ScalableTarget::resourceId).toList());
    assertNull(second.nextToken());
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(two.toBuilder().nextToken("foreign").build()));
    assertEquals("InvalidNextTokenException", refusal.code());
  }

  // policies

  @Test
  void answersATargetTrackingPolicyWithItsPairOfAlarms() {
    Scaling scaling = Scaling.registered();
    PutScalingPolicyResponse answer = scaling.ask(tracking("concurrency", PER_MODEL, 5), PutScalingPolicyResponse.class);
    assertTrue(answer.policyARN().matches("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:[0-9a-f-]{36}:"
        + "resource/sagemaker/" + VARIANT_ID + ":policyName/concurrency"), answer.policyARN());
    assertEquals(2, answer.alarms().size());
    String high = answer.alarms().getFirst().alarmName();
    assertTrue(high.matches(ALARM_NAME + "High-[0-9a-f-]{36}"), high);
    assertTrue(answer.alarms().getLast().alarmName().startsWith(ALARM_NAME + "Low-"));
    assertEquals("arn:aws:cloudwatch:us-east-1:123456789012:alarm:" + high, answer.alarms().getFirst().alarmARN());
    AlarmRule rule = scaling.desk.engine().alarms().rule(high).orElseThrow();
    assertEquals(5, rule.condition().threshold());
    assertEquals(Duration.ofSeconds(10), rule.input().period());
  }

  @Test
  void hasNoLowAlarmWhenScaleInIsDisabled() {
    Scaling scaling = Scaling.registered();
    PutScalingPolicyRequest question = tracking("p", PER_MODEL, 5).toBuilder()
        .targetTrackingScalingPolicyConfiguration(tracking("p", PER_MODEL, 5)
            .targetTrackingScalingPolicyConfiguration().toBuilder().disableScaleIn(true).build()).build();
    assertEquals(1, scaling.ask(question, PutScalingPolicyResponse.class).alarms().size());
  }

  @Test
  void describesAPolicyAsItWasGiven() {
    Scaling scaling = Scaling.registered();
    PutScalingPolicyRequest given = tracking("concurrency", PER_MODEL, 5);
    PutScalingPolicyResponse answer = scaling.ask(given, PutScalingPolicyResponse.class);
    ScalingPolicy policy = policies(scaling).getFirst();
    assertEquals(given.targetTrackingScalingPolicyConfiguration(), policy.targetTrackingScalingPolicyConfiguration());
    assertEquals("TargetTrackingScaling", policy.policyTypeAsString());
    assertEquals(answer.policyARN(), policy.policyARN());
    assertEquals(answer.alarms(), policy.alarms());
    assertEquals(ModelledDesk.START, policy.creationTime());
    assertNull(policy.targetTrackingScalingPolicyConfiguration().scaleOutCooldown());
  }

  @Test
  void replacesAPolicyUnderItsArnAndGivesItNewAlarms() {
    Scaling scaling = Scaling.registered();
    PutScalingPolicyResponse first = scaling.ask(tracking("p", PER_MODEL, 5), PutScalingPolicyResponse.class);
    scaling.desk.advance(Duration.ofMinutes(1));
    PutScalingPolicyResponse second = scaling.ask(
        tracking("p", PER_MODEL, 7).toBuilder().policyType((String) null).build(), PutScalingPolicyResponse.class);
    assertEquals(first.policyARN(), second.policyARN());
    assertFalse(scaling.desk.engine().alarms().names().contains(first.alarms().getFirst().alarmName()));
    assertEquals(1, policies(scaling).size());
    assertEquals(ModelledDesk.START, policies(scaling).getFirst().creationTime());
    assertEquals(7, policies(scaling).getFirst().targetTrackingScalingPolicyConfiguration().targetValue());
  }

  @Test
  void listsTheAlarmsThatCallAStepPolicyAndLeavesThemWithoutTheActionAfterwards() {
    Scaling scaling = Scaling.registered();
    PutScalingPolicyRequest step = policy(q -> q.policyName("burst").policyType("StepScaling")
        .stepScalingPolicyConfiguration(c -> c.adjustmentType("ChangeInCapacity")
            .stepAdjustments(s -> s.metricIntervalLowerBound(0.0).scalingAdjustment(1))));
    assertEquals(List.of(), scaling.ask(step, PutScalingPolicyResponse.class).alarms());
    AlarmAction other = new AlarmAction.Other("arn:aws:sns:us-east-1:123456789012:pager");
    scaling.desk.tell(new EngineEvent.PutAlarm(alarm("mine", new AlarmAction.Scale(VARIANT, "burst"), other)));
    assertEquals("mine", policies(scaling).getFirst().alarms().getFirst().alarmName());
    scaling.ask(delete("burst"));
    assertEquals(List.of(other),
        scaling.desk.engine().alarms().rule("mine").orElseThrow().actions().on(AlarmState.ALARM));
  }

  @Test
  void deletesAPolicyWithItsAlarmsOnce() {
    Scaling scaling = Scaling.registered();
    scaling.ask(tracking("p", PER_MODEL, 5));
    scaling.ask(delete("p"));
    assertEquals(List.of(), policies(scaling));
    assertEquals(List.of(), scaling.desk.engine().alarms().names());
    assertThrows(Refusal.class, () -> scaling.ask(delete("p")));
  }

  @Test
  void takesMetricMathThatTheEngineKnowsAndRefusesOther() {
    Scaling scaling = Scaling.registered();
    assertEquals(2, scaling.ask(math("m1 / 2"), PutScalingPolicyResponse.class).alarms().size());
    Refusal refusal = assertThrows(Refusal.class, () -> scaling.ask(math("SEARCH('{AWS/SageMaker}', 'Sum')")));
    assertTrue(refusal.getMessage().startsWith("The customized metric specification is not valid. "),
        refusal.getMessage());
  }

  @Test
  void describesPoliciesTenAtATimeAtMost() {
    Scaling scaling = Scaling.registered();
    for (int i = 0; i < 11; i++) {
      String name = "p" + i;
      scaling.ask(policy(q -> q.policyName(name).policyType("StepScaling").stepScalingPolicyConfiguration(
          c -> c.adjustmentType("ChangeInCapacity")
              .stepAdjustments(s -> s.metricIntervalLowerBound(0.0).scalingAdjustment(1)))));
    }
    assertEquals(10, policies(scaling).size());
    DescribeScalingPoliciesRequest eleven =
        DescribeScalingPoliciesRequest.builder().serviceNamespace("sagemaker").maxResults(11).build();
    assertEquals("1 validation error detected: Value '11' at 'maxResults' failed to satisfy constraint: Member must have "
        + "value less than or equal to 10", assertThrows(Refusal.class, () -> scaling.ask(eleven)).getMessage());
  }

  // scheduled actions

  @Test
  void describesAScheduledActionAsItWasGivenAndLetsItFire() {
    Scaling scaling = Scaling.registered();
    scaling.ask(action(q -> q.timezone("Europe/Berlin").schedule("cron(30 9 * * ? *)")));
    ScheduledAction described = actions(scaling).getFirst();
    assertEquals("cron(30 9 * * ? *)", described.schedule());
    assertEquals("Europe/Berlin", described.timezone());
    assertEquals(ModelledDesk.START, described.creationTime());
    assertTrue(described.scheduledActionARN().matches("arn:aws:autoscaling:us-east-1:123456789012:scheduledAction:"
        + "[0-9a-f-]{36}:resource/sagemaker/" + VARIANT_ID + ":scheduledActionName/office"));
    scaling.desk.advance(Duration.ofMinutes(31));
    assertEquals(2, targets(scaling).getFirst().minCapacity());
    List<ScalingActivity> rows = scaling.activities(q -> q.resourceId(VARIANT_ID)).scalingActivities();
    assertEquals(List.of("minimum capacity was set to 2", "scheduled action name office was triggered"),
        rows.stream().map(ScalingActivity::cause).toList());
  }

  @Test
  void keepsOnUpdateOfAnActionAllButStartAndEnd() {
    Scaling scaling = Scaling.registered();
    Instant start = ModelledDesk.START.plusSeconds(60);
    scaling.ask(action(q -> q.timezone("Asia/Tokyo").startTime(start).endTime(start.plusSeconds(60))));
    scaling.ask(action(q -> q.schedule(null).scalableTargetAction(a -> a.maxCapacity(9))));
    ScheduledAction described = actions(scaling).getFirst();
    assertEquals("cron(0 9 * * ? *)", described.schedule());
    assertEquals("Asia/Tokyo", described.timezone());
    assertNull(described.startTime());
    assertNull(described.endTime());
    assertNull(described.scalableTargetAction().minCapacity());
    assertEquals(9, described.scalableTargetAction().maxCapacity());
  }

  @Test
  void deletesAScheduledActionOnce() {
    Scaling scaling = Scaling.registered();
    scaling.ask(action(q -> { }));
    DeleteScheduledActionRequest delete = DeleteScheduledActionRequest.builder().serviceNamespace("sagemaker")
        .resourceId(VARIANT_ID).scalableDimension(DIMENSION).scheduledActionName("office").build();
    scaling.ask(delete);
    assertEquals(List.of(), actions(scaling));
    assertThrows(Refusal.class, () -> scaling.ask(delete));
  }

  // activities

  @Test
  void showsNotScaledActivitiesOnlyWhenAsked() {
    Scaling scaling = Scaling.registered();
    scaling.ask(register(q -> q.maxCapacity(1)));
    String alarm = scaling.ask(tracking("p", PER_MODEL, 5), PutScalingPolicyResponse.class)
        .alarms().getFirst().alarmName();
    scaling.desk.tell(new EngineEvent.SetAlarm(
        alarm, AlarmState.ALARM, "a test", "{\"recentDatapoints\":[20.0,20.0,20.0]}"));
    scaling.desk.advance(Duration.ofSeconds(1));
    assertEquals(List.of(), scaling.activities(q -> { }).scalingActivities());
    ScalingActivity row = scaling.activities(q -> q.includeNotScaledActivities(true)).scalingActivities().getFirst();
    assertEquals("Attempting to scale due to alarm triggered", row.description());
    assertEquals("Failed", row.statusCodeAsString());
    assertEquals("AlreadyAtMaxCapacity", row.notScaledReasons().getFirst().code());
    assertEquals(1, row.notScaledReasons().getFirst().maxCapacity());
    assertNull(row.endTime());
  }

  // tags

  @Test
  void tagsAndUntagsATarget() {
    Scaling scaling = Scaling.lenient();
    String arn = scaling.ask(register(q -> q.tags(Map.of("team", "genai"))), RegisterScalableTargetResponse.class)
        .scalableTargetARN();
    scaling.ask(TagResourceRequest.builder().resourceARN(arn).tags(Map.of("stage", "test")).build());
    assertEquals(Map.of("team", "genai", "stage", "test"), tags(scaling, arn));
    scaling.ask(UntagResourceRequest.builder().resourceARN(arn).tagKeys("team", "unknown").build());
    assertEquals(Map.of("stage", "test"), tags(scaling, arn));
    Refusal refusal = assertThrows(Refusal.class, () -> tags(scaling, arn + "0"));
    assertEquals("ResourceNotFoundException", refusal.code());
    assertEquals(Map.of("ResourceName", arn + "0"), refusal.members());
  }

  @Test
  void refusesAFiftyFirstTag() {
    Scaling scaling = Scaling.registered();
    String arn = targets(scaling).getFirst().scalableTargetARN();
    for (int i = 0; i < 50; i++) {
      scaling.ask(TagResourceRequest.builder().resourceARN(arn).tags(Map.of("k" + i, "")).build());
    }
    TagResourceRequest more = TagResourceRequest.builder().resourceARN(arn).tags(Map.of("one more", "")).build();
    assertEquals("TooManyTagsException", assertThrows(Refusal.class, () -> scaling.ask(more)).code());
    assertEquals(50, tags(scaling, arn).size());
  }

  private static Map<String, String> tags(Scaling scaling, String arn) {
    return scaling.ask(ListTagsForResourceRequest.builder().resourceARN(arn).build(), ListTagsForResourceResponse.class)
        .tags();
  }

  private static List<ScalableTarget> targets(Scaling scaling) {
    return scaling.ask(DescribeScalableTargetsRequest.builder().serviceNamespace("sagemaker").build(),
        DescribeScalableTargetsResponse.class).scalableTargets();
  }

  private static List<ScalingPolicy> policies(Scaling scaling) {
    return scaling.ask(DescribeScalingPoliciesRequest.builder().serviceNamespace("sagemaker").build(),
        DescribeScalingPoliciesResponse.class).scalingPolicies();
  }

  private static List<ScheduledAction> actions(Scaling scaling) {
    return scaling.ask(DescribeScheduledActionsRequest.builder().serviceNamespace("sagemaker").build(),
        DescribeScheduledActionsResponse.class).scheduledActions();
  }

  private static DeleteScalingPolicyRequest delete(String policy) {
    return DeleteScalingPolicyRequest.builder().serviceNamespace("sagemaker").resourceId(VARIANT_ID)
        .scalableDimension(DIMENSION).policyName(policy).build();
  }

  private static PutScalingPolicyRequest math(String expression) {
    return policy(q -> q.policyName("math").policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(c -> c.targetValue(5.0).customizedMetricSpecification(m -> m.metrics(
            one -> one.id("m1").returnData(false).metricStat(s -> s.stat("Average")
                .metric(metric -> metric.namespace("Ours").metricName("Queue"))),
            two -> two.id("e1").expression(expression)))));
  }

  private static AlarmRule alarm(String name, AlarmAction... actions) {
    return new AlarmRule(name,
        new AlarmInput.Metric(SageMakerMetrics.of("ConcurrentRequestsPerModel", VARIANT), Statistic.MAXIMUM,
            Duration.ofSeconds(10)),
        new AlarmCondition(Comparison.GREATER_THAN, 20, 2, null, MissingData.MISSING),
        new AlarmActions(true, List.of(actions), List.of(), List.of()), null);
  }
}
