package io.sagescale.api;

import io.sagescale.alarm.AlarmStatus;
import io.sagescale.alarm.CompositeRule;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmRule;
import io.sagescale.sdk.Alarms;
import io.sagescale.sdk.Arns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms as CloudWatch shows them, and what it keeps of them and the engine does not: the request as it was put, and tags. */
final class AlarmRegister {
  /** Alarms in one region of an account. Source: CloudWatch service quotas. */
  private static final int ALARMS_MAX = 5_000;

  /** @param rule what the engine made of the request; another rule under the name means that the request is out of date */
  private record Put(PutMetricAlarmRequest request, AlarmRule rule) {}

  private final Map<String, Put> puts = new LinkedHashMap<>();
  private final Map<String, SortedMap<String, String>> tags = new LinkedHashMap<>();

  void remember(PutMetricAlarmRequest request, AlarmRule rule) {
    puts.put(request.alarmName(), new Put(request, rule));
  }

  void forget(String name) {
    puts.remove(name);
    tags.remove(name);
  }

  /** The request that made the alarm what it is; for an alarm that the engine made, the one that would make it. */
  PutMetricAlarmRequest request(AlarmRule rule, Arns arns) {
    Put put = puts.get(rule.name());
    if (put != null && put.rule().equals(rule)) {
      return put.request();
    }
    PutMetricAlarmRequest made = Alarms.request(rule, arns);
    return put == null || !differsInActionsAlone(put.rule(), rule) ? made
        : put.request().toBuilder().actionsEnabled(made.actionsEnabled()).alarmActions(made.alarmActions())
            .okActions(made.okActions()).insufficientDataActions(made.insufficientDataActions()).build();
  }

  private static boolean differsInActionsAlone(AlarmRule one, AlarmRule other) {
    return one.equals(new AlarmRule(
        other.name(), other.input(), other.condition(), one.actions(), other.description()));
  }

  /** By name. Unverified: the order of alarms in AWS's answers. */
  List<MetricAlarm> alarms(Desk desk) {
    List<MetricAlarm> alarms = new ArrayList<>();
    for (String name : desk.engine().alarms().names()) {
      alarm(desk, name).ifPresent(alarms::add);
    }
    alarms.sort(Comparator.comparing(MetricAlarm::alarmName));
    return alarms;
  }

  Optional<MetricAlarm> alarm(Desk desk, String name) {
    return desk.engine().alarms().rule(name).map(rule -> described(desk, rule));
  }

  /** By name. */
  List<CompositeAlarm> composites(Desk desk) {
    return desk.engine().composites().names().stream().sorted().map(name -> composite(desk, name)).toList();
  }

  CompositeAlarm composite(Desk desk, String name) {
    CompositeRule rule = desk.engine().composites().rule(name).orElseThrow();
    AlarmStatus status = desk.engine().composites().status(name);
    AlarmActions actions = rule.actions();
    return CompositeAlarm.builder()
        .alarmName(name).alarmArn(rule.arn()).alarmDescription(rule.description()).alarmRule(rule.text())
        .actionsEnabled(actions.isEnabled()).alarmActions(arns(desk, name, actions.onAlarm()))
        .okActions(arns(desk, name, actions.onOk()))
        .insufficientDataActions(arns(desk, name, actions.onInsufficientData()))
        .stateValue(status.state().name()).stateReason(status.reason()).stateReasonData(status.reasonData())
        .stateUpdatedTimestamp(status.updated()).stateTransitionedTimestamp(status.transitioned())
        .alarmConfigurationUpdatedTimestamp(status.configured())
        .build();
  }

  /** True for the name of an alarm of either kind. */
  static boolean isAlarm(Desk desk, String name) {
    return desk.engine().alarms().rule(name).isPresent() || desk.engine().composites().rule(name).isPresent();
  }

  /** Refuses one alarm more than an account may have. */
  static void checkCount(Desk desk) {
    int count = desk.engine().alarms().names().size() + desk.engine().composites().names().size();
    if (count >= ALARMS_MAX) {
      throw CloudWatchRefusal.limit("The limit of %s alarms is reached.".formatted(ALARMS_MAX));
    }
  }

  /** Gives a new alarm its first tags, in place of those of an earlier alarm of the name. */
  void tagFirst(String alarm, List<Tag> given) {
    tags.remove(alarm);
    given.forEach(tag -> tags(alarm).put(tag.key(), tag.value()));
  }

  /** The alarm's tags by key; an empty map that may be filled when it has none. */
  SortedMap<String, String> tags(String alarm) {
    return tags.computeIfAbsent(alarm, name -> new TreeMap<>());
  }

  static Arns arns(Desk desk) {
    return new Arns(desk.account().region(), desk.account().id());
  }

  private static List<String> arns(Desk desk, String alarm, List<AlarmAction> actions) {
    return actions.stream().map(action -> arns(desk).action(alarm, action)).toList();
  }

  private MetricAlarm described(Desk desk, AlarmRule rule) {
    Arns arns = arns(desk);
    AlarmStatus status = desk.engine().alarms().status(rule.name());
    return Alarms.described(request(rule, arns), arns)
        .stateValue(status.state().name())
        .stateReason(status.reason())
        .stateReasonData(status.reasonData())
        .stateUpdatedTimestamp(status.updated())
        .stateTransitionedTimestamp(status.transitioned())
        .alarmConfigurationUpdatedTimestamp(status.configured())
        .build();
  }
}
