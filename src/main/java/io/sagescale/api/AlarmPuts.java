package io.sagescale.api;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.MetricId;
import io.sagescale.sdk.Alarms;
import io.sagescale.sdk.MetricsData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;

/** The operations that change alarms. The alarms of target tracking policies may be changed like any other, as on AWS. */
final class AlarmPuts {
  static final List<Constraint<SetAlarmStateRequest>> SET_STATE = List.of(
      CloudWatchShapes.alarmName(SetAlarmStateRequest::alarmName).required(),
      Constraint.<SetAlarmStateRequest>on("stateValue", SetAlarmStateRequest::stateValueAsString)
          .required().oneOf(CloudWatchShapes.STATES),
      Constraint.<SetAlarmStateRequest>on("stateReason", SetAlarmStateRequest::stateReason).required().length(0, 1023),
      Constraint.<SetAlarmStateRequest>on("stateReasonData", SetAlarmStateRequest::stateReasonData).length(0, 4000));

  static final List<Constraint<DeleteAlarmsRequest>> DELETE =
      CloudWatchShapes.alarmNames(DeleteAlarmsRequest::hasAlarmNames, DeleteAlarmsRequest::alarmNames);

  static final List<Constraint<EnableAlarmActionsRequest>> ENABLE =
      CloudWatchShapes.alarmNames(EnableAlarmActionsRequest::hasAlarmNames, EnableAlarmActionsRequest::alarmNames);

  static final List<Constraint<DisableAlarmActionsRequest>> DISABLE =
      CloudWatchShapes.alarmNames(DisableAlarmActionsRequest::hasAlarmNames, DisableAlarmActionsRequest::alarmNames);

  private final AlarmRegister register;
  private final MetricUnits units;

  AlarmPuts(AlarmRegister register, MetricUnits units) {
    this.register = register;
    this.units = units;
  }

  PutMetricAlarmResponse put(Desk desk, PutMetricAlarmRequest request) {
    PutAlarmRules.check(request);
    PutAlarmRules.check(request, desk.account());
    AlarmRule rule = Alarms.rule(request, AlarmRegister.arns(desk));
    PutAlarmRules.check(rule);
    Map<MetricId, String> selected = selected(request);
    if (!desk.isReplaying()) {
      selected.forEach(this::checkUnit);
    }
    if (desk.engine().composites().rule(rule.name()).isPresent()) {
      throw CloudWatchRefusal.validation("The name %s belongs to a composite alarm.".formatted(rule.name()));
    }
    if (desk.engine().alarms().rule(rule.name()).isEmpty()) {
      create(desk, request);
    }
    register.remember(request, rule);
    if (selected.isEmpty()) {
      units.deselect(rule.name());
    } else {
      units.select(rule.name(), selected);
    }
    desk.tell(new EngineEvent.PutAlarm(rule));
    return PutMetricAlarmResponse.builder().build();
  }

  /** Names that no alarm has change nothing. Source: CloudWatch API, {@code DeleteAlarms}. */
  DeleteAlarmsResponse delete(Desk desk, DeleteAlarmsRequest request) {
    CloudWatchShapes.check(request, DELETE);
    CompositePuts.checkDeletion(desk, request.alarmNames());
    for (String name : request.alarmNames()) {
      desk.tell(new EngineEvent.DeleteComposite(name));
      if (desk.engine().alarms().rule(name).isPresent()) {
        desk.tell(new EngineEvent.DeleteAlarm(name));
      }
      register.forget(name);
      units.deselect(name);
    }
    return DeleteAlarmsResponse.builder().build();
  }

  SetAlarmStateResponse setState(Desk desk, SetAlarmStateRequest request) {
    CloudWatchShapes.check(request, SET_STATE);
    if (request.stateReasonData() != null && !JsonSyntax.isJson(request.stateReasonData())) {
      throw Refusal.of("InvalidFormatFault", "StateReasonData is not valid JSON.");
    }
    if (!AlarmRegister.isAlarm(desk, request.alarmName())) {
      throw CloudWatchRefusal.noAlarm(request.alarmName());
    }
    desk.tell(new EngineEvent.SetAlarm(request.alarmName(), AlarmState.valueOf(request.stateValueAsString()),
        request.stateReason(), request.stateReasonData()));
    return SetAlarmStateResponse.builder().build();
  }

  EnableAlarmActionsResponse enable(Desk desk, EnableAlarmActionsRequest request) {
    CloudWatchShapes.check(request, ENABLE);
    request.alarmNames().forEach(name -> switchActions(desk, name, true));
    return EnableAlarmActionsResponse.builder().build();
  }

  DisableAlarmActionsResponse disable(Desk desk, DisableAlarmActionsRequest request) {
    CloudWatchShapes.check(request, DISABLE);
    request.alarmNames().forEach(name -> switchActions(desk, name, false));
    return DisableAlarmActionsResponse.builder().build();
  }

  /** The units by which the alarm selects data points. */
  private static Map<MetricId, String> selected(PutMetricAlarmRequest request) {
    Map<MetricId, String> selected = new LinkedHashMap<>();
    if (request.unitAsString() != null) {
      selected.put(
          MetricsData.id(request.namespace(), request.metricName(), request.dimensions()), request.unitAsString());
    }
    for (MetricDataQuery line : request.metrics()) {
      if (line.metricStat() != null && line.metricStat().unitAsString() != null) {
        String unit = line.metricStat().unitAsString();
        String before = selected.put(MetricsData.id(line.metricStat().metric()), unit);
        if (before != null && !before.equals(unit)) {
          throw CloudWatchRefusal.validation("One alarm on two units of a metric is not supported by this engine.");
        }
      }
    }
    return selected;
  }

  private void checkUnit(MetricId metric, String unit) {
    String other = units.other(metric, unit);
    if (other != null) {
      throw CloudWatchRefusal.validation(("Metric %s has data points of unit %s, and this engine keeps the data points of a "
          + "metric together: unit %s cannot be selected. Leave out Unit.").formatted(metric.name(), other, unit));
    }
  }

  private void create(Desk desk, PutMetricAlarmRequest request) {
    AlarmRegister.checkCount(desk);
    register.forget(request.alarmName());
    register.tagFirst(request.alarmName(), request.tags());
  }

  /** Unverified: that AWS passes over names that no alarm has. */
  private void switchActions(Desk desk, String name, boolean isEnabled) {
    CompositePuts.switchActions(desk, name, isEnabled);
    Optional<AlarmRule> known = desk.engine().alarms().rule(name);
    if (known.isEmpty() || known.get().actions().isEnabled() == isEnabled) {
      return;
    }
    AlarmRule rule = known.get();
    AlarmActions actions = rule.actions();
    AlarmRule switched = new AlarmRule(rule.name(), rule.input(), rule.condition(),
        new AlarmActions(isEnabled, actions.onAlarm(), actions.onOk(), actions.onInsufficientData()),
        rule.description());
    desk.tell(new EngineEvent.PutAlarm(switched));
  }
}
