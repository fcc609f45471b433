package io.sagescale.api;

import static io.sagescale.api.Monitoring.ALARM_ARN;
import static io.sagescale.api.Monitoring.START;
import static io.sagescale.api.Monitoring.TOPIC;
import static io.sagescale.api.Monitoring.deep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AlarmState;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;

/** What CloudWatch's operations on alarms do to the engine, and what they answer. */
class CloudWatchAlarmsTest {
  private final Monitoring cloudWatch = new Monitoring();

  @Test
  void offersItsOperations() {
    List<String> names = new CloudWatchApi().operations().stream().map(Operation::name).sorted().toList();
    assertEquals(List.of("DeleteAlarms", "DescribeAlarmHistory", "DescribeAlarms", "DescribeAlarmsForMetric",
        "DisableAlarmActions", "EnableAlarmActions", "GetMetricData", "GetMetricStatistics", "ListMetrics",
        "ListTagsForResource", "PutCompositeAlarm", "PutMetricAlarm", "PutMetricData", "SetAlarmState", "TagResource",
        "UntagResource"), names);
  }

  // what is put

  @Test
  void describesAnAlarmInAwsShape() {
    cloudWatch.ask(deep(q -> q.alarmDescription("orders wait").treatMissingData("ignore").unit("Count")
        .dimensions(d -> d.name("Till").value("1")).datapointsToAlarm(1)));
    assertEquals(
        MetricAlarm.builder().alarmName("deep").alarmArn(ALARM_ARN + "deep").alarmDescription("orders wait")
            .actionsEnabled(true).alarmActions(TOPIC).okActions(List.of()).insufficientDataActions(List.of())
            .namespace("Shop").metricName("Depth").dimensions(d -> d.name("Till").value("1")).statistic("Maximum")
            .period(10).evaluationPeriods(1).datapointsToAlarm(1).threshold(5.0).unit("Count")
            .comparisonOperator("GreaterThanThreshold").treatMissingData("ignore").stateValue("INSUFFICIENT_DATA")
            .stateReason("Unchecked: Initial alarm creation").stateUpdatedTimestamp(START)
            .stateTransitionedTimestamp(START).alarmConfigurationUpdatedTimestamp(START).build(),
        cloudWatch.alarm("deep"));
  }

  @Test
  void leavesOutWhatWasNotPut() {
    cloudWatch.ask(deep(q -> { }));
    MetricAlarm alarm = cloudWatch.alarm("deep");
    assertNull(alarm.treatMissingData());
    assertNull(alarm.datapointsToAlarm());
    assertNull(alarm.unit());
    assertNull(alarm.alarmDescription());
    assertNull(alarm.stateReasonData());
    assertTrue(alarm.hasOkActions());
    assertFalse(alarm.hasMetrics());
  }

  @Test
  void puttingAgainOverwritesTheRuleAndKeepsStateAndTags() {
    cloudWatch.ask(deep(q -> q.alarmDescription("one").tags(Tag.builder().key("team").value("a").build())));
    cloudWatch.depths(9);
    cloudWatch.seconds(60);
    cloudWatch.setState("deep", AlarmState.ALARM);
    cloudWatch.ask(deep(q -> q.threshold(7.0).tags(Tag.builder().key("team").value("b").build())));
    MetricAlarm alarm = cloudWatch.alarm("deep");
    assertEquals("ALARM", alarm.stateValueAsString());
    assertEquals(7.0, alarm.threshold());
    assertNull(alarm.alarmDescription());
    assertEquals(List.of(Tag.builder().key("team").value("a").build()), tags("deep"));
  }

  @Test
  void watchesMetricMath() {
    cloudWatch.ask(deep(q -> q.namespace(null).metricName(null).statistic((String) null).period(null).metrics(
        m -> m.id("d").returnData(false).metricStat(s -> s.stat("Maximum").period(10)
            .metric(x -> x.namespace("Shop").metricName("Depth"))),
        m -> m.id("twice").expression("d * 2"))));
    cloudWatch.depths(3, 3, 3);
    assertEquals("ALARM", cloudWatch.alarm("deep").stateValueAsString());
    assertEquals(2, cloudWatch.alarm("deep").metrics().size());
  }

