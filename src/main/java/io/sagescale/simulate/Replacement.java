package io.sagescale.simulate;

import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.StepScalingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands for the targets of new documents and is named by none of them: it goes when they take its place. The alarms
 * of a step policy go with it, since a document declares both.
 */
final class Replacement {
  private final Engine engine;
  private final Set<ResourceId> resources = new LinkedHashSet<>();
  private final Set<Named> kept = new LinkedHashSet<>();
  private final Set<String> keptAlarms = new LinkedHashSet<>();

  /** A policy or a scheduled action; the two have names of their own. */
  private record Named(ResourceId resource, boolean isPolicy, String name) {}

  Replacement(List<EndpointScaling> documents, Engine engine) {
    this.engine = engine;
    for (EndpointScaling document : documents) {
      ResourceId resource = document.target().resource();
      resources.add(resource);
      for (EndpointScaling.PolicySpec spec : document.policies()) {
        kept.add(new Named(resource, true, spec.policy().name()));
        if (spec.alarm() != null) {
          keptAlarms.add(spec.alarm().name());
        }
      }
      document.schedules().forEach(action -> kept.add(new Named(resource, false, action.name())));
    }
  }

  List<EngineEvent.Control> deletions() {
    List<EngineEvent.Control> deletions = new ArrayList<>();
    for (ResourceId resource : resources) {
      alarms(resource).forEach(alarm -> deletions.add(new EngineEvent.DeleteAlarm(alarm)));
      for (ScalingPolicy policy : engine.scaling().policies(resource)) {
        if (!kept.contains(new Named(resource, true, policy.name()))) {
          deletions.add(new EngineEvent.DeletePolicy(resource, policy.name()));
        }
      }
      for (ScheduledAction action : engine.scaling().schedules(resource)) {
        if (!kept.contains(new Named(resource, false, action.name()))) {
          deletions.add(new EngineEvent.DeleteSchedule(resource, action.name()));
        }
      }
    }
    return deletions;
  }

  /** Alarms that call step policies of the resource; target tracking's own go with their policies. */
  private List<String> alarms(ResourceId resource) {
    List<String> alarms = new ArrayList<>();
    for (String name : engine.alarms().names()) {
      AlarmRule rule = engine.alarms().rule(name).orElseThrow();
      if (!keptAlarms.contains(name) && callsStepPolicy(rule, resource)) {
        alarms.add(name);
      }
    }
    return alarms;
  }

  private boolean callsStepPolicy(AlarmRule rule, ResourceId resource) {
    for (ScalingPolicy policy : engine.scaling().policies(resource)) {
      if (policy instanceof StepScalingPolicy
          && rule.actions().onAlarm().contains(new AlarmAction.Scale(resource, policy.name()))) {
        return true;
      }
    }
    return false;
  }
}
