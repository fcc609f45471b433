package io.sagescale.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sagescale.yaml.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Problems as CI services show them beside the lines of a change. */
final class CiReport {
  private CiReport() {}

  /** Source: GitHub, workflow commands: {@code ::error file=...,line=...,col=...,title=...::message}, some characters escaped. */
  static String github(List<Problem> problems) {
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems) {
      lines.append(problem.isError() ? "::error" : "::warning").append(" file=").append(property(problem.file()))
          .append(",line=").append(problem.line()).append(",col=").append(problem.column())
          .append(",title=").append(property(problem.rule() == null ? "sagescale" : "sagescale " + problem.rule()))
          .append("::").append(escaped(ProblemReport.sentences(problem))).append('\n');
    }
    return lines.toString();
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Source: GitLab, code quality report: an array, each with a fingerprint that is its own and stays when lines move. */
  static String gitlab(List<Problem> problems) {
    StringWriter text = new StringWriter();
    TreeMap<String, Integer> seen = new TreeMap<>();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      out.writeStartArray();
      for (Problem problem : problems) {
        out.writeStartObject();
        quality(new Fields(out), problem, seen);
        out.writeEndObject();
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void quality(Fields out, Problem problem, TreeMap<String, Integer> seen) throws IOException {
    String about = problem.file() + "\n" + problem.rule() + "\n" + problem.what();
    int times = seen.merge(about, 1, Integer::sum);
    out.text("description", ProblemReport.sentences(problem));
    out.text("check_name", problem.rule() == null ? SarifReport.UNREADABLE : problem.rule());
    out.text("fingerprint", UUID.nameUUIDFromBytes((about + "\n" + times).getBytes(UTF_8)).toString());
    out.text("severity", problem.isError() ? "major" : "minor");
    out.object("location", () -> {
      out.text("path", problem.file());
      out.object("lines", () -> out.whole("begin", problem.line()));
    });
  }
}
