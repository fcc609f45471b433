package io.sagescale.lint;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.InstanceType;
import io.sagescale.model.ResourceId;
import io.sagescale.model.Suspension;
import io.sagescale.serving.InstanceTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules on the target's bounds, what is suspended, and what the most of it costs. */
final class BoundsRules {
  private BoundsRules() {}

  static void check(Examination e) {
    EndpointScaling scaling = e.scaling();
    CapacityRange range = scaling.target().range();
    if (range.min() == range.max() && scaling.schedules().isEmpty() && !scaling.policies().isEmpty()) {
      e.add(Rule.NO_ROOM, Place.CAPACITY, "min and max are both " + range.min() + ", so the policies can do nothing",
          "Raise max or remove the policies");
    } else {
      neverIn(e);
    }
    suspended(e);
    cost(e);
  }

  private static void neverIn(Examination e) {
    boolean isScaledOut = !e.tracking().isEmpty() || e.stepped().stream().anyMatch(Stepped::adds);
    boolean isScaledIn = e.tracking().stream().anyMatch(policy -> !policy.isScaleInDisabled())
        || e.stepped().stream().anyMatch(Stepped::removes)
        || e.scaling().schedules().stream().anyMatch(action -> action.max() != null);
    if (e.isWhole() && isScaledOut && !isScaledIn) {
      e.add(Rule.NEVER_SCALES_IN, Place.of("spec", "policies"), "these policies add capacity, and nothing removes it",
          "Add a policy that scales in");
    }
  }

  private static void suspended(Examination e) {
    Suspension suspension = e.scaling().target().suspension();
    List<String> words = new ArrayList<>();
    if (suspension.isScaleInSuspended()) {
      words.add("scaling in");
    }
    if (suspension.isScaleOutSuspended()) {
      words.add("scaling out");
    }
    if (suspension.isScheduledSuspended()) {
      words.add("scheduled scaling");
    }
    if (!words.isEmpty()) {
      e.add(Rule.SUSPENDED, Place.TARGET.key("suspend"), String.join(" and ", words) + " is suspended until this file changes",
          "Remove suspend, or allow " + Rule.SUSPENDED.code() + " with the reason");
    }
  }

  private static void cost(Examination e) {
    Expectations expected = e.expected();
    Double budget = expected == null ? null : expected.maxUsdPerHour();
    String name = expected == null ? null : expected.instanceType();
    InstanceType type = name == null ? null : InstanceTypes.byName(name).orElse(null);
    if (budget == null || type == null || e.resource() instanceof ResourceId.Component) {
      return;
    }
    double cost = type.usdPerHour() * e.most();
    if (cost > budget) {
      e.add(Rule.OVER_BUDGET, Place.of("spec", "expect", "budget", "maxPerHour"),
          String.format(Locale.ROOT, "%d x %s cost %.2f USD an hour, over the budget of %s USD", e.most(), name, cost,
              Figures.plain(budget)),
          "Lower max or raise the budget");
    }
  }
}
