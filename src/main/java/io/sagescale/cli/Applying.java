package io.sagescale.cli;

import io.sagescale.plan.Plan;
import io.sagescale.plan.PlanRunner;
import io.sagescale.report.Look;
import io.sagescale.report.PlanReport;
import java.util.List;

/** A plan that is shown, agreed to, and carried out, with every change told as it ends. */
final class Applying {
  private final Surroundings around;
  private final CommonOptions common;

  Applying(Surroundings around, CommonOptions common) {
    this.around = around;
    this.common = common;
  }

  /**
   * The exit code.
   *
   * @param wayOut what to do about things that are not from the files
   */
  int run(Plan plan, Planning planning, Clients clients, Sure sure, String question, String wayOut) {
    Look look = common.look(around);
    around.showPeople(PlanReport.text(plan, look));
    if (plan.isBlocked()) {
      throw Refusal.failed("what is there is not from these files, and nothing was changed", wayOut);
    }
    if (plan.isClean()) {
      return Exit.DONE;
    }
    sure.ask(around, question, "");
    List<PlanRunner.Result> results = planning.each(plan.parts(), part ->
            PlanRunner.run(part, clients, result -> around.showPeople(PlanReport.line(result, look) + "\n")))
        .stream().flatMap(List::stream).toList();
    return told(results);
  }

  private int told(List<PlanRunner.Result> results) {
    long done = results.stream().filter(PlanRunner.Result::isDone).count();
    if (done == results.size()) {
      return Exit.DONE;
    }
    throw Refusal.failed(done + " of " + results.size() + " calls are done; the others are listed above",
        "Run the same command again: it goes on from what is there");
  }
}
