package io.sagescale.api;

import static io.sagescale.api.Monitoring.ALARM_ARN;
import static io.sagescale.api.Monitoring.START;
import static io.sagescale.api.Monitoring.TOPIC;
import static io.sagescale.api.Monitoring.deep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.AlarmState;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Composite alarms: what they follow, what they say, and what is refused. The alarms {@code a} and {@code b} exist. */
class CompositeAlarmsTest {
  private final Monitoring cloudWatch = new Monitoring();

  CompositeAlarmsTest() {
    List.of("a", "b").forEach(name -> cloudWatch.ask(deep(q -> q.alarmName(name))));
  }

  // what is put

  @Test
  void describesACompositeAlarmInAwsShape() {
    cloudWatch.ask(both(q -> q.alarmDescription("all at once").okActions(TOPIC)));
    assertEquals(CompositeAlarm.builder().alarmName("both").alarmArn(ALARM_ARN + "both").alarmDescription("all at once")
        .alarmRule("ALARM(a) AND ALARM(b)").actionsEnabled(true).alarmActions(TOPIC).okActions(TOPIC)
        .insufficientDataActions(List.of()).stateValue("OK")
        .stateReason(ALARM_ARN + "both was created and its alarm rule evaluates to OK")
        .stateReasonData("{\"triggeringAlarms\":["
            + "{\"arn\":\"" + ALARM_ARN + "a\",\"state\":{\"value\":\"INSUFFICIENT_DATA\",\"timestamp\":\"2026-01-05T08:00:00.000+0000\"}},"
            + "{\"arn\":\"" + ALARM_ARN + "b\",\"state\":{\"value\":\"INSUFFICIENT_DATA\",\"timestamp\":\"2026-01-05T08:00:00.000+0000\"}}]}")
        .stateUpdatedTimestamp(START).stateTransitionedTimestamp(START).alarmConfigurationUpdatedTimestamp(START).build(),
        composite("both"));
    assertEquals(List.of("Alarm \"both\" created", "Alarm updated from INSUFFICIENT_DATA to OK",
        "Successfully executed action " + TOPIC), story("both"));
  }

  @Test
  void puttingAgainOverwritesTheRuleAndLooksAtIt() {
    cloudWatch.ask(both(q -> q.tags(Tag.builder().key("team").value("x").build())));
    cloudWatch.ask(both(q -> q.alarmRule("INSUFFICIENT_DATA(a)").tags(Tag.builder().key("team").value("y").build())));
    assertEquals("ALARM", composite("both").stateValueAsString());
    assertEquals(ALARM_ARN + "both was updated and its alarm rule evaluates to ALARM", composite("both").stateReason());
    assertEquals("x", cloudWatch.ask(ListTagsForResourceRequest.builder().resourceARN(ALARM_ARN + "both").build(),
        ListTagsForResourceResponse.class).tags().getFirst().value());
  }

  // what it follows

  @Test
  void followsTheDataOfItsChildren() {
    cloudWatch.ask(both(q -> q.alarmRule("ALARM(a)").okActions(TOPIC)));
    cloudWatch.depths(9, 9, 1, 1, 1);
    assertEquals(List.of(
        "Alarm \"both\" created",
        "Alarm updated from INSUFFICIENT_DATA to OK", "Successfully executed action " + TOPIC,
        "Alarm updated from OK to ALARM", "Successfully executed action " + TOPIC,
        "Alarm updated from ALARM to OK", "Successfully executed action " + TOPIC), story("both"));
    MetricAlarm child = cloudWatch.alarm("a");
    assertEquals(child.stateUpdatedTimestamp(), composite("both").stateUpdatedTimestamp());
    assertTrue(composite("both").stateReason().matches(
        ALARM_ARN + "a transitioned to OK at Monday 05 January, 2026 08:00:\\d\\d UTC"), composite("both").stateReason());
  }

  @Test
  void turnsOnlyWhenTheWholeRuleHolds() {
    cloudWatch.ask(both(q -> { }));
    cloudWatch.setState("a", AlarmState.ALARM);
    assertEquals("OK", composite("both").stateValueAsString());
    cloudWatch.setState("b", AlarmState.ALARM);
    assertEquals("ALARM", composite("both").stateValueAsString());
    assertTrue(composite("both").stateReasonData().startsWith("{\"triggeringAlarms\":[{\"arn\":\"" + ALARM_ARN + "b\","));
    cloudWatch.setState("a", AlarmState.OK);
    assertEquals("OK", composite("both").stateValueAsString());
  }

