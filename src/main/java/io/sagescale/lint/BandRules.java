package io.sagescale.lint;

import io.sagescale.model.MetricId;
import io.sagescale.model.StepAdjustment;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ManagedAlarms;
import io.sagescale.scaling.ScalingSettings;
import io.sagescale.scaling.StepScaling;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules on two policies that look at the same metric. */
final class BandRules {
  /** Capacities tried for an oscillation. Source: our choice, because shares of larger fleets hardly change by a step. */
  private static final int MOST_TRIED = 1000;

  private BandRules() {}

  static void check(Examination e) {
    for (Stepped out : e.stepped()) {
      for (Stepped in : e.stepped()) {
        MetricId metric = out.metric();
        if (metric != null && metric.equals(in.metric()) && out.isAbove() && out.adds() && !in.isAbove() && in.removes()) {
          pair(e, out, in);
        }
      }
    }
    for (TargetTrackingPolicy policy : e.tracking()) {
      MetricId tracked = Stepped.metric(e.alarms(policy).getFirst());
      for (Stepped step : e.stepped()) {
        if (tracked != null && tracked.equals(step.metric())) {
          fight(e, policy, step);
        }
      }
    }
  }

  private static void pair(Examination e, Stepped out, Stepped in) {
    boolean isOverlapping = in.threshold() > out.threshold()
        || (in.threshold() == out.threshold() && in.isBreachedBy(in.threshold()) && out.isBreachedBy(in.threshold()));
    if (isOverlapping) {
      e.add(Rule.OVERLAPPING, in.place().key("when"),
          "policy " + in.policy().name() + " removes capacity up to " + Figures.plain(in.threshold()) + ", where "
              + out.policy().name() + " adds some from " + Figures.plain(out.threshold()),
          "Write a lower threshold");
    } else if (Published.isLoadPerCopy(out.metric())) {
      String swing = swing(e, out, in);
      if (swing != null) {
        e.add(Rule.OSCILLATING, in.place().key("when"), swing, "Write a lower threshold here or a higher one there");
      }
    }
  }

  /** The first capacity at which the load that adds a step becomes, spread over more copies, one that removes it again. */
  private static @Nullable String swing(Examination e, Stepped out, Stepped in) {
    int from = Math.max(1, e.least());
    int to = Math.min(e.most(), from + MOST_TRIED);
    for (int copies = from; copies < to; copies++) {
      int more = Math.min(after(out, copies), e.most());
      double share = out.threshold() * copies / more;
      if (more > copies && in.isBreachedBy(share)) {
        return String.format(Locale.ROOT, "%s per copy on %d %s add capacity to %d, where the same load is %.1f per copy and %s "
            + "removes it again", Figures.plain(out.threshold()), copies, copies == 1 ? "copy" : "copies", more, share,
            in.policy().name());
      }
    }
    return null;
  }

  /** The capacity after the step at the threshold. */
  private static int after(Stepped out, int copies) {
    StepAdjustment step = out.stepAt(out.threshold());
    return step == null ? copies : StepScaling.adjusted(out.policy(), step.adjustment(), copies);
  }

  private static void fight(Examination e, TargetTrackingPolicy policy, Stepped step) {
    double target = policy.targetValue();
    double low = ManagedAlarms.lowThreshold(policy, ScalingSettings.DEFAULTS);
    if (step.removes() && !step.isAbove() && step.threshold() > target) {
      e.add(Rule.FIGHTING, step.place().key("when"),
          "this removes capacity up to " + Figures.plain(step.threshold()) + ", and " + policy.name()
              + " adds some above " + Figures.plain(target),
          "Write a threshold below " + Figures.plain(low));
    }
    if (step.adds() && step.isAbove() && !policy.isScaleInDisabled() && step.threshold() < low) {
      e.add(Rule.FIGHTING, step.place().key("when"),
          "this adds capacity from " + Figures.plain(step.threshold()) + ", and " + policy.name() + " removes some below "
              + Figures.plain(low),
          "Write a threshold above " + Figures.plain(target));
    }
  }
}
