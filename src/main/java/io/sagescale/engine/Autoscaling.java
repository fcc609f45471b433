package io.sagescale.engine;

import io.sagescale.alarm.AlarmBook;
import io.sagescale.alarm.Evaluation;
import io.sagescale.fleet.Fleet;
import io.sagescale.metrics.MetricStore;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ActivityTexts;
import io.sagescale.scaling.AlarmSignal;
import io.sagescale.scaling.ScalingBook;
import io.sagescale.scaling.ScalingDecision;
import io.sagescale.scaling.ScheduleFiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Application Auto Scaling at work: alarms and schedules become decisions, decisions become capacities. */
final class Autoscaling {
  private final Present present;
  private final ScalingBook scaling;
  private final AlarmBook alarms;
  private final AlarmWatch watch;
  private final MetricStore store;
  private final Fleet fleet;
  private final Works works;
  private final Duration reaction;
  private final Deque<AlarmSignal> signals = new ArrayDeque<>();

  Autoscaling(
      Present present, ScalingBook scaling, AlarmBook alarms, AlarmWatch watch, MetricStore store, Fleet fleet,
      Works works, Duration reaction) {
    this.present = present;
    this.scaling = scaling;
    this.alarms = alarms;
    this.watch = watch;
    this.store = store;
    this.fleet = fleet;
    this.works = works;
    this.reaction = reaction;
  }

  void evaluated(Evaluation evaluation) {
    if (evaluation.isTransition()) {
      Instant since = evaluation.after() == AlarmState.ALARM
          ? BreachRun.start(alarms.rule(evaluation.alarm()).orElseThrow(), store, present.now()) : null;
      present.tell(new Fact.AlarmTurned(evaluation, since, present.now()));
      scaling.alarmState(evaluation.alarm(), evaluation.after(), evaluation.recentDatapoints(), present.now());
    }
    for (AlarmAction action : evaluation.actionsDue()) {
      if (action instanceof AlarmAction.Scale scale) {
        signal(scale, evaluation);
      }
    }
  }

  private void signal(AlarmAction.Scale scale, Evaluation evaluation) {
    AlarmRule rule = alarms.rule(evaluation.alarm()).orElseThrow();
    AlarmSignal signal = new AlarmSignal(scale.resource(), scale.policyName(), evaluation.alarm(), evaluation.after(),
        rule.condition().threshold(), rule.condition().comparison().isAbove(), evaluation.recentDatapoints(),
        present.now());
    if (signals.isEmpty() || !signals.getLast().at().equals(present.now())) {
      present.wakeAt(present.now().plus(reaction), new EngineEvent.SignalsDue(present.now()));
    }
    signals.add(signal);
  }

  /** Decides what the alarms of one instant asked for: one decision for each resource, so that the largest wins. */
  void act(Instant raisedAt) {
    Map<ResourceId, List<AlarmSignal>> byResource = new LinkedHashMap<>();
    while (!signals.isEmpty() && !signals.getFirst().at().isAfter(raisedAt)) {
      AlarmSignal signal = signals.removeFirst();
      if (scaling.policy(signal.resource(), signal.policyName()).isPresent()) {
        byResource.computeIfAbsent(signal.resource(), r -> new ArrayList<>()).add(signal);
      }
    }
    byResource.forEach((resource, calls) -> {
      ScalingDecision decision = scaling.onAlarms(calls, works.view(resource), present.now());
      present.tell(new Fact.Decided(deciding(calls, decision), decision, present.now()));
      carryOut(resource, decision);
    });
  }

  /** The call that the decision follows; the first where it follows none. */
  private static AlarmSignal deciding(List<AlarmSignal> calls, ScalingDecision decision) {
    String policy = decision.policy();
    for (AlarmSignal call : calls) {
      if (call.policyName().equals(policy)) {
        return call;
      }
    }
    return calls.getFirst();
  }