  // states

  @Test
  void alarmsAndRecoversWithItsHistory() {
    cloudWatch.ask(deep(q -> q.okActions(TOPIC)));
    cloudWatch.depths(9, 9, 1, 1, 1);
    assertEquals(List.of(
        "Alarm \"deep\" created",
        "Alarm updated from INSUFFICIENT_DATA to ALARM", "Successfully executed action " + TOPIC,
        "Alarm updated from ALARM to OK", "Successfully executed action " + TOPIC), cloudWatch.story("deep"));
    MetricAlarm alarm = cloudWatch.alarm("deep");
    assertTrue(alarm.stateReason().matches(
        "Threshold Crossed: 1 datapoint \\[1.0 \\(05/01/26 08:00:\\d0\\)] was not greater than the threshold \\(5.0\\)."),
        alarm.stateReason());
    assertTrue(alarm.stateReasonData().startsWith("{\"version\":\"1.0\",\"queryDate\":\"2026-01-05T08:00:"),
        alarm.stateReasonData());
  }

  @Test
  void aSetStateActsAndLastsUntilTheNextComparison() {
    cloudWatch.ask(deep(q -> { }));
    cloudWatch.depths(1, 1, 1);
    cloudWatch.setState("deep", AlarmState.ALARM);
    assertEquals("drill", cloudWatch.alarm("deep").stateReason());
    assertEquals("Successfully executed action " + TOPIC, cloudWatch.story("deep").getLast());
    cloudWatch.depths(1);
    assertEquals("OK", cloudWatch.alarm("deep").stateValueAsString());
  }

  @Test
  void keepsWhatWasPutWhenActionsChangeWithoutAPut() {
    cloudWatch.ask(Scaling.register(q -> { }));
    String policy = cloudWatch.ask(Scaling.policy(q -> q.policyName("s").policyType("StepScaling")
        .stepScalingPolicyConfiguration(c -> c.adjustmentType("ChangeInCapacity")
            .stepAdjustments(a -> a.metricIntervalLowerBound(0.0).scalingAdjustment(1)))), PutScalingPolicyResponse.class).policyARN();
    cloudWatch.ask(deep(q -> q.unit("Count").treatMissingData("missing").alarmActions(TOPIC, policy)));
    MetricAlarm before = cloudWatch.alarm("deep");
    cloudWatch.ask(DeleteScalingPolicyRequest.builder().policyName("s").serviceNamespace("sagemaker")
        .resourceId("endpoint/llama/variant/AllTraffic").scalableDimension("sagemaker:variant:DesiredInstanceCount").build());
    assertEquals(before.toBuilder().alarmActions(TOPIC).build(), cloudWatch.alarm("deep"));
    cloudWatch.ask(DisableAlarmActionsRequest.builder().alarmNames("deep").build());
    assertEquals(before.toBuilder().alarmActions(TOPIC).actionsEnabled(false).build(), cloudWatch.alarm("deep"));
  }

  @Test
  void settingTheStateThatIsThereActsOnNothing() {
    cloudWatch.ask(deep(q -> q.insufficientDataActions(TOPIC)));
    cloudWatch.setState("deep", AlarmState.INSUFFICIENT_DATA);
    assertEquals(List.of("Alarm \"deep\" created"), cloudWatch.story("deep"));
  }

  @Test
  void actsOnlyWhileActionsAreEnabled() {
    cloudWatch.ask(deep(q -> q.alarmDescription("kept")));
    cloudWatch.ask(DisableAlarmActionsRequest.builder().alarmNames("deep", "nobody").build());
    assertFalse(cloudWatch.alarm("deep").actionsEnabled());
    assertEquals("kept", cloudWatch.alarm("deep").alarmDescription());
    cloudWatch.setState("deep", AlarmState.ALARM);
    assertEquals("Alarm updated from INSUFFICIENT_DATA to ALARM", cloudWatch.story("deep").getLast());
    cloudWatch.ask(EnableAlarmActionsRequest.builder().alarmNames("deep").build());
    assertTrue(cloudWatch.alarm("deep").actionsEnabled());
    cloudWatch.setState("deep", AlarmState.OK);
    cloudWatch.setState("deep", AlarmState.ALARM);
    assertEquals("Successfully executed action " + TOPIC, cloudWatch.story("deep").getLast());
  }

