package io.sagescale.report;

import io.sagescale.plan.Change;
import io.sagescale.plan.Edit;
import io.sagescale.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as a comment on a pull request: a table for each target, and what it means for its load. */
final class PlanMarkdown {
  private PlanMarkdown() {}

  static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("### sagescale plan: " + PlanText.summary(plan));
    for (Plan.Part part : plan.parts()) {
      if (!part.isClean() || !part.notes().isEmpty()) {
        part(part, lines);
      }
    }
    return lines;
  }

  private static void part(Plan.Part part, List<String> lines) {
    lines.add("");
    lines.add("#### " + code(part.resource().shortName()));
    Consequences.of(part).forEach(sentence -> lines.add("- **" + sentence + "**"));
    part.obstacles().forEach(obstacle -> lines.add("- :no_entry: " + text(obstacle)));
    part.notes().forEach(note -> lines.add("- note: " + text(note)));
    if (part.changes().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| | what | setting | before | after |");
    lines.add("|---|---|---|---|---|");
    PlanText.seen(part).forEach(change -> rows(change, lines));
  }

  private static void rows(Change change, List<String> lines) {
    Edit edit = change.edit();
    String head = "| " + code(PlanText.sign(edit)) + " | " + code(change.thing()) + " | ";
    if (edit.isGone() || edit.differences().isEmpty()) {
      lines.add(head + "| | |");
      return;
    }
    for (Edit.Difference difference : edit.differences()) {
      lines.add(head + text(difference.setting()) + " | " + cell(difference.before()) + " | " + cell(difference.after()) + " |");
      head = "| | | ";
    }
  }

  private static String cell(@Nullable String value) {
    return value == null ? "" : code(value);
  }

  /** Names on AWS may hold anything: in a span of code nothing is markup but the end of it and of the cell. */
  private static String code(String value) {
    return "`" + ProblemReport.line(value).replace("`", "'").replace("|", "\\|") + "`";
  }

  private static String text(String value) {
    return ProblemReport.line(value).replaceAll("([\\\\`*_{}\\[\\]<>|])", "\\\\$1");
  }
}
