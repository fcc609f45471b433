package io.sagescale.cli;

import io.sagescale.plan.Plan;
import io.sagescale.report.Look;
import io.sagescale.report.PlanReport;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** {@code --output} of commands that answer with a plan. */
final class PlanOutput {
  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "text",
      converter = PlanFormatWord.class, completionCandidates = PlanFormatWord.All.class,
      description = "One of ${COMPLETION-CANDIDATES}; markdown is for a comment on a pull request.")
  private PlanFormat format = PlanFormat.TEXT;

  /** @param text how people are told */
  void show(Surroundings around, Plan plan, Look look, BiFunction<Plan, Look, String> text) {
    switch (format) {
      case TEXT -> around.showPeople(text.apply(plan, look));
      case JSON -> around.showPrograms(PlanReport.json(plan));
      case MARKDOWN -> around.showPrograms(PlanReport.markdown(plan));
    }
  }
}
