package io.sagescale.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule's own documentation: the wrong example breaks this rule alone, the right one breaks none. */
class RuleExamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Rule.class)
  void wrongExampleBreaksThisRuleAlone(Rule rule) {
    assertEquals(List.of(rule.code()), Checked.codes(folder, RuleExamples.of(rule).wrong()));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void findingHasASeverityAPlaceAndSentences(Rule rule) {
    for (Problem problem : Checked.problems(folder, RuleExamples.of(rule).wrong())) {
      assertEquals(rule.severity() == Severity.ERROR, problem.isError());
      assertTrue(problem.line() > 4 && problem.column() > 2, () -> "in the envelope: " + problem);
      assertTrue(Stream.of(problem.what(), problem.nextStep()).noneMatch(text -> text.isBlank() || text.endsWith(".")),
          problem::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void rightExampleBreaksNone(Rule rule) {
    assertEquals(List.of(), Checked.problems(folder, RuleExamples.of(rule).right()));
  }

  @ParameterizedTest
  @EnumSource(value = Rule.class, mode = EnumSource.Mode.EXCLUDE, names = "ALLOWED_FOR_NOTHING")
  void wrongExampleIsFineWhenTheRuleIsAllowed(Rule rule) {
    String allowed = RuleExamples.of(rule).wrong() + "  allow: [{rule: " + rule.code() + ", reason: on purpose}]\n";
    assertEquals(List.of(), Checked.problems(folder, allowed));
  }

  @Test
  void codesRunOnWithoutAGapAndTitlesAreTold() {
    TreeSet<String> titles = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      assertEquals("SG%03d".formatted(rule.ordinal() + 1), rule.code());
      assertTrue(titles.add(rule.title()), rule.title());
      assertTrue(!rule.title().endsWith(".") && rule.reason().endsWith(".") && rule.fix().endsWith("."), rule.code());
    }
    assertTrue(Rule.values().length >= 20);
  }
}
