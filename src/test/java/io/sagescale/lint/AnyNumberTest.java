package io.sagescale.lint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples with other numbers in them, seeded: rules find what they find, at a place in the file, and never throw. */
class AnyNumberTest {
  private static final int SEEDS = 16;
  private static final Pattern NUMBER = Pattern.compile("(?<= )\\d+(\\.\\d+)?(?=[,}s\\n])");
  private static final String[] OTHERS =
      {"0", "1", "2", "3", "5", "7", "10", "20", "60", "90", "300", "0.5", "100", "3600", "100000", "1000000000"};

  @TempDir Path folder;

  @Test
  void rulesTakeAnyNumbers() {
    TreeSet<String> found = new TreeSet<>();
    int files = 0;
    for (Rule rule : Rule.values()) {
      RuleExamples examples = RuleExamples.of(rule);
      for (String example : List.of(examples.wrong(), examples.right())) {
        for (int seed = 0; seed < SEEDS; seed++) {
          String text = withOtherNumbers(example, new Random(seed));
          List<Problem> problems = assertDoesNotThrow(() -> Checked.problems(folder, text), text);
          problems.forEach(problem -> assertTrue(problem.line() >= 1 && problem.line() <= text.lines().count(), text));
          problems.stream().map(problem -> String.valueOf(problem.rule())).forEach(found::add);
          files++;
        }
      }
    }
    assertTrue(files >= 1000, () -> "only a few files");
    assertTrue(found.size() > 20, () -> "only " + found);
  }

  private static String withOtherNumbers(String text, Random random) {
    return NUMBER.matcher(text).replaceAll(match ->
        random.nextInt(3) == 0 ? OTHERS[random.nextInt(OTHERS.length)] : match.group());
  }
}
