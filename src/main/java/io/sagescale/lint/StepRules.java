package io.sagescale.lint;

import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.MetricId;
import io.sagescale.model.StepAdjustment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules on the steps of one policy against its own alarm. */
final class StepRules {
  private StepRules() {}

  static void check(Examination e) {
    for (Stepped stepped : e.stepped()) {
      List<StepAdjustment> steps = stepped.policy().steps();
      for (int i = 0; i < steps.size(); i++) {
        String why = whyNever(e, stepped, steps.get(i));
        if (why != null) {
          e.add(Rule.STEP_NEVER_REACHED, stepped.place().key("steps").item(i), "this step is never reached: " + why,
              "Remove the step or move its bounds");
        }
        exact(e, stepped, steps.get(i), i);
      }
      if (stepped.stepAt(justBeyond(stepped)) == null) {
        e.add(Rule.GAP_AT_THRESHOLD, stepped.place().key("steps"),
            "no step covers the values next to the alarm's threshold of " + Figures.plain(stepped.threshold()),
            "Let a step begin at " + Figures.plain(stepped.threshold()));
      }
      direction(e, stepped);
    }
  }

  /** The value nearest to the threshold that breaches it. */
  private static double justBeyond(Stepped stepped) {
    double threshold = stepped.threshold();
    return stepped.isBreachedBy(threshold) ? threshold : stepped.isAbove() ? Math.nextUp(threshold) : Math.nextDown(threshold);
  }

  private static @Nullable String whyNever(Examination e, Stepped stepped, StepAdjustment step) {
    Double lower = step.lower();
    Double upper = step.upper();
    double threshold = stepped.threshold();
    if (stepped.isAbove() ? upper != null && upper <= 0 : lower != null && lower >= 0) {
      return "it lies on the side of the threshold where the alarm does not fire";
    }
    if (upper != null && threshold + upper < 0 && Published.of(stepped.metric()) != null) {
      return "the metric is never below zero";
    }
    int accepted = accepted(e, stepped);
    return lower != null && threshold + lower > accepted
        ? "a copy refuses requests when it has " + accepted + " of them" : null;
  }

  /** How high the metric can be at most. */
  private static int accepted(Examination e, Stepped stepped) {
    Expectations expected = e.expected();
    Saturation saturation = Saturation.of(expected == null ? null : expected.profile());
    return saturation != null && Published.isFast(stepped.metric()) ? saturation.requestsAccepted() : Integer.MAX_VALUE;
  }

  private static void exact(Examination e, Stepped stepped, StepAdjustment step, int index) {
    int wanted = step.adjustment();
    if (stepped.isExact() && (wanted < e.least() || wanted > e.most())) {
      e.add(Rule.EXACT_OUTSIDE_BOUNDS, stepped.place().key("steps").item(index).key("set"),
          "the capacity is set to " + wanted + ", and the bounds are " + e.least() + " to " + e.most(),
          "Write a number within the bounds");
    }
  }

  /** One alarm that is always on may have steps both ways. */
  private static void direction(Examination e, Stepped stepped) {
    boolean isWrong = stepped.isAbove() ? stepped.removes() && !stepped.adds() : stepped.adds() && !stepped.removes();
    MetricId metric = stepped.metric();
    if (!isWrong || stepped.isExact() || metric == null || !Published.isLoad(metric)) {
      return;
    }
    e.add(Rule.WRONG_DIRECTION, stepped.place().key("steps"),
        stepped.isAbove() ? "capacity is removed when " + metric.name() + " is high"
            : "capacity is added when " + metric.name() + " is low",
        stepped.isAbove() ? "Write add, or atMost" : "Write remove, or atLeast");
  }
}
