package io.sagescale.cli;

import io.sagescale.plan.Plan;
import io.sagescale.plan.PlanRunner;
import io.sagescale.report.Look;
import io.sagescale.report.PlanReport;
import java.util.List;
import java.util.Locale;

/** A plan that is shown, agreed to, and carried out, with every change told as it ends. */
final class Applying {
  private final Surroundings around;
  private final CommonOptions common;

  Applying(Surroundings around, CommonOptions common) {
    this.around = around;
    this.common = common;
  }

  /** Where nobody can be asked, nothing is begun; called before anything is. */
  void refuseUnattended(String command, boolean isSure) {
    if (!isSure && !around.person().isThere()) {
      throw Refusal.usage(command + " asks before it changes anything, and nobody can be asked here",
          "Add --yes; what it would do shows: sagescale plan FILE");
    }
  }

  /**
   * The exit code.
   *
   * @param wayOut what to do about things that are not from the files
   */
  int run(Plan plan, Planning planning, Clients clients, boolean isSure, String question, String wayOut) {
    Look look = common.look(around);
    say(PlanReport.text(plan, look));
    if (plan.isBlocked()) {
      throw Refusal.failed("what is there is not from these files, and nothing was changed", wayOut);
    }
    if (plan.isClean()) {
      return Exit.DONE;
    }
    if (!isSure && !isAgreed(question)) {
      throw Refusal.failed("nothing was changed", "Answer yes to apply, or add --yes");
    }
    List<PlanRunner.Result> results = planning.each(plan.parts(), part ->
            PlanRunner.run(part, clients, result -> say(PlanReport.line(result, look) + "\n")))
        .stream().flatMap(List::stream).toList();
    return told(results);
  }

  private boolean isAgreed(String question) {
    String answer = around.person().answer(question + " [y/N] ");
    return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  private int told(List<PlanRunner.Result> results) {
    long done = results.stream().filter(PlanRunner.Result::isDone).count();
    if (done == results.size()) {
      return Exit.DONE;
    }
    throw Refusal.failed(done + " of " + results.size() + " calls are done; the others are listed above",
        "Run the same command again: it goes on from what is there");
  }

  private void say(String text) {
    around.out().writeBytes(text.getBytes(around.out().charset()));
    around.out().flush();
  }
}
