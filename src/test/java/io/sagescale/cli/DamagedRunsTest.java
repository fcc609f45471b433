package io.sagescale.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.cli.Session.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipped policies, scenarios and traffic, cut to their first minutes and damaged: each runs or is refused, and soon. */
class DamagedRunsTest {
  private static final int SEEDS = 240;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final String[] NUMBERS =
      {"0", "-1", "99", "1e9", "9999", "0.001", "1000000", ".nan", "1d", "7777777777", "1ms", "366d", "1e308", "007"};

  @TempDir Path folder;

  @BeforeEach
  void copyShipped() throws IOException {
    for (Path file : shipped()) {
      Path copy = folder.resolve(Path.of("policies").relativize(file));
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, shortened(file));
    }
  }

  @Test
  void eachRunsOrIsRefusedAndSoon() throws IOException {
    List<Path> files = shipped();
    int done = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path file = folder.resolve(Path.of("policies").relativize(files.get(seed % files.size())));
      byte[] sound = Files.readAllBytes(file);
      Files.write(file, damaged(new String(sound, ISO_8859_1), new Random(seed)).getBytes(ISO_8859_1));
      String line = lineThatReads(file);
      String about = "seed " + seed + ", " + line;
      Answer answer = assertTimeoutPreemptively(PATIENCE, () -> Session.in(folder).line(line), about);
      Files.write(file, sound);
      assertTrue(answer.exit() == Exit.DONE || answer.exit() == Exit.PROBLEMS, () -> about + answer);
      assertTrue(answer.err().lines().allMatch(said -> said.matches(".+:[0-9]+:[0-9]+: (error|warning): .+")), () -> about + answer);
      if (answer.exit() == Exit.PROBLEMS) {
        assertEquals("", answer.out(), about);
      } else {
        done++;
      }
    }
    assertTrue(done > SEEDS / 6 && done < SEEDS * 5 / 6, "done " + done);
  }

  private String lineThatReads(Path file) {
    String name = folder.relativize(file).toString();
    if (name.startsWith("scenarios")) {
      return "simulate llama3-8b-concurrency.yaml -o json --scenario " + name;
    }
    if (name.startsWith("traces")) {
      return "simulate -o json " + (name.contains("code") ? "llama3-8b-step.yaml" : "llama3-8b-concurrency.yaml");
    }
    return "simulate -o json " + name;
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("policies"))) {
      return tree.filter(file -> file.toString().matches(".*\\.(yaml|csv)")).sorted().toList();
    }
  }

  /** Scenarios of five minutes, and no more rates than those. */
  private static String shortened(Path file) throws IOException {
    String text = Files.readString(file);
    return file.toString().endsWith(".yaml")
        ? text.replaceAll("(?m)^  duration: .*\n", "").replaceFirst("(?m)^  seed: ", "  duration: 5m\n  seed: ")
        : text.lines().limit(300).collect(java.util.stream.Collectors.joining("\n", "", "\n"));
  }

  private static String damaged(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(text.length());
    int line = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0 -> {
        return text.substring(0, at);
      }
      case 1 -> {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1 << random.nextInt(8)) + text.substring(at + 1);
      }
      case 2 -> {
        return text.substring(0, at) + (char) random.nextInt(256) + (char) random.nextInt(256) + text.substring(at);
      }
      case 3 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 4 -> lines.add(line, lines.get(line));
      case 5 -> lines.remove(line);
      default -> {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        return text.substring(0, number.start()) + NUMBERS[random.nextInt(NUMBERS.length)] + text.substring(number.end());
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
