package io.sagescale;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The run from which the build makes the start-up cache: several command lines in one process, separated by a lone comma,
 * their output dropped. What a command answers does not matter here, only which classes it needed, so nothing fails.
 */
final class StartupTraining {
  private StartupTraining() {}

  public static void main(String[] args) {
    try (var nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      for (List<String> line : lines(args)) {
        Main.run(nowhere, nowhere, line.toArray(String[]::new));
      }
    }
  }

  private static List<List<String>> lines(String... words) {
    var lines = new ArrayList<List<String>>();
    lines.add(new ArrayList<>());
    for (String word : words) {
      if (word.equals(",")) {
        lines.add(new ArrayList<>());
      } else {
        lines.getLast().add(word);
      }
    }
    return List.copyOf(lines);
  }
}
