package io.sagescale.cli;

import io.sagescale.awscli.AwsService;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion scripts, made from the commands themselves. */
final class Completions {
  /** The whole command tree, which nothing but completion needs. */
  @Command(name = "sagescale")
  private static final class Root {}

  private Completions() {}

  static String bash(Surroundings around) {
    return AutoComplete.bash("sagescale", tree(around));
  }

  /**
   * The bash script, which starts zsh's own emulation by itself. What it takes {@code compopt} for does not reach functions
   * that zsh loads from a folder, and zsh needs nothing of it.
   */
  static String zsh(Surroundings around) {
    return "#compdef sagescale\n" + bash(around).replace("alias compopt=complete", "function compopt() { :; }");
  }

  static String fish(Surroundings around) {
    StringBuilder script = new StringBuilder("# fish completion for sagescale\ncomplete -c sagescale -f\n");
    String isFirst = "not " + seen(Commands.names());
    Commands.ALL.forEach(entry -> script.append(fishWord(isFirst, entry.name(), entry.summary())));
    Nouns.ALL.stream().filter(noun -> noun.length() == 1)
        .forEach(noun -> script.append(fishWord(isFirst, noun.name(), noun.summary())));
    AwsService.words().forEach(word -> script.append(fishWord(isFirst, word, "as aws has it")));
    tree(around).getSubcommands().forEach((name, command) -> {
      Optional<Commands.Noun> noun = Nouns.named(name);
      if (noun.isEmpty()) {
        script.append(fishOptions(seen(List.of(name)), command));
      } else {
        script.append(fishNoun(seen(List.of(name)), noun.get(), command));
      }
    });
    return script.toString();
  }

  private static String fishNoun(String isNoun, Commands.Noun noun, CommandLine command) {
    StringBuilder script = new StringBuilder();
    String isOpen = isNoun + "; and not " + seen(Nouns.next(noun));
    noun.verbs().forEach(verb -> script.append(fishWord(isOpen, verb.name(), verb.summary())));
    command.getSubcommands().forEach((word, line) -> {
      String isWord = isNoun + "; and " + seen(List.of(word));
      Optional<Commands.Noun> inner = Nouns.named(noun.name() + " " + word);
      script.append(inner.isPresent() ? fishWord(isOpen, word, inner.get().summary()) + fishNoun(isWord, inner.get(), line)
          : fishOptions(isWord, line));
    });
    return script.toString();
  }

  private static String seen(List<String> words) {
    return "__fish_seen_subcommand_from " + String.join(" ", words);
  }

  private static String fishWord(String when, String word, String summary) {
    return "complete -c sagescale -n \"" + when + "\" -a " + word + " -d '" + escaped(summary) + "'\n";
  }

  private static String fishOptions(String when, CommandLine command) {
    StringBuilder script = new StringBuilder();
    String condition = "complete -c sagescale -n \"" + when + "\"";
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        script.append(condition).append(option(option)).append('\n');
      }
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      script.append(condition).append(parameter.completionCandidates() != null
          ? " -a '" + words(parameter.completionCandidates()) + "'"
          : parameter.auxiliaryTypes()[0].equals(Path.class) ? " -F" : " -x").append('\n');
    }
    return script.toString();
  }

  private static CommandLine tree(Surroundings around) {
    CommandLine root = new CommandLine(new Root());
    Commands.ALL.forEach(entry -> root.addSubcommand(entry.name(), entry.maker().apply(around)));
    Map<String, CommandLine> nouns = new LinkedHashMap<>();
    for (Commands.Noun noun : Nouns.ALL) {
      CommandLine verbs = new CommandLine(new Root());
      noun.verbs().forEach(verb -> verbs.addSubcommand(verb.name(), verb.maker().apply(around)));
      int last = noun.name().lastIndexOf(' ');
      CommandLine outer = last < 0 ? root : nouns.getOrDefault(noun.name().substring(0, last), root);
      outer.addSubcommand(noun.name().substring(last + 1), verbs);
      nouns.put(noun.name(), verbs);
    }
    AwsService.words().forEach(word -> root.addSubcommand(word, new CommandLine(new Root())));
    return root;
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      text.append(option.completionCandidates() != null ? " -x -a '" + words(option.completionCandidates()) + "'"
          : option.type().equals(Path.class) ? " -r -F" : " -x");
    }
    String description = String.join(" ", List.of(option.description()));
    return text.append(" -d '").append(escaped(description.replaceAll("[.;$].*", ""))).append('\'').toString();
  }

  private static String words(Iterable<String> candidates) {
    return String.join(" ", candidates);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
