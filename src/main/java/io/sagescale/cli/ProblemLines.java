package io.sagescale.cli;

import io.sagescale.report.ProblemReport;
import io.sagescale.yaml.Problem;
import java.util.List;

/** Problems of files on stderr, one a line, for commands whose result is something else. */
final class ProblemLines {
  private ProblemLines() {}

  /** Prints what there is to print, warnings only when they are wanted; false when there is an error. */
  static boolean areHarmless(List<Problem> problems, Surroundings around, boolean isQuiet) {
    problems.stream().filter(problem -> problem.isError() || !isQuiet)
        .forEach(problem -> around.err().println(ProblemReport.line(problem.toString())));
    return problems.stream().noneMatch(Problem::isError);
  }
}
