package io.sagescale.yaml;

import io.sagescale.lint.Finding;
import io.sagescale.lint.Severity;
import io.sagescale.yaml.Positions.Position;
import java.util.ArrayList;
import java.util.List;

/** The problems found so far in one file, in the order of finding; past the bound they are only counted. */
final class Problems {
  /** Source: our choice, because a page of problems is enough to work on. */
  static final int MOST_SHOWN = 100;

  /** Longest piece of a file that a problem quotes. */
  private static final int MOST_QUOTED = 60;

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private int errors;
  private int hidden;
  private boolean isErrorHidden;

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void error(Node at, String what, String nextStep) {
    error(at.line(), at.column(), what, nextStep);
  }

  void error(int line, int column, String what, String nextStep) {
    errors++;
    add(new Problem(file, line, column, Problem.Severity.ERROR, what, nextStep));
  }

  void warning(Node at, String what, String nextStep) {
    add(new Problem(file, at.line(), at.column(), Problem.Severity.WARNING, what, nextStep));
  }

  /** What a rule found; breaking a rule does not keep a file from being read. */
  void finding(Position at, Finding finding) {
    boolean isError = finding.rule().severity() == Severity.ERROR;
    add(new Problem(file, at.line(), at.column(), isError ? Problem.Severity.ERROR : Problem.Severity.WARNING,
        finding.message(), finding.fix(), finding.rule().code()));
  }

  /** Errors so far, shown or not; a reader compares two values to learn whether its own part was sound. */
  int errors() {
    return errors;
  }

  /** In the order of the file. */
  List<Problem> list() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(java.util.Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    if (hidden > 0) {
      sorted.add(new Problem(file, 1, 1, isErrorHidden ? Problem.Severity.ERROR : Problem.Severity.WARNING, hidden + " more problems are not shown",
          "Mend the ones above first"));
    }
    return sorted;
  }

  private void add(Problem problem) {
    if (found.size() < MOST_SHOWN) {
      found.add(problem);
    } else {
      hidden++;
      isErrorHidden |= problem.isError();
    }
  }

  /** A piece of the file in quotes, on one line, cut to a bound; characters a terminal would act on become {@code ?}. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().limit(MOST_QUOTED).forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    if (text.codePointCount(0, text.length()) > MOST_QUOTED) {
      out.append("...");
    }
    return out.append('"').toString();
  }
}
