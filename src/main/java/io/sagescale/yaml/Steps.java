package io.sagescale.yaml;

import io.sagescale.model.StepAdjustment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules on how the steps of a policy must lie beside each other. Source: AAS API refusals of step policies. */
final class Steps {
  private static final int MOST = 20;

  private Steps() {}

  /** One step as written; a null bound is open. */
  record Step(Node at, @Nullable BigDecimal from, @Nullable BigDecimal to, int adjustment) {
    StepAdjustment relativeTo(BigDecimal threshold) {
      return new StepAdjustment(
          from == null ? null : from.subtract(threshold).doubleValue(),
          to == null ? null : to.subtract(threshold).doubleValue(),
          adjustment);
    }
  }

  /** Reports empty steps, gaps, overlaps, ends that must be open, and more than 20 steps. */
  static boolean areSound(List<Step> steps, BigDecimal threshold, String key, Fields fields) {
    Problems problems = fields.problems();
    int before = problems.errors();
    if (steps.isEmpty()) {
      problems.error(fields.at(key), "there must be at least one step", "Write one such as {from: 20, add: 1}");
      return false;
    }
    if (steps.size() > MOST) {
      problems.error(fields.at(key), "there are " + steps.size() + " steps, AWS allows " + MOST, "Join some");
    }
    steps.forEach(step -> bounds(step, problems));
    if (problems.errors() == before) {
      neighbours(steps, problems);
    }
    if (problems.errors() == before) {
      ends(steps, threshold, problems);
    }
    return problems.errors() == before;
  }

  private static void bounds(Step step, Problems problems) {
    BigDecimal from = step.from();
    BigDecimal to = step.to();
    if (from == null && to == null) {
      problems.error(step.at(), "a step needs from or to", "Add from: N, the lowest value it is for");
    } else if (from != null && to != null && from.compareTo(to) >= 0) {
      problems.error(step.at(), "the step from " + from + " to " + to + " is empty", "Write from below to");
    }
  }

  private static void neighbours(List<Step> steps, Problems problems) {
    List<Step> sorted = sorted(steps);
    for (int i = 1; i < sorted.size(); i++) {
      BigDecimal end = sorted.get(i - 1).to();
      BigDecimal begin = sorted.get(i).from();
      if (begin == null) {
        problems.error(sorted.get(i).at(), "two steps have no from", "Write from in one of them");
      } else if (end == null || end.compareTo(begin) > 0) {
        problems.error(sorted.get(i).at(), "this step overlaps the one from " + shown(sorted.get(i - 1).from()),
            "Let one step end where the next begins");
      } else if (end.compareTo(begin) < 0) {
        problems.error(sorted.get(i).at(), "no step covers the values from " + end + " to " + begin,
            "Let one step end where the next begins");
      }
    }
  }

  /** Source: AAS API, "There must be a step adjustment with an unspecified upper bound ...", and the same for lower. */
  private static void ends(List<Step> steps, BigDecimal threshold, Problems problems) {
    List<Step> sorted = sorted(steps);
    BigDecimal lowest = sorted.getFirst().from();
    BigDecimal highest = sorted.getLast().to();
    if (lowest != null && lowest.compareTo(threshold) < 0) {
      problems.error(sorted.getFirst().at(), "the steps end below, and AWS wants the lowest one open",
          "Remove its lower bound");
    }
    if (highest != null && highest.compareTo(threshold) > 0) {
      problems.error(sorted.getLast().at(), "the steps end above, and AWS wants the highest one open",
          "Remove its upper bound");
    }
  }

  private static List<Step> sorted(List<Step> steps) {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparing(Step::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    return sorted;
  }

  private static String shown(@Nullable BigDecimal bound) {
    return bound == null ? "the lowest value" : bound.toString();
  }
}