  @Test
  void followsOtherCompositeAlarmsWithoutStateInBetween() {
    cloudWatch.ask(put("any", "ALARM(a) OR ALARM(b)"));
    cloudWatch.ask(put("not", "NOT ALARM(a)"));
    cloudWatch.ask(put("top", "ALARM(any) AND ALARM(\"" + ALARM_ARN + "not\")"));
    assertEquals("OK", composite("top").stateValueAsString());
    cloudWatch.setState("a", AlarmState.ALARM);
    assertEquals("ALARM", composite("any").stateValueAsString());
    assertEquals("OK", composite("not").stateValueAsString());
    assertEquals(List.of("Alarm \"top\" created", "Alarm updated from INSUFFICIENT_DATA to OK"), story("top"));
    cloudWatch.setState("b", AlarmState.ALARM);
    cloudWatch.setState("a", AlarmState.OK);
    assertEquals("ALARM", composite("top").stateValueAsString());
  }

  @Test
  void aSetStateLastsUntilAChildTurns() {
    cloudWatch.ask(both(q -> q.alarmRule("ALARM(a)")));
    cloudWatch.ask(put("top", "ALARM(both)"));
    cloudWatch.setState("both", AlarmState.ALARM);
    assertEquals("drill", composite("both").stateReason());
    assertEquals("ALARM", composite("top").stateValueAsString());
    cloudWatch.seconds(600);
    assertEquals("ALARM", composite("both").stateValueAsString());
    cloudWatch.setState("a", AlarmState.OK);
    assertEquals("OK", composite("both").stateValueAsString());
    assertEquals("OK", composite("top").stateValueAsString());
  }

  @Test
  void actsOnlyWhileActionsAreEnabled() {
    cloudWatch.ask(both(q -> q.alarmRule("ALARM(a)")));
    cloudWatch.ask(DisableAlarmActionsRequest.builder().alarmNames("both").build());
    assertFalse(composite("both").actionsEnabled());
    cloudWatch.setState("a", AlarmState.ALARM);
    assertEquals("Alarm updated from OK to ALARM", story("both").getLast());
  }

  @Test
  void alarmsInACircleKeepTheirState() {
    cloudWatch.ask(put("x", "ALARM(a)"));
    cloudWatch.ask(put("y", "ALARM(x)"));
    cloudWatch.ask(put("z", "ALARM(y) OR ALARM(a)"));
    cloudWatch.ask(put("x", "ALARM(y) OR ALARM(a)"));
    cloudWatch.setState("a", AlarmState.ALARM);
    assertEquals(List.of("OK", "OK", "OK"),
        List.of("x", "y", "z").stream().map(name -> composite(name).stateValueAsString()).toList());
    assertEquals("Cannot delete y as there are composite alarm(s) depending on it.", refusal(delete("y")));
    cloudWatch.ask(put("x", "FALSE"));
    cloudWatch.setState("a", AlarmState.OK);
    cloudWatch.setState("a", AlarmState.ALARM);
    assertEquals(List.of("OK", "OK", "ALARM"),
        List.of("x", "y", "z").stream().map(name -> composite(name).stateValueAsString()).toList());
  }

  // deletion

  @Test
  void deletesOneCompositeAlarmWithItsChildrenAndKeepsItsHistory() {
    cloudWatch.ask(both(q -> { }));
    cloudWatch.ask(delete("a", "both", "b"));
    assertEquals(List.of(), composites(q -> { }));
    assertEquals(List.of(), cloudWatch.alarms(q -> { }));
    assertEquals("Alarm \"both\" deleted", story("both").getLast());
  }

  // selections

