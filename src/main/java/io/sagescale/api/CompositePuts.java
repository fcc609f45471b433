package io.sagescale.api;

import io.sagescale.alarm.CompositeBook;
import io.sagescale.alarm.CompositeRule;
import io.sagescale.alarm.RuleExpression;
import io.sagescale.alarm.RuleParser;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmActions;
import io.sagescale.sdk.Arns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmResponse;

/**
 * What changes composite alarms. They call no scaling policy, and may depend on each other in a circle, as on AWS; that the actions
 * of one wait for another alarm is refused.
 */
final class CompositePuts {
  /** Composite alarms that may name one alarm. Source: CloudWatch API, {@code PutCompositeAlarm}. */
  static final int PARENTS_MAX = 150;

  /** Source: CloudWatch API, {@code PutCompositeAlarm}. */
  private static final List<String> VENDORS = List.of("sns", "lambda", "ssm", "ssm-incidents", "aiops");

  static final List<Constraint<PutCompositeAlarmRequest>> TABLE = List.of(
      CloudWatchShapes.alarmName(PutCompositeAlarmRequest::alarmName).required(),
      Constraint.<PutCompositeAlarmRequest>on("alarmRule", PutCompositeAlarmRequest::alarmRule)
          .required().length(1, 10_240),
      Constraint.<PutCompositeAlarmRequest>on("alarmDescription", PutCompositeAlarmRequest::alarmDescription)
          .length(0, 1024),
      CloudWatchShapes.actionCount("alarmActions", PutCompositeAlarmRequest::alarmActions),
      CloudWatchShapes.actionLength("alarmActions", PutCompositeAlarmRequest::alarmActions),
      CloudWatchShapes.actionCount("insufficientDataActions", PutCompositeAlarmRequest::insufficientDataActions),
      CloudWatchShapes.actionLength("insufficientDataActions", PutCompositeAlarmRequest::insufficientDataActions),
      CloudWatchShapes.actionCount("oKActions", PutCompositeAlarmRequest::okActions),
      CloudWatchShapes.actionLength("oKActions", PutCompositeAlarmRequest::okActions),
      Constraint.each("tags", PutCompositeAlarmRequest::tags, CloudWatchShapes.TAG),
      Constraint.<PutCompositeAlarmRequest>on("actionsSuppressor", PutCompositeAlarmRequest::actionsSuppressor)
          .length(1, 1600));

  private final AlarmRegister register;

  CompositePuts(AlarmRegister register) {
    this.register = register;
  }

  PutCompositeAlarmResponse put(Desk desk, PutCompositeAlarmRequest request) {
    CloudWatchShapes.check(request, TABLE);
    check(desk, request);
    String name = request.alarmName();
    CompositeRule rule = rule(desk, request);
    children(desk, rule);
    if (desk.engine().composites().rule(name).isEmpty()) {
      AlarmRegister.checkCount(desk);
      register.tagFirst(name, request.tags());
    }
    desk.tell(new EngineEvent.PutComposite(rule));
    return PutCompositeAlarmResponse.builder().build();
  }

  /** Unverified: AWS's texts about actions, suppressors and names. */
  private static void check(Desk desk, PutCompositeAlarmRequest request) {
    CloudWatchShapes.checkTags(request.tags());
    if (desk.engine().alarms().rule(request.alarmName()).isPresent()) {
      throw CloudWatchRefusal.validation("The name %s belongs to a metric alarm.".formatted(request.alarmName()));
    }
    if (request.actionsSuppressor() != null || request.actionsSuppressorWaitPeriod() != null
        || request.actionsSuppressorExtensionPeriod() != null) {
      throw CloudWatchRefusal.validation("ActionsSuppressor is not supported by this engine: alarm %s is not stored."
          .formatted(request.alarmName()));
    }
    for (List<String> actions
        : List.of(request.okActions(), request.alarmActions(), request.insufficientDataActions())) {
      actions.forEach(action -> action(action, desk.account()));
    }
  }