  // deletion

  @Test
  void deletesTheNamesThatExistAndKeepsTheirHistory() {
    cloudWatch.ask(deep(q -> q.tags(Tag.builder().key("team").value("a").build())));
    cloudWatch.ask(DeleteAlarmsRequest.builder().alarmNames("nobody", "deep").build());
    assertEquals(List.of(), cloudWatch.alarms(q -> { }));
    assertEquals("Alarm \"deep\" deleted", cloudWatch.story("deep").getLast());
    cloudWatch.ask(DeleteAlarmsRequest.builder().alarmNames("deep").build());
    cloudWatch.ask(deep(q -> { }));
    assertEquals(List.of(), tags("deep"));
  }

  @Test
  void deletesNothingWhenOneNameCannotBeAName() {
    cloudWatch.ask(deep(q -> { }));
    assertThrows(Refusal.class, () -> cloudWatch.ask(DeleteAlarmsRequest.builder().alarmNames("deep", "").build()));
    assertEquals(List.of("deep"), names(cloudWatch.alarms(q -> { })));
  }

  // selections and pages

  @Test
  void selectsAlarms() {
    List.of("deep", "deeper", "shallow").forEach(name -> cloudWatch.ask(deep(q -> q.alarmName(name))));
    cloudWatch.setState("shallow", AlarmState.OK);
    assertEquals(List.of("deep", "deeper"), names(cloudWatch.alarms(q -> q.alarmNamePrefix("deep"))));
    assertEquals(List.of("deeper"), names(cloudWatch.alarms(q -> q.alarmNames("deeper", "nobody"))));
    assertEquals(List.of("shallow"), names(cloudWatch.alarms(q -> q.stateValue("OK"))));
    assertEquals(3, cloudWatch.alarms(q -> q.actionPrefix("arn:aws:sns")).size());
    assertEquals(List.of(), cloudWatch.alarms(q -> q.actionPrefix("arn:aws:autoscaling")));
    assertEquals(List.of(), cloudWatch.alarms(q -> q.alarmTypesWithStrings("CompositeAlarm")));
  }

  @Test
  void turnsPagesOfAlarms() {
    List.of("c", "a", "b").forEach(name -> cloudWatch.ask(deep(q -> q.alarmName(name))));
    DescribeAlarmsRequest question = DescribeAlarmsRequest.builder().maxRecords(2).build();
    DescribeAlarmsResponse first = cloudWatch.ask(question, DescribeAlarmsResponse.class);
    assertEquals(List.of("a", "b"), names(first.metricAlarms()));
    DescribeAlarmsResponse second = cloudWatch.ask(
        question.toBuilder().nextToken(first.nextToken()).build(), DescribeAlarmsResponse.class);
    assertEquals(List.of("c"), names(second.metricAlarms()));
    assertNull(second.nextToken());
  }

  @Test
  void refusesTokensOfOtherQuestionsAndSpoiltOnes() {
    List.of("c", "a", "b").forEach(name -> cloudWatch.ask(deep(q -> q.alarmName(name))));
    DescribeAlarmsRequest question = DescribeAlarmsRequest.builder().maxRecords(2).build();
    String token = cloudWatch.ask(question, DescribeAlarmsResponse.class).nextToken();
    for (DescribeAlarmsRequest spoilt : List.of(
        question.toBuilder().nextToken(token).stateValue("OK").build(),
        question.toBuilder().nextToken("A" + token).build(),
        question.toBuilder().nextToken("no token at all").build())) {
      Refusal refusal = assertThrows(Refusal.class, () -> cloudWatch.ask(spoilt));
      assertEquals("InvalidNextToken", refusal.code());
    }
  }

