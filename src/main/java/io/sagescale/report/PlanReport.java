package io.sagescale.report;

import io.sagescale.plan.Plan;
import io.sagescale.plan.PlanRunner;
import java.util.List;

/** The door to the text of plans, of drift, and of what became of changes. It ends with the end of a line. */
public final class PlanReport {
  private PlanReport() {}

  public static String text(Plan plan, Look look) {
    return joined(PlanText.lines(plan, look));
  }

  /** The document {@value PlanFields#SCHEMA}. */
  public static String json(Plan plan) {
    return RunReport.json(fields -> new PlanFields(fields).write(plan));
  }

  /** For a comment on a pull request. */
  public static String markdown(Plan plan) {
    return joined(PlanMarkdown.lines(plan));
  }

  /** Differences in sentences. */
  public static String drift(Plan plan, Look look) {
    return joined(DriftText.lines(plan, look));
  }

  /** How many changes there are, as people count them. */
  public static int count(Plan plan) {
    return plan.parts().stream().mapToInt(part -> PlanText.seen(part).size()).sum();
  }

  /** One change and what became of it, on one line without its end. */
  public static String line(PlanRunner.Result result, Look look) {
    return ResultText.line(result, look);
  }

  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }
}