  private static void action(String action, Account account) {
    if (action.startsWith("arn:aws:autoscaling:")) {
      throw CloudWatchRefusal.validation("Auto Scaling actions are not supported for composite alarms.");
    }
    if (action.startsWith("arn:aws:automate:")) {
      throw CloudWatchRefusal.validation("EC2 actions are not supported for composite alarms.");
    }
    PutAlarmRules.action(action, VENDORS, account);
  }

  private static CompositeRule rule(Desk desk, PutCompositeAlarmRequest request) {
    Arns arns = AlarmRegister.arns(desk);
    return switch (RuleParser.parse(request.alarmRule(), written -> arns.alarmName(written).orElse(written))) {
      case RuleParser.Parsed.Refused refused -> throw CloudWatchRefusal.validation(refused.problem());
      case RuleParser.Parsed.Rule(RuleExpression expression) -> new CompositeRule(request.alarmName(),
          arns.alarm(request.alarmName()), request.alarmRule(), expression,
          new AlarmActions(request.actionsEnabled() == null || request.actionsEnabled(),
              others(request.alarmActions()), others(request.okActions()), others(request.insufficientDataActions())),
          request.alarmDescription());
    };
  }

  private static List<AlarmAction> others(List<String> actions) {
    return actions.stream().<AlarmAction>map(AlarmAction.Other::new).toList();
  }

  /** Source: both refusals of names that do not exist were seen on AWS. Unverified: the text about parents. */
  private static void children(Desk desk, CompositeRule rule) {
    Set<String> children = rule.expression().children();
    List<String> missing = children.stream().filter(child -> !AlarmRegister.isAlarm(desk, child)).toList();
    if (!missing.isEmpty()) {
      throw CloudWatchRefusal.validation("Could not save the composite alarm as alarms [%s] in the alarm rule do not exist"
          .formatted(String.join(", ", missing)));
    }
    for (String child : children) {
      List<String> parents = desk.engine().composites().parents(child);
      if (parents.size() >= PARENTS_MAX && !parents.contains(rule.name())) {
        throw CloudWatchRefusal.limit(
            "Alarm %s is in the rules of %s composite alarms already.".formatted(child, PARENTS_MAX));
      }
    }
  }

  /**
   * Refuses to delete alarms on which others depend, and two composite alarms at once. Source: CloudWatch API, {@code
   * DeleteAlarms}; the first refusal was seen on AWS. Unverified: the second text, and that a parent deleted by the same call
   * does not count.
   */
  static void checkDeletion(Desk desk, List<String> names) {
    CompositeBook composites = desk.engine().composites();
    Set<String> doomed = new LinkedHashSet<>(names);
    if (doomed.stream().filter(name -> composites.rule(name).isPresent()).count() > 1) {
      throw CloudWatchRefusal.validation("DeleteAlarms deletes at most one composite alarm at a time.");
    }
    List<String> needed = doomed.stream()
        .filter(name -> AlarmRegister.isAlarm(desk, name))
        .filter(name -> composites.parents(name).stream().anyMatch(parent -> parent.equals(name) || !doomed.contains(parent)))
        .toList();
    if (!needed.isEmpty()) {
      throw CloudWatchRefusal.validation("Cannot delete %s as there are composite alarm(s) depending on %s."
          .formatted(String.join(",", needed), needed.size() == 1 ? "it" : "them"));
    }
  }

  /** Switches the actions of a composite alarm; no other name changes anything. */
  static void switchActions(Desk desk, String name, boolean isEnabled) {
    desk.engine().composites().rule(name).filter(rule -> rule.actions().isEnabled() != isEnabled).ifPresent(rule -> {
      AlarmActions actions = rule.actions();
      desk.tell(new EngineEvent.PutComposite(new CompositeRule(name, rule.arn(), rule.text(), rule.expression(),
          new AlarmActions(isEnabled, actions.onAlarm(), actions.onOk(), actions.onInsufficientData()),
          rule.description())));
    });
  }
}
