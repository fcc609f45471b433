package io.sagescale.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands there are, in the order in which help lists them. Only the one that is asked for is built. */
final class Commands {
  /** A command: its word, a line about it, and how it is built. */
  record Entry(String name, String summary, Function<Surroundings, Task> maker) {}

  static final List<Entry> ALL = List.of(
      new Entry("simulate", "run policies on traffic in virtual time, and see what comes of it",
          SimulateCommand::new),
      new Entry("validate", "check policy and scenario files", ValidateCommand::new),
      new Entry("plan", "show what apply would change on AWS, and what that means", PlanCommand::new),
      new Entry("apply", "make AWS what the files say", ApplyCommand::new),
      new Entry("drift", "tell how AWS differs from the files", DriftCommand::new),
      new Entry("destroy", "take away what apply made", DestroyCommand::new),
      new Entry("schema", "print the JSON Schema of a kind of file or result", SchemaCommand::new),
      new Entry("completion", "print the completion script of a shell", CompletionCommand::new),
      new Entry("version", "print the version", VersionCommand::new));

  /** A kind of thing on AWS, with what can be done to it. */
  record Noun(String name, String summary, List<Entry> verbs) {
    /** How many words its name has. */
    int length() {
      return name.split(" ").length;
    }

    boolean isBeginOf(List<String> words) {
      return words.size() >= length() && String.join(" ", words.subList(0, length())).equals(name);
    }

    List<String> words() {
      return verbs.stream().map(Entry::name).toList();
    }

    Optional<Entry> verb(String word) {
      return verbs.stream().filter(entry -> entry.name().equals(word)).findFirst();
    }
  }

  private Commands() {}

  /** Every first word. */
  static List<String> names() {
    return Stream.concat(ALL.stream().map(Entry::name), Nouns.ALL.stream().map(Noun::name).filter(name -> !name.contains(" "))).toList();
  }

  static Optional<Entry> named(String name) {
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
