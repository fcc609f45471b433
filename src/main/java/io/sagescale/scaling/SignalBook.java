package io.sagescale.scaling;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last word of each policy's alarms, above and below, which other policies of the target must hear. */
final class SignalBook {

  private final Map<String, AlarmRule> managed = new LinkedHashMap<>();
  private final Map<Owner, List<AlarmRule>> managedBy = new LinkedHashMap<>();
  private final Map<Key, AlarmSignal> last = new LinkedHashMap<>();

  /** Alarms of one policy, whose changes of state count from now on. */
  void watch(ResourceId resource, String policy, List<AlarmRule> rules) {
    managedBy.put(new Owner(resource, policy), rules);
    for (AlarmRule rule : rules) {
      managed.put(rule.name(), rule);
    }
  }

  void remember(AlarmSignal signal) {
    last.put(new Key(signal.resource(), signal.policyName(), signal.isAbove()), signal);
  }

  /** A managed alarm turned; other alarms are not known here and change nothing. */
  void turned(String alarmName, AlarmState state, List<Double> recentDatapoints, Instant at) {
    AlarmRule rule = managed.get(alarmName);
    if (rule == null) {
      return;
    }
    for (AlarmAction action : rule.actions().onAlarm()) {
      if (action instanceof AlarmAction.Scale(ResourceId resource, String policy)) {
        remember(new AlarmSignal(resource, policy, alarmName, state, rule.condition().threshold(),
            rule.condition().comparison().isAbove(), recentDatapoints, at));
      }
    }
  }

  @Nullable AlarmSignal last(ResourceId resource, String policy, boolean isAbove) {
    return last.get(new Key(resource, policy, isAbove));
  }

  void forget(ResourceId resource, String policy) {
    last.remove(new Key(resource, policy, true));
    last.remove(new Key(resource, policy, false));
    List<AlarmRule> rules = managedBy.remove(new Owner(resource, policy));
    if (rules != null) {
      rules.forEach(rule -> managed.remove(rule.name()));
    }
  }

  private record Owner(ResourceId resource, String policy) {}

  private record Key(ResourceId resource, String policy, boolean isAbove) {}
}