  @Test
  void showsFiftyAlarmsUnlessAskedForMore() {
    for (int i = 0; i < 101; i++) {
      String name = "alarm-" + i;
      cloudWatch.ask(deep(q -> q.alarmName(name)));
    }
    assertEquals(50, cloudWatch.alarms(q -> { }).size());
    assertEquals(100, cloudWatch.alarms(q -> q.maxRecords(100)).size());
  }

  @Test
  void findsTheAlarmsOfAMetric() {
    cloudWatch.ask(deep(q -> { }));
    cloudWatch.ask(deep(q -> q.alarmName("till").dimensions(d -> d.name("Till").value("1"))));
    cloudWatch.ask(deep(q -> q.alarmName("minute").period(60)));
    DescribeAlarmsForMetricRequest plain =
        DescribeAlarmsForMetricRequest.builder().namespace("Shop").metricName("Depth").build();
    assertEquals(List.of("deep", "minute"), forMetric(plain));
    assertEquals(List.of("minute"), forMetric(plain.toBuilder().period(60).build()));
    assertEquals(List.of(), forMetric(plain.toBuilder().statistic("Sum").build()));
    assertEquals(List.of("till"), forMetric(plain.toBuilder().dimensions(d -> d.name("Till").value("1")).build()));
  }

  @Test
  void tellsHistoryInBothOrdersByTypeAndPage() {
    cloudWatch.ask(deep(q -> { }));
    cloudWatch.seconds(60);
    cloudWatch.setState("deep", AlarmState.ALARM);
    DescribeAlarmHistoryRequest all = DescribeAlarmHistoryRequest.builder().alarmName("deep").build();
    assertEquals(List.of("Action", "StateUpdate", "ConfigurationUpdate"), types(all));
    assertEquals(List.of("ConfigurationUpdate", "StateUpdate", "Action"),
        types(all.toBuilder().scanBy("TimestampAscending").build()));
    assertEquals(List.of("StateUpdate"), types(all.toBuilder().historyItemType("StateUpdate").build()));
    assertEquals(List.of("ConfigurationUpdate"), types(all.toBuilder().endDate(START.plusSeconds(1)).build()));
    assertEquals(List.of("Action", "StateUpdate"), types(all.toBuilder().startDate(START.plusSeconds(1)).build()));
    DescribeAlarmHistoryResponse page =
        cloudWatch.ask(all.toBuilder().maxRecords(2).build(), DescribeAlarmHistoryResponse.class);
    assertEquals(2, page.alarmHistoryItems().size());
    assertEquals(List.of("ConfigurationUpdate"),
        types(all.toBuilder().maxRecords(2).nextToken(page.nextToken()).build()));
    AlarmHistoryItem item = page.alarmHistoryItems().getFirst();
    assertEquals("MetricAlarm", item.alarmTypeAsString());
    assertEquals("deep", item.alarmName());
  }

  @Test
  void historyDataKeepsToItsLimitAndStaysJson() {
    cloudWatch.ask(deep(q -> q.comparisonOperator("LessThanThreshold").evaluationPeriods(90)));
    for (int i = 0; i < 92; i++) {
      cloudWatch.depths(1.0);
    }
    AlarmHistoryItem turned = cloudWatch.history("deep").stream()
        .filter(item -> item.historySummary().endsWith("to ALARM")).findFirst().orElseThrow();
    assertTrue(turned.historyData().length() <= 4_095, () -> turned.historyData().length() + " characters");
    assertTrue(JsonSyntax.isJson(turned.historyData()), turned.historyData());
    assertTrue(turned.historyData().contains("90 datapoints were less than the threshold (5.0)"), turned.historyData());
  }

  // tags

