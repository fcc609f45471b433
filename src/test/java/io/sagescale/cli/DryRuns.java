package io.sagescale.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The examples in the help of every command that can print its calls instead of making them. */
final class DryRuns {
  private DryRuns() {}

  /** Each example's words, without the program's name and without options on output. */
  static List<List<String>> examples() {
    List<List<String>> examples = new ArrayList<>();
    for (Commands.Noun noun : Nouns.ALL) {
      for (String verb : noun.words()) {
        String help = Session.anywhere().run(noun.name(), verb, "--help").out();
        if (help.contains("--dry-run")) {
          help.substring(help.indexOf("\nExamples\n")).replace("\\\n", " ").lines().map(String::strip)
              .filter(line -> line.startsWith("sagescale ")).map(DryRuns::exampleWords).forEach(examples::add);
        }
      }
    }
    return examples;
  }

  private static List<String> exampleWords(String line) {
    List<String> words = new ArrayList<>(words(line).subList(1, words(line).size()));
    words.remove("--dry-run");
    int output = words.indexOf("-o");
    if (output >= 0) {
      words.subList(output, output + 2).clear();
    }
    return words;
  }

  /** What an example prints of its calls. */
  static Session.Answer print(List<String> example, String format) {
    List<String> words = new ArrayList<>(example);
    words.addAll(List.of("--dry-run", "-o", format));
    return Session.anywhere().at(Instant.parse("2026-01-02T03:04:05Z")).talking(FakeClients.empty()).run(words.toArray(String[]::new));
  }

  /** A line apart as a POSIX shell does it, as far as single quotes and backslashes outside them go. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        isQuoted = !isQuoted;
      } else if (c == ' ' && !isQuoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c == '\\' && !isQuoted ? line.charAt(++i) : c);
      }
    }
    words.add(word.toString());
    words.removeIf(String::isEmpty);
    return words;
  }
}
