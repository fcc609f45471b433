package io.sagescale.report;

import io.sagescale.plan.Change;
import io.sagescale.plan.Edit;
import io.sagescale.plan.Plan;
import io.sagescale.report.Look.Ink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan for people: each target with what comes, changes and goes, and what that means for its load. */
final class PlanText {
  private PlanText() {}

  static List<String> lines(Plan plan, Look look) {
    List<String> lines = new ArrayList<>();
    for (Plan.Part part : plan.parts()) {
      if (!part.isClean() || !part.notes().isEmpty()) {
        part(part, look, lines);
        lines.add("");
      }
    }
    lines.add(look.paint(plan.isClean() ? Ink.GOOD : Ink.STRONG, summary(plan)));
    return lines;
  }

  /** {@code 2 to add, 1 to change, 1 to delete}. */
  static String summary(Plan plan) {
    if (plan.isBlocked()) {
      return "Something is in the way: no plan.";
    }
    List<Change> seen = plan.parts().stream().flatMap(part -> seen(part).stream()).toList();
    if (seen.isEmpty()) {
      return "No changes: " + Words.counted(plan.parts().size(), "target is", "targets are") + " as the files say.";
    }
    long added = seen.stream().filter(change -> change.edit().isNew()).count();
    long gone = seen.stream().filter(change -> change.edit().isGone()).count();
    return added + " to add, " + (seen.size() - added - gone) + " to change, " + gone + " to delete.";
  }

  /** The changes that a person should see: tags alone only where nothing else changes. */
  static List<Change> seen(Plan.Part part) {
    List<Change> seen =
        part.changes().stream().filter(change -> !(change instanceof Change.ClaimTarget)).toList();
    return seen.isEmpty() ? part.changes() : seen;
  }

  private static void part(Plan.Part part, Look look, List<String> lines) {
    String document = part.desired() == null ? "" : look.paint(Ink.FAINT, "  " + part.desired().name());
    lines.add(look.paint(Ink.STRONG, part.resource().shortName()) + document);
    part.obstacles().forEach(obstacle -> lines.add(look.paint(Ink.BAD, "  ! " + safe(obstacle))));
    seen(part).forEach(change -> change(change, look, lines));
    Consequences.of(part).forEach(sentence ->
        lines.add("  " + look.either("→ ", "=> ") + look.paint(Ink.PLAIN_FACT, sentence)));
    part.notes().forEach(note -> lines.add(look.paint(Ink.FAINT, "  note: " + safe(note))));
  }

  private static void change(Change change, Look look, List<String> lines) {
    Ink ink = ink(change.edit());
    lines.add(look.paint(ink, "  " + sign(change.edit()) + " " + safe(change.thing())));
    if (change.edit().isGone()) {
      return;
    }
    List<Edit.Difference> differences = change.edit().differences();
    int width = differences.stream().mapToInt(difference -> difference.setting().length()).max().orElse(0);
    for (Edit.Difference difference : differences) {
      String setting = difference.setting() + " ".repeat(width - difference.setting().length());
      lines.add("      " + look.paint(Ink.FAINT, setting) + "  " + values(difference, change.edit(), look));
    }
  }

  private static String values(Edit.Difference difference, Edit edit, Look look) {
    return edit.isNew() ? safe(difference.after())
        : safe(difference.before()) + " " + look.either("→", "->") + " " + look.paint(Ink.STRONG, safe(difference.after()));
  }

  /** Names on AWS may hold anything; what a terminal would act on is not printed. */
  private static String safe(@Nullable String value) {
    return value == null ? "(none)" : ProblemReport.line(value);
  }

  static String sign(Edit edit) {
    return edit.isNew() ? "+" : edit.isGone() ? "-" : "~";
  }

  private static Ink ink(Edit edit) {
    return edit.isNew() ? Ink.GOOD : edit.isGone() ? Ink.BAD : Ink.NOTABLE;
  }
}
