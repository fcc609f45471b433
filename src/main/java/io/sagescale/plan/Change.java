package io.sagescale.plan;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.ScheduledAction;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call of AWS's API, or two, that bring a target nearer to its file. Each may be made twice: the second time changes nothing. */
public sealed interface Change {
  ResourceId resource();

  /** The thing before and after. */
  Edit edit();

  /** The kind of thing, in a word, with its name where it has one. */
  String thing();

  /** Registers the target, or changes its bounds and suspensions; a new one carries the claim from its first moment. */
  record RegisterTarget(ScalableTarget target, Claim claim, Edit edit) implements Change {
    @Override
    public ResourceId resource() {
      return target.resource();
    }

    @Override
    public String thing() {
      return "target";
    }
  }

  /**
   * Tags the target, so that it is known what is ours before it is there, and until it is gone.
   *
   * @param before our tags as they are, or will be then
   * @param after our tags as they shall be; none to let go of the target
   */
  record ClaimTarget(ResourceId resource, String arn, SortedMap<String, String> before, SortedMap<String, String> after)
      implements Change {
    public ClaimTarget {
      before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
      after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    @Override
    public Edit edit() {
      return new Edit(new Settings(before), new Settings(after));
    }

    @Override
    public String thing() {
      return "tags";
    }
  }

  record PutPolicy(ResourceId resource, ScalingPolicy policy, Edit edit) implements Change {
    @Override
    public String thing() {
      return "policy " + policy.name();
    }
  }

  /**
   * Puts the alarm of a step policy.
   *
   * @param policyArn null when the policy is new, and so has no ARN yet
   * @param adopted the ARN of an alarm that is there and not ours yet, or null
   */
  record PutStepAlarm(
      ResourceId resource, String policyName, @Nullable String policyArn, AlarmRule rule, String owner,
      @Nullable String adopted, Edit edit)
      implements Change {
    @Override
    public String thing() {
      return "alarm " + rule.name();
    }
  }

  record PutSchedule(ResourceId resource, ScheduledAction action, Edit edit) implements Change {
    @Override
    public String thing() {
      return "schedule " + action.name();
    }
  }

  record DeleteAlarm(ResourceId resource, String name, Edit edit) implements Change {
    @Override
    public String thing() {
      return "alarm " + name;
    }
  }

  record DeletePolicy(ResourceId resource, String name, Edit edit) implements Change {
    @Override
    public String thing() {
      return "policy " + name;
    }
  }

  record DeleteSchedule(ResourceId resource, String name, Edit edit) implements Change {
    @Override
    public String thing() {
      return "schedule " + name;
    }
  }

  /** Takes the target out of scaling; whatever policies and scheduled actions it still has go with it. */
  record DeregisterTarget(ResourceId resource, Edit edit) implements Change {
    @Override
    public String thing() {
      return "target";
    }
  }
}