  @Test
  void selectsByTypeAndFilters() {
    cloudWatch.ask(both(q -> { }));
    cloudWatch.ask(put("bare", "ALARM(a)"));
    assertEquals(List.of("a", "b"), cloudWatch.alarms(q -> { }).stream().map(MetricAlarm::alarmName).toList());
    assertEquals(List.of("bare", "both"), names(composites(q -> { })));
    assertEquals(List.of("both"), names(composites(q -> q.actionPrefix("arn:aws:sns"))));
    assertEquals(List.of("bare"), names(composites(q -> q.alarmNamePrefix("bar"))));
    assertEquals(List.of(), composites(q -> q.stateValue("ALARM")));
    DescribeAlarmsRequest each = DescribeAlarmsRequest.builder().alarmTypesWithStrings("CompositeAlarm", "MetricAlarm")
        .maxRecords(3).build();
    DescribeAlarmsResponse first = cloudWatch.ask(each, DescribeAlarmsResponse.class);
    assertEquals(List.of("a", "b"), first.metricAlarms().stream().map(MetricAlarm::alarmName).toList());
    assertEquals(List.of("bare"), names(first.compositeAlarms()));
    assertEquals(List.of("both"), names(cloudWatch.ask(
        each.toBuilder().nextToken(first.nextToken()).build(), DescribeAlarmsResponse.class).compositeAlarms()));
  }

  @Test
  void tellsChildrenAndParentsByNameAlone() {
    cloudWatch.ask(both(q -> { }));
    cloudWatch.ask(put("top", "ALARM(both) OR OK(a)"));
    DescribeAlarmsResponse children = describe(q -> q.childrenOfAlarmName("top"));
    assertEquals(List.of(MetricAlarm.builder().alarmName("a").alarmArn(ALARM_ARN + "a").stateValue("INSUFFICIENT_DATA")
        .stateUpdatedTimestamp(START).build()), children.metricAlarms());
    assertEquals(List.of(CompositeAlarm.builder().alarmName("both").alarmArn(ALARM_ARN + "both").stateValue("OK")
        .stateUpdatedTimestamp(START).build()), children.compositeAlarms());
    DescribeAlarmsResponse parents = describe(q -> q.parentsOfAlarmName("a"));
    assertEquals(List.of(), parents.metricAlarms());
    assertEquals(List.of(
        CompositeAlarm.builder().alarmName("both").alarmArn(ALARM_ARN + "both").build(),
        CompositeAlarm.builder().alarmName("top").alarmArn(ALARM_ARN + "top").build()), parents.compositeAlarms());
    assertEquals(List.of(), describe(q -> q.childrenOfAlarmName("a")).metricAlarms());
  }

  @Test
  void historyIsOfMetricAlarmsUnlessAskedFor() {
    cloudWatch.ask(both(q -> { }));
    assertEquals(List.of("a", "b"), history(q -> { }).stream().map(AlarmHistoryItem::alarmName).sorted().toList());
    AlarmHistoryItem created = history(q -> q.alarmTypesWithStrings("CompositeAlarm")).getLast();
    assertEquals("CompositeAlarm", created.alarmTypeAsString());
    assertEquals("{\"version\":\"1.0\",\"type\":\"Create\",\"createdAlarm\":{\"alarmName\":\"both\","
        + "\"alarmRule\":\"ALARM(a) AND ALARM(b)\",\"actionsEnabled\":true,\"alarmActions\":[\"" + TOPIC
        + "\"],\"okactions\":[],\"insufficientDataActions\":[]}}", created.historyData());
  }

  // what is refused

