package io.sagescale.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.bench.DetectionPhases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what the commands print. {@code -Dgolden=write} writes the outputs anew, to be read before they
 * are committed.
 */
final class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PHASES = Pattern.compile("\\| model \\| policy \\| least .*?\n\n", Pattern.DOTALL);
  private static final Pattern LOOP = Pattern.compile("\\$ for i in ([0-9 ]+); do (.*); done");
  private static final String COLUMNS = "96";
  private static final Instant STORY = Instant.parse("2026-11-24T21:30:00Z");

  @TempDir private static Path state;

  @Test
  void everyConsoleBlockIsWhatItsCommandsPrint() throws IOException {
    String text = Files.readString(README);
    List<String> blocks = new ArrayList<>();
    Matcher matcher = CONSOLE.matcher(text);
    String written = matcher.replaceAll(match -> {
      blocks.add(match.group(1));
      return Matcher.quoteReplacement("```console\n" + printed(match.group(1)) + "```");
    });
    assertTrue(!blocks.isEmpty(), "the README has no console block");
    settle(text, written);
  }

  @Test
  void theTableOfDetectionTimesIsWhatItsProgramPrints() throws IOException {
    String text = Files.readString(README);
    Matcher matcher = PHASES.matcher(text);
    assertTrue(matcher.find(), "the README has no table of detection times");
    settle(text, matcher.replaceFirst(Matcher.quoteReplacement(DetectionPhases.table() + "\n")));
  }

  /** The commands of a block, each with what it prints now. */
  private static String printed(String block) {
    return block.startsWith("$ export SAGESCALE_ENGINE=local\n") ? story(block) : each(block);
  }

  /** Commands on one local engine, a second after each other, and as much later as they {@code sleep}. */
  private static String story(String block) {
    StringBuilder result = new StringBuilder();
    try (LivingEngine engine = new LivingEngine(STORY)) {
      for (String line : block.lines().filter(l -> l.startsWith("$ ")).toList()) {
        result.append(line).append('\n');
        Matcher loop = LOOP.matcher(line);
        int times = loop.matches() ? loop.group(1).split(" ").length : 1;
        List<String> commands = List.of((loop.matches() ? loop.group(2) : line.substring("$ ".length())).split("; "));
        for (int i = 0; i < times; i++) {
          commands.forEach(command -> result.append(said(command, engine)));
        }
      }
    }
    return result.toString();
  }

  private static String said(String command, LivingEngine engine) {
    if (command.startsWith("sleep ")) {
      engine.pause(Duration.ofSeconds(Long.parseLong(command.substring("sleep ".length()))));
      return "";
    }
    if (!command.startsWith("sagescale ")) {
      return "";
    }
    Session.Answer answer = Session.in(state).living(engine).with("COLUMNS", COLUMNS).line(command.substring("sagescale ".length()));
    assertEquals(0, answer.exit(), answer.err());
    engine.pause(Duration.ofSeconds(1));
    return answer.err() + answer.out().replaceAll("(?m)[ ]+$", "");
  }

  private static String each(String block) {
    StringBuilder result = new StringBuilder();
    for (String line : block.lines().filter(l -> l.startsWith("$ sagescale ")).toList()) {
      Session.Answer answer = Session.anywhere().with("COLUMNS", COLUMNS).line(line.substring("$ sagescale ".length()));
      assertEquals(0, answer.exit(), answer.err());
      result.append(line).append('\n').append(answer.out().replaceAll("(?m)[ ]+$", ""));
    }
    return result.toString();
  }

  private static void settle(String text, String written) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(README, written);
    } else {
      assertEquals(written, text);
    }
  }
}
