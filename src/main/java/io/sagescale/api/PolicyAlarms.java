package io.sagescale.api;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.sdk.Arns;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;

/** The alarms of a scaling policy: those that AWS made for it, or those of the user that call it. */
final class PolicyAlarms {
  private PolicyAlarms() {}

  /** As AWS lists them: of target tracking high, then low; of a step policy in order of creation. */
  static List<Alarm> of(Desk desk, ResourceId resource, ScalingPolicy policy) {
    Arns arns = new Arns(desk.account().region(), desk.account().id());
    List<String> names = switch (policy) {
      case TargetTrackingPolicy tracking ->
          desk.engine().scaling().managedAlarms(resource, tracking).stream().map(AlarmRule::name).toList();
      case StepScalingPolicy step -> calling(desk, resource, step).stream().map(AlarmRule::name).toList();
    };
    return names.stream().map(name -> Alarm.builder().alarmName(name).alarmARN(arns.alarm(name)).build()).toList();
  }

  /** Takes a step policy that is to be deleted out of the actions of its alarms, which stay. Source: AAS API. */
  static void release(Desk desk, ResourceId resource, ScalingPolicy policy) {
    switch (policy) {
      case TargetTrackingPolicy _ -> { }
      case StepScalingPolicy step -> {
        AlarmAction gone = new AlarmAction.Scale(resource, step.name());
        for (AlarmRule rule : calling(desk, resource, step)) {
          AlarmActions actions = rule.actions();
          desk.tell(new EngineEvent.PutAlarm(new AlarmRule(rule.name(), rule.input(), rule.condition(),
              new AlarmActions(actions.isEnabled(), without(actions.onAlarm(), gone), without(actions.onOk(), gone),
                  without(actions.onInsufficientData(), gone)),
              rule.description())));
        }
      }
    }
  }

  private static List<AlarmRule> calling(Desk desk, ResourceId resource, StepScalingPolicy policy) {
    AlarmAction action = new AlarmAction.Scale(resource, policy.name());
    AlarmBook alarms = desk.engine().alarms();
    List<AlarmRule> calling = new ArrayList<>();
    for (String name : alarms.names()) {
      AlarmRule rule = alarms.rule(name).orElseThrow();
      for (AlarmState state : AlarmState.values()) {
        if (rule.actions().on(state).contains(action)) {
          calling.add(rule);
          break;
        }
      }
    }
    return calling;
  }

  private static List<AlarmAction> without(List<AlarmAction> actions, AlarmAction gone) {
    return actions.stream().filter(action -> !action.equals(gone)).toList();
  }
}
