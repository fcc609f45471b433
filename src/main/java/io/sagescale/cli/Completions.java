package io.sagescale.cli;

import java.util.List;
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

  /** The bash script; it starts zsh's own emulation by itself. */
  static String zsh(Surroundings around) {
    return "#compdef sagescale\n" + bash(around);
  }

  static String fish(Surroundings around) {
    StringBuilder script = new StringBuilder("# fish completion for sagescale\ncomplete -c sagescale -f\n");
    String names = String.join(" ", Commands.names());
    Commands.ALL.forEach(entry -> script.append("complete -c sagescale -n \"not __fish_seen_subcommand_from ")
        .append(names).append("\" -a ").append(entry.name()).append(" -d '").append(escaped(entry.summary())).append("'\n"));
    tree(around).getSubcommands().forEach((name, command) -> {
      String condition = "complete -c sagescale -n \"__fish_seen_subcommand_from " + name + "\"";
      CommandSpec spec = command.getCommandSpec();
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()) {
          script.append(condition).append(option(option)).append('\n');
        }
      }
      for (PositionalParamSpec parameter : spec.positionalParameters()) {
        script.append(condition).append(parameter.completionCandidates() == null
            ? " -F" : " -a '" + words(parameter.completionCandidates()) + "'").append('\n');
      }
    });
    return script.toString();
  }

  private static CommandLine tree(Surroundings around) {
    CommandLine root = new CommandLine(new Root());
    Commands.ALL.forEach(entry -> root.addSubcommand(entry.name(), entry.maker().apply(around)));
    return root;
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      text.append(option.completionCandidates() != null ? " -x -a '" + words(option.completionCandidates()) + "'"
          : option.type().equals(java.nio.file.Path.class) ? " -r -F" : " -x");
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
