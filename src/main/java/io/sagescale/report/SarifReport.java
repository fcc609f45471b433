package io.sagescale.report;

import io.sagescale.lint.Rule;
import io.sagescale.lint.Severity;
import io.sagescale.yaml.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Problems as a SARIF log. Source: OASIS, Static Analysis Results Interchange Format 2.1.0. */
final class SarifReport {
  /** What SARIF calls the rule that a file can be read. Source: our choice, because code scanning shows no result without a rule. */
  static final String UNREADABLE = "file";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  static String of(List<Problem> problems, String version) {
    return RunReport.json(out -> {
      out.text("$schema", SCHEMA);
      out.text("version", "2.1.0");
      out.array("runs", List.of(problems), run -> {
        out.object("tool", () -> out.object("driver", () -> {
          out.text("name", "sagescale");
          out.text("version", version);
          rules(out);
        }));
        out.text("columnKind", "unicodeCodePoints");
        out.array("results", run, problem -> result(out, problem));
      });
    });
  }

  private static void rules(Fields out) throws IOException {
    out.array("rules", List.of(Rule.values()), rule -> {
      out.text("id", rule.code());
      out.object("shortDescription", () -> out.text("text", rule.title()));
      out.object("fullDescription", () -> out.text("text", rule.reason()));
      if (rule.source().startsWith("https:")) {
        out.text("helpUri", rule.source());
      }
      out.object("help", () -> out.text("text", rule.fix() + " Try: sagescale validate --explain " + rule.code()));
      out.object("defaultConfiguration", () -> out.text("level", rule.severity() == Severity.ERROR ? "error" : "warning"));
    });
  }

  private static void result(Fields out, Problem problem) throws IOException {
    out.text("ruleId", problem.rule() == null ? UNREADABLE : problem.rule());
    out.text("level", problem.isError() ? "error" : "warning");
    out.object("message", () -> out.text("text", ProblemReport.sentences(problem)));
    out.array("locations", List.of(problem), at -> out.object("physicalLocation", () -> {
      out.object("artifactLocation", () -> out.text("uri", uri(at.file())));
      out.object("region", () -> {
        out.whole("startLine", at.line());
        out.whole("startColumn", at.column());
      });
    }));
  }

  /** Relative as people name the file, so that a forge finds it in the repository. */
  private static String uri(String file) {
    Path path = Path.of(file);
    if (path.isAbsolute()) {
      return path.toUri().toString();
    }
    try {
      return new URI(null, null, "./" + path.normalize().toString().replace('\\', '/'), null).toASCIIString().substring(2);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no URI for " + file, e);
    }
  }
}
