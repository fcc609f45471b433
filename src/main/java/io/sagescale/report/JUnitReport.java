package io.sagescale.report;

import io.sagescale.yaml.Documents;
import io.sagescale.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Problems as JUnit's XML: one test case for each file, failed by its errors; warnings are the case's output.
 *
 * <p>Source: the shape that Jenkins, GitLab and GitHub's actions read; there is no schema of JUnit's own.
 */
final class JUnitReport {
  private JUnitReport() {}

  /** @param isStrict whether warnings fail too */
  static String of(Documents documents, boolean isStrict) {
    Map<String, List<Problem>> files = new TreeMap<>();
    documents.policies().forEach(policy -> files.putIfAbsent(policy.file().toString(), new ArrayList<>()));
    documents.scenarios().forEach(scenario -> files.putIfAbsent(scenario.file().toString(), new ArrayList<>()));
    documents.problems().forEach(problem -> files.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(problem));
    long failed = files.values().stream().filter(problems -> problems.stream().anyMatch(p -> fails(p, isStrict))).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites>\n  <testsuite name=\"sagescale validate\" tests=\"").append(files.size())
        .append("\" failures=\"").append(failed).append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
    files.forEach((file, problems) -> file(xml, file, problems, isStrict));
    return xml.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static boolean fails(Problem problem, boolean isStrict) {
    return isStrict || problem.isError();
  }

  private static void file(StringBuilder xml, String file, List<Problem> problems, boolean isStrict) {
    xml.append("    <testcase classname=\"validate\" name=\"").append(escaped(file)).append("\" time=\"0\">\n");
    List<Problem> failing = problems.stream().filter(problem -> fails(problem, isStrict)).toList();
    if (!failing.isEmpty()) {
      xml.append("      <failure type=\"problem\" message=\"").append(escaped(failing.getFirst().what())).append("\">")
          .append(lines(failing)).append("</failure>\n");
    }
    List<Problem> others = problems.stream().filter(problem -> !fails(problem, isStrict)).toList();
    if (!others.isEmpty()) {
      xml.append("      <system-out>").append(lines(others)).append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  private static String lines(List<Problem> problems) {
    return escaped(String.join("\n", problems.stream().map(Problem::toString).toList()));
  }

  /** Characters that XML cannot hold become {@code ?}. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append("&#10;");
        default -> out.appendCodePoint(c < 0x20 || c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE
            ? '?' : c);
      }
    });
    return out.toString();
  }
}
