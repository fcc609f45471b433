package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.report.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NounHelpTest {
  static List<String> commands() {
    return Nouns.ALL.stream().flatMap(noun -> noun.words().stream().map(verb -> noun.name() + " " + verb)).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpThatFitsEightyColumns(String command) {
    Answer answer = Session.anywhere().line(command + " --help");
    assertEquals(Exit.DONE, answer.exit());
    assertEquals(answer, Session.anywhere().line("help " + command));
    assertTrue(answer.out().contains("Usage: sagescale " + command), answer.out());
    answer.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void aNounListsItsVerbs() {
    Answer answer = Session.anywhere().line("alarm --help");
    assertEquals(Exit.DONE, answer.exit());
    Golden.check("cli/help-alarm.txt", answer.out());
    assertEquals(answer, Session.anywhere().line("help alarm"));
    assertEquals(new Answer(Exit.USAGE, "", answer.out()), Session.anywhere().line("alarm"));
  }
}