  private void carryOut(ResourceId resource, ScalingDecision decision) {
    switch (decision) {
      case ScalingDecision.ScaleOut out -> setCapacity(resource, out.to());
      case ScalingDecision.ScaleIn in -> setCapacity(resource, in.to());
      case ScalingDecision.Hold hold -> works.noteActivities();
    }
  }

  private void setCapacity(ResourceId resource, int capacity) {
    Optional<String> refusal = refusal(resource, capacity);
    if (refusal.isEmpty()) {
      scaling.started(resource, present.now());
      works.noteActivities();
      works.setDesired(resource, capacity);
    } else {
      scaling.capacityFailed(resource, refusal.get(), present.now());
    }
    works.noteActivities();
  }

  /** Why SageMaker would not set that capacity, in the words of an activity. */
  private Optional<String> refusal(ResourceId resource, int capacity) {
    return switch (resource) {
      case ResourceId.Variant variant -> fleet.refusal(variant, capacity)
          .map(r -> ActivityTexts.quotaReason(r.instanceType(), r.limit(), r.used(), r.delta()));
      case ResourceId.Component component -> capacity > Fleet.COPIES_MAX
          ? Optional.of(ActivityTexts.copiesReason(capacity, Fleet.COPIES_MAX)) : Optional.empty();
    };
  }

  void register(ScalableTarget target) {
    ResourceId resource = target.resource();
    carryOut(resource, scaling.register(target, works.view(resource), present.now()));
  }

  /** Replaces the policy and those of its alarms that the new one does not have. */
  void putPolicy(EngineEvent.PutPolicy event) {
    ResourceId resource = event.resource();
    List<AlarmRule> wanted = managedAlarms(resource, event.policy());
    scaling.policy(resource, event.policy().name())
        .ifPresent(replaced -> deleteAlarms(managedAlarms(resource, replaced), wanted));
    scaling.putPolicy(resource, event.policy(), present.now());
    for (AlarmRule rule : wanted) {
      if (alarms.rule(rule.name()).isEmpty()) {
        watch.put(rule);
      }
    }
  }

  void deletePolicy(ResourceId resource, String name) {
    scaling.policy(resource, name).ifPresent(gone -> deleteAlarms(managedAlarms(resource, gone), List.of()));
    scaling.deletePolicy(resource, name);
  }

  /** Ends the scaling of a resource; nothing happens where it is not scaled. */
  void deregister(ResourceId resource) {
    if (scaling.target(resource).isEmpty()) {
      return;
    }
    for (ScalingPolicy policy : scaling.policies(resource)) {
      deleteAlarms(managedAlarms(resource, policy), List.of());
    }
    scaling.deregister(resource);
  }

  /** The alarms that go with a policy. AWS keeps the alarm of a step policy; its action then finds no policy. */
  private List<AlarmRule> managedAlarms(ResourceId resource, ScalingPolicy policy) {
    return switch (policy) {
      case TargetTrackingPolicy tracking -> scaling.managedAlarms(resource, tracking);
      case StepScalingPolicy step -> List.of();
    };
  }

  private void deleteAlarms(List<AlarmRule> rules, List<AlarmRule> kept) {
    for (AlarmRule rule : rules) {
      if (!kept.contains(rule) && alarms.rule(rule.name()).isPresent()) {
        watch.delete(rule.name());
      }
    }
  }

  void putSchedule(ResourceId resource, ScheduledAction action) {
    scaling.putSchedule(resource, action, present.now());
    watchSchedules();
  }

  void schedulesDue() {
    for (ScheduleFiring firing : scaling.due(present.now())) {
      carryOut(firing.resource(), scaling.apply(firing, works.view(firing.resource()), present.now()));
    }
    watchSchedules();
  }

  private void watchSchedules() {
    Instant next = scaling.nextFiring();
    if (next != null) {
      present.wakeAt(next, new EngineEvent.SchedulesDue(next));
    }
  }
}