  static List<Arguments> refused() {
    return List.of(
        refused(both(q -> q.alarmRule("ALARM(a) OR ALARM(gone) OR OK(lost)")),
            "Could not save the composite alarm as alarms [gone, lost] in the alarm rule do not exist"),
        refused(put("self", "ALARM(self)"), "Could not save the composite alarm as alarms [self] in the alarm rule do not exist"),
        refused(put("n", "ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a)"), "Could not save the composite alarm "
            + "as alarms [arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a] in the alarm rule do not exist"),
        refused(put("n", "()"), "Error in AlarmRule [Unsupported token ')' at char 1]"),
        refused(put("n", null), "1 validation error detected: Value null at 'alarmRule' failed to satisfy constraint: "
            + "Member must not be null"),
        refused(put("a", "TRUE"), "The name a belongs to a metric alarm."),
        refused(deep(q -> q.alarmName("on")), "The name on belongs to a composite alarm."),
        refused(both(q -> q.alarmActions("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:x")),
            "Auto Scaling actions are not supported for composite alarms."),
        refused(both(q -> q.okActions("arn:aws:automate:us-east-1:ec2:stop")),
            "EC2 actions are not supported for composite alarms."),
        refused(both(q -> q.okActions("arn:aws:ec9:us-east-1:1:x")), "Unsupported AWS vendor ec9"),
        refused(both(q -> q.actionsSuppressor("a").actionsSuppressorWaitPeriod(60).actionsSuppressorExtensionPeriod(60)),
            "ActionsSuppressor is not supported by this engine: alarm both is not stored."),
        refused(delete("a"), "Cannot delete a as there are composite alarm(s) depending on it."),
        refused(delete("b", "a"), "Cannot delete b,a as there are composite alarm(s) depending on them."),
        refused(delete("on", "up"), "DeleteAlarms deletes at most one composite alarm at a time."),
        refused(DescribeAlarmsRequest.builder().childrenOfAlarmName("on").alarmNames("a").build(), "ChildrenOfAlarmName "
            + "and ParentsOfAlarmName must not be specified with any parameter but MaxRecords and NextToken."),
        refused(DescribeAlarmsRequest.builder().childrenOfAlarmName("on").parentsOfAlarmName("a").build(),
            "ChildrenOfAlarmName and ParentsOfAlarmName must not be specified with any parameter but MaxRecords and NextToken."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refused")
  void refuses(Object question, String message) {
    cloudWatch.ask(put("on", "ALARM(a) OR ALARM(b)"));
    cloudWatch.ask(put("up", "ALARM(on)"));
    Refusal refusal = assertThrows(Refusal.class, () -> cloudWatch.ask(question));
    assertEquals("ValidationError: " + message, refusal.code() + ": " + refusal.getMessage());
    assertEquals(List.of("on", "up"), names(composites(q -> { })));
    assertEquals(2, cloudWatch.alarms(q -> { }).size());
  }

  @Test
  void anAlarmHasAtMostAHundredAndFiftyParents() {
    IntStream.range(0, 150).forEach(i -> cloudWatch.ask(put("p" + i, "ALARM(a)")));
    cloudWatch.ask(put("p7", "OK(a)"));
    Refusal refusal = assertThrows(Refusal.class, () -> cloudWatch.ask(put("p150", "ALARM(a)")));
    assertEquals("LimitExceededFault", refusal.code());
  }

  private static Arguments refused(Object question, String message) {
    return Arguments.of(question, message);
  }

  private String refusal(Object question) {
    return assertThrows(Refusal.class, () -> cloudWatch.ask(question)).getMessage();
  }

  private static PutCompositeAlarmRequest both(Consumer<PutCompositeAlarmRequest.Builder> more) {
    return put("both", "ALARM(a) AND ALARM(b)").toBuilder().alarmActions(TOPIC).applyMutation(more).build();
  }

  private static PutCompositeAlarmRequest put(String name, String rule) {
    return PutCompositeAlarmRequest.builder().alarmName(name).alarmRule(rule).build();
  }

  private static DeleteAlarmsRequest delete(String... names) {
    return DeleteAlarmsRequest.builder().alarmNames(names).build();
  }

  private DescribeAlarmsResponse describe(Consumer<DescribeAlarmsRequest.Builder> more) {
    return cloudWatch.ask(DescribeAlarmsRequest.builder().applyMutation(more).build(), DescribeAlarmsResponse.class);
  }

  private List<CompositeAlarm> composites(Consumer<DescribeAlarmsRequest.Builder> more) {
    return describe(q -> q.alarmTypesWithStrings("CompositeAlarm").applyMutation(more)).compositeAlarms();
  }

  private CompositeAlarm composite(String name) {
    return composites(q -> q.alarmNames(name)).getFirst();
  }

  private List<AlarmHistoryItem> history(Consumer<DescribeAlarmHistoryRequest.Builder> more) {
    return cloudWatch.ask(DescribeAlarmHistoryRequest.builder().applyMutation(more).build(),
        DescribeAlarmHistoryResponse.class).alarmHistoryItems();
  }

  /** Oldest first. */
  private List<String> story(String name) {
    return history(q -> q.alarmName(name).alarmTypesWithStrings("CompositeAlarm")).reversed().stream()
        .map(AlarmHistoryItem::historySummary).toList();
  }

  private static List<String> names(List<CompositeAlarm> alarms) {
    return alarms.stream().map(CompositeAlarm::alarmName).toList();
  }
}
