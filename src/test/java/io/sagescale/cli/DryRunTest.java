package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.awscli.AwsLine;
import io.sagescale.awscli.AwsOperation;
import io.sagescale.awscli.AwsQuestion;
import io.sagescale.report.AwsText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that a command would make, as commands of {@code aws}: read in aws's own words they are the same requests. */
class DryRunTest {
  static List<List<String>> examples() {
    return DryRuns.examples();
  }

  @Test
  void everyNounThatChangesSomethingHasExamples() {
    assertEquals(List.of("alarm", "metric", "policy", "schedule", "target"),
        DryRuns.examples().stream().map(List::getFirst).filter(noun -> !noun.equals("endpoint")).distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsPrintedReadsBackAsTheSameRequests(List<String> example) {
    String commands = DryRuns.print(example, "aws").out();
    StringBuilder requests = new StringBuilder();
    commands.lines().forEach(line -> requests.append(AwsText.json(request(line))));
    assertTrue(!commands.isEmpty(), example.toString());
    assertEquals(DryRuns.print(example, "json").out(), requests.toString());
  }

  private static Object request(String command) {
    List<String> words = DryRuns.words(command);
    assertEquals("aws", words.getFirst());
    AwsLine line = AwsLine.parse(words.subList(1, words.size()));
    AwsOperation operation = Objects.requireNonNull(line.operation());
    return AwsQuestion.of(line, operation, path -> path).request();
  }

  /** A quote inside of a value goes through the shell, and through both readers. */
  @Test
  void quotesSurvive() {
    List<String> example = List.of("alarm", "set-state", "it's", "ALARM", "--reason", "a \"b\" 'c' \\d");
    String command = DryRuns.print(example, "aws").out().strip();
    assertEquals(DryRuns.print(example, "json").out(), AwsText.json(request(command)));
    assertTrue(command.contains("'\\''"), command);
  }
}
