package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import io.sagescale.report.Golden;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NounHelpTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

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

  /** Those of an engine need one that runs: {@link EngineCommandsTest}. */
  static List<String> commandsOfClients() {
    return commands().stream().filter(command -> !command.startsWith("engine ")).toList();
  }

  /** On AWS without anything on it, so that what is looked for may be missing. */
  @ParameterizedTest
  @MethodSource("commandsOfClients")
  void theExamplesOfItsHelpRun(String command) {
    List<String> examples = examples(Session.anywhere().line(command + " --help").out());
    assertFalse(examples.isEmpty(), command);
    for (String example : examples) {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(example);
      while (matcher.find()) {
        words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
      }
      Answer answer = Session.anywhere().at(Instant.parse("2026-01-02T03:04:05Z")).talking(FakeClients.empty())
          .run(words.subList(1, words.size()).toArray(String[]::new));
      boolean isMissing = answer.exit() == Exit.REFUSED && answer.err().contains("See: sagescale")
          || answer.err().contains("is not registered");
      boolean isWaiting = example.contains("--wait") && answer.exit() == Exit.TIMED_OUT;
      assertTrue(answer.exit() == Exit.DONE || isMissing || isWaiting, example + "\n" + answer);
    }
  }

  private static List<String> examples(String help) {
    String examples = help.substring(help.indexOf("\nExamples\n")).replace("\\\n", " ");
    return examples.lines().map(String::strip).filter(line -> line.startsWith("sagescale ")).toList();
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
