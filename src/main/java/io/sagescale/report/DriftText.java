package io.sagescale.report;

import io.sagescale.plan.Change;
import io.sagescale.plan.Edit;
import io.sagescale.plan.Plan;
import io.sagescale.report.Look.Ink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How AWS differs from the files, in sentences: what was changed there, is missing, or is left over. */
final class DriftText {
  private DriftText() {}

  static List<String> lines(Plan plan, Look look) {
    List<String> lines = new ArrayList<>();
    for (Plan.Part part : plan.parts()) {
      String target = look.paint(Ink.STRONG, part.resource().shortName());
      part.obstacles().forEach(obstacle -> lines.add(target + ": " + look.paint(Ink.BAD, ProblemReport.line(obstacle))));
      PlanText.seen(part).forEach(change -> sentences(change).forEach(sentence -> lines.add(target + ": " + ProblemReport.line(sentence))));
      part.notes().forEach(note -> lines.add(look.paint(Ink.FAINT, part.resource().shortName() + ": note: " + ProblemReport.line(note))));
    }
    lines.add(plan.isClean()
        ? look.paint(Ink.GOOD, "No drift: " + Words.counted(plan.parts().size(), "target is", "targets are") + " as the files say.")
        : look.paint(Ink.BAD, "Drift: put it right with sagescale apply."));
    return lines;
  }

  private static List<String> sentences(Change change) {
    if (change.edit().isNew()) {
      return List.of(change.thing() + " is missing");
    }
    if (change.edit().isGone()) {
      return List.of(change.thing() + " is still there, and the file does not have it");
    }
    return change.edit().differences().stream().map(difference -> change.thing() + ": " + sentence(difference)).toList();
  }

  private static String sentence(Edit.Difference difference) {
    return difference.setting() + " is " + value(difference.before()) + ", and the file says " + value(difference.after());
  }

  private static String value(@Nullable String value) {
    return value == null ? "nothing" : value;
  }
}
