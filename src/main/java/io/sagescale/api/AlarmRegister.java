package io.sagescale.api;

import io.sagescale.alarm.AlarmStatus;
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
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What CloudWatch keeps of an alarm and the engine does not: the request as it was put, and tags. */
final class AlarmRegister {
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
    return put != null && put.rule().equals(rule) ? put.request() : Alarms.request(rule, arns);
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

  /** The alarm's tags by key; an empty map that may be filled when it has none. */
  SortedMap<String, String> tags(String alarm) {
    return tags.computeIfAbsent(alarm, name -> new TreeMap<>());
  }

  static Arns arns(Desk desk) {
    return new Arns(desk.account().region(), desk.account().id());
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