  @Test
  void tagsAlarms() {
    cloudWatch.ask(deep(q -> { }));
    cloudWatch.ask(TagResourceRequest.builder().resourceARN(ALARM_ARN + "deep").tags(
        Tag.builder().key("b").value("2").build(), Tag.builder().key("a").value("").build()).build());
    assertEquals(List.of(Tag.builder().key("a").value("").build(), Tag.builder().key("b").value("2").build()), tags("deep"));
    cloudWatch.ask(UntagResourceRequest.builder().resourceARN(ALARM_ARN + "deep").tagKeys("b", "c").build());
    assertEquals(List.of(Tag.builder().key("a").value("").build()), tags("deep"));
  }

  // alarms of target tracking policies

  @Test
  void managedAlarmsNameTheirPolicyAsAwsDoes() {
    String policy = tracked();
    MetricAlarm high = cloudWatch.alarms(q -> q.alarmNamePrefix("TargetTracking-")).getFirst();
    String action = high.alarmActions().getFirst();
    assertTrue(action.startsWith(policy + ":createdBy/"), action);
    assertEquals("DO NOT EDIT OR DELETE. For TargetTrackingScaling policy " + action + ".", high.alarmDescription());
    assertTrue(high.alarmName().startsWith("TargetTracking-endpoint/llama/variant/AllTraffic-AlarmHigh-"));
    assertEquals(List.of(), high.okActions());
    assertEquals(List.of(), high.insufficientDataActions());
  }

  @Test
  void aManagedAlarmMayBeEditedAndIsStillThePolicys() {
    tracked();
    MetricAlarm high = cloudWatch.alarms(q -> q.alarmNamePrefix("TargetTracking-")).getFirst();
    cloudWatch.ask(deep(q -> q.alarmName(high.alarmName()).alarmActions(high.alarmActions()).threshold(3.0)));
    assertEquals(3.0, cloudWatch.alarm(high.alarmName()).threshold());
    assertEquals(List.of(high.alarmName()), policyAlarms().subList(0, 1));
    cloudWatch.setState(high.alarmName(), AlarmState.ALARM);
    assertEquals("Successfully executed action " + high.alarmActions().getFirst(),
        cloudWatch.story(high.alarmName()).getLast());
  }

  @Test
  void aDeletedManagedAlarmComesBackWithTheNextPutOfItsPolicy() {
    tracked();
    String high = policyAlarms().getFirst();
    cloudWatch.ask(DeleteAlarmsRequest.builder().alarmNames(high).build());
    assertEquals(1, cloudWatch.alarms(q -> q.alarmNamePrefix("TargetTracking-")).size());
    tracked();
    assertNotNull(cloudWatch.alarm(policyAlarms().getFirst()));
    assertEquals(2, cloudWatch.alarms(q -> q.alarmNamePrefix("TargetTracking-")).size());
  }

  private String tracked() {
    cloudWatch.ask(Scaling.register(q -> { }));
    return cloudWatch.ask(Scaling.tracking("p", Scaling.PER_MODEL, 5), PutScalingPolicyResponse.class).policyARN();
  }

  private List<String> policyAlarms() {
    return cloudWatch.ask(DescribeScalingPoliciesRequest.builder().serviceNamespace("sagemaker").build(),
        DescribeScalingPoliciesResponse.class).scalingPolicies().getFirst().alarms().stream()
        .map(alarm -> alarm.alarmName()).toList();
  }

  private List<Tag> tags(String alarm) {
    return cloudWatch.ask(ListTagsForResourceRequest.builder().resourceARN(ALARM_ARN + alarm).build(),
        ListTagsForResourceResponse.class).tags();
  }

  private List<String> types(DescribeAlarmHistoryRequest question) {
    return cloudWatch.ask(question, DescribeAlarmHistoryResponse.class).alarmHistoryItems().stream()
        .map(AlarmHistoryItem::historyItemTypeAsString).toList();
  }

  private List<String> forMetric(DescribeAlarmsForMetricRequest question) {
    return names(cloudWatch.ask(question, DescribeAlarmsForMetricResponse.class).metricAlarms());
  }

  private static List<String> names(List<MetricAlarm> alarms) {
    return alarms.stream().map(MetricAlarm::alarmName).toList();
  }
}
