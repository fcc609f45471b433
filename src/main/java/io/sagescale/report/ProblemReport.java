package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import io.sagescale.yaml.Documents;
import io.sagescale.yaml.Problem;
import java.util.Locale;

/** What is wrong with files, for people and for programs. */
public final class ProblemReport {
  static final String SCHEMA = "sagescale/validate/v1";

  private ProblemReport() {}

  /**
   * The problems in a format.
   *
   * @param version of the program
   * @param isStrict whether warnings fail too
   */
  public static String of(Documents documents, ProblemFormat format, Look look, String version, boolean isStrict) {
    return switch (format) {
      case TABLE -> text(documents, look);
      case JSON -> json(documents);
      case SARIF -> SarifReport.of(documents.problems(), version);
      case JUNIT -> JUnitReport.of(documents, isStrict);
      case GITHUB -> CiReport.github(documents.problems());
      case GITLAB -> CiReport.gitlab(documents.problems());
    };
  }

  /** One problem a line, and a last line that counts. */
  private static String text(Documents documents, Look look) {
    StringBuilder text = new StringBuilder();
    documents.problems().forEach(problem ->
        text.append(look.paint(problem.isError() ? Ink.BAD : Ink.NOTABLE, line(problem.toString()))).append('\n'));
    long errors = documents.problems().stream().filter(Problem::isError).count();
    long warnings = documents.problems().size() - errors;
    String counted = documents.problems().isEmpty() ? "no problems"
        : Words.counted(errors, "error", "errors") + ", " + Words.counted(warnings, "warning", "warnings");
    text.append(Words.counted(documents.policies().size(), "policy", "policies")).append(", ")
        .append(Words.counted(documents.scenarios().size(), "scenario", "scenarios")).append(": ")
        .append(look.paint(errors > 0 ? Ink.BAD : warnings > 0 ? Ink.NOTABLE : Ink.GOOD, counted)).append('\n');
    return text.toString();
  }

  /** A message on one line; characters that a terminal would act on become {@code ?}, as names of files may hold them. */
  public static String line(String message) {
    StringBuilder line = new StringBuilder(message.length());
    message.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return line.toString();
  }

  /** What is wrong and what to do about it, without the place. */
  static String sentences(Problem problem) {
    return line(problem.what() + ". " + problem.nextStep() + (problem.nextStep().endsWith("?") ? "" : "."));
  }

  /** The document {@value #SCHEMA}. */
  private static String json(Documents documents) {
    return RunReport.json(out -> {
      out.text("schema", SCHEMA);
      out.array("policies", documents.policies(), policy -> {
        out.text("name", policy.scaling().name());
        out.text("file", policy.file().toString());
        out.whole("line", policy.line());
      });
      out.array("scenarios", documents.scenarios(), scenario -> {
        out.text("name", scenario.name());
        out.text("file", scenario.file().toString());
        out.whole("line", scenario.line());
      });
      out.array("problems", documents.problems(), problem -> {
        out.text("file", problem.file());
        out.whole("line", problem.line());
        out.whole("column", problem.column());
        out.text("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        out.text("what", problem.what());
        out.text("nextStep", problem.nextStep());
        out.text("rule", problem.rule());
      });
    });
  }
}
