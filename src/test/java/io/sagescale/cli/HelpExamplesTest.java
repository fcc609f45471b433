package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sagescale.cli.Session.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the nouns' help runs on the engine inside the process, one after another in one folder, in an order in which
 * things are made before they are shown, and shown before they are deleted. Those of {@code engine} need one that runs:
 * {@link EngineCommandsTest}.
 */
class HelpExamplesTest {
  /** Long enough for an endpoint to be created or changed. */
  private static final Duration BETWEEN = Duration.ofMinutes(20);

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Commands before all others, and after; the rest stands between them as help lists it. */
  private static final List<String> FIRST = List.of("target register", "endpoint create", "endpoint component create",
      "policy track", "policy step", "schedule put", "alarm put", "metric put", "target suspend", "target resume");

  private static final List<String> LAST = List.of("endpoint component delete", "alarm delete", "schedule delete",
      "policy delete", "target deregister", "endpoint delete");

  /** What an example needs that no other example makes, by the command. */
  private static final Map<String, List<String>> BEFORE = Map.of(
      "target register", List.of("target register component:llama3-8b --min 1 --max 8"),
      "endpoint update", List.of("endpoint create llama3-8b-v2 --instance-type ml.g5.2xlarge --image IMAGE "
          + "--role arn:aws:iam::123456789012:role/sagemaker"),
      "alarm show", List.of("alarm put burst-alarm llama3-8b/AllTraffic --at-least 0 --metric ConcurrentRequestsPerModel"));

  @TempDir private Path folder;

  private final LivingEngine engine = new LivingEngine(Instant.parse("2026-01-02T03:04:05Z"));

  @AfterEach
  void close() {
    engine.close();
  }

  private Answer run(String example) {
    engine.pause(BETWEEN);
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(example);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return Session.in(folder).living(engine).run(words.toArray(String[]::new));
  }

  private static List<String> examples(String command) {
    String help = Session.anywhere().line(command + " --help").out();
    String examples = help.substring(help.indexOf("\nExamples\n")).replace("\\\n", " ");
    return examples.lines().map(String::strip).filter(line -> line.startsWith("sagescale "))
        .map(line -> line.substring("sagescale ".length())).toList();
  }

  private static List<String> commandsInOrder() {
    List<String> all = Nouns.ALL.stream().filter(noun -> !noun.name().equals("engine"))
        .flatMap(noun -> noun.words().stream().map(verb -> noun.name() + " " + verb)).toList();
    List<String> ordered = new ArrayList<>(FIRST);
    all.stream().filter(command -> !FIRST.contains(command) && !LAST.contains(command)).forEach(ordered::add);
    ordered.addAll(LAST);
    assertEquals(all.size(), ordered.size());
    return ordered;
  }

  @Test
  void everyExampleRunsOnAFreshEngine() {
    Map<String, String> failed = new LinkedHashMap<>();
    for (String command : commandsInOrder()) {
      BEFORE.getOrDefault(command, List.of()).forEach(line -> assertEquals(Exit.DONE, run(line).exit(), line));
      List<String> examples = examples(command);
      assertFalse(examples.isEmpty(), command);
      for (String example : examples) {
        Answer answer = run(example);
        if (answer.exit() != Exit.DONE || answer.err().contains("\tat ")) {
          failed.put(example, answer.exit() + " " + answer.err());
        }
      }
    }
    assertEquals(Map.of(), failed);
  }
}
