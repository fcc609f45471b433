package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.lint.Rule;
import io.sagescale.lint.RuleExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code validate} finds also stands before what is sent to AWS. */
class PlanRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply --yes"})
  void errorOfARuleIsToldBeforeAnythingIsAsked(String command) throws Exception {
    Files.writeString(folder.resolve("zero.yaml"), RuleExamples.of(Rule.ZERO_FOREVER).wrong());
    Answer answer = Session.in(folder).line(command + " zero.yaml --engine local");
    assertEquals(Exit.PROBLEMS, answer.exit());
    assertEquals("", answer.out());
    assertTrue(answer.err().contains("zero.yaml:5:48: error SG019: the component goes to 0 copies"), answer::toString);
    assertTrue(Files.notExists(folder.resolve(".sagescale")), "the engine was asked");
  }

  @Test
  void warningOfARuleIsToldAndPlanned() throws Exception {
    Files.writeString(folder.resolve("slow.yaml"), RuleExamples.of(Rule.SLOW_METRIC).wrong());
    Answer answer = Session.in(folder).line("plan slow.yaml --engine local");
    assertEquals(Exit.DONE, answer.exit(), answer::toString);
    assertTrue(answer.err().contains("slow.yaml:8:23: warning SG003: "), answer::toString);
    assertTrue(!answer.out().isBlank());
  }
}
