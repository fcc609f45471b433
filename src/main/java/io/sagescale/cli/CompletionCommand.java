package io.sagescale.cli;

import io.sagescale.yaml.Nearest;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code completion}: the script that teaches a shell our commands and options. */
@Command(
    name = "completion",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "sagescale completion SHELL",
    sortOptions = false,
    header = "Print the completion script of a shell.",
    description = "",
    footerHeading = "%nExamples%n",
    footer = {
      "  source <(sagescale completion bash)",
      "  source <(sagescale completion zsh)",
      "  sagescale completion fish > ~/.config/fish/completions/sagescale.fish",
      "",
      "Exit codes: 0 done, 252 wrong usage."
    })
final class CompletionCommand implements Task {
  @Parameters(arity = "1", paramLabel = "SHELL", completionCandidates = Shells.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String shell = "";

  @Mixin private CommonOptions common = new CommonOptions();

  private final Surroundings around;

  CompletionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    String script = switch (shell) {
      case "bash" -> Completions.bash(around);
      case "zsh" -> Completions.zsh(around);
      case "fish" -> Completions.fish(around);
      default -> throw Refusal.usage("there is no completion for " + Cli.quoted(shell),
          Nearest.didYouMean(shell, Shells.ALL, "There is one for " + String.join(", ", Shells.ALL)));
    };
    around.showPrograms(script);
    return Exit.DONE;
  }

  /** The shells, for completion. */
  static final class Shells implements Iterable<String> {
    static final List<String> ALL = List.of("bash", "zsh", "fish");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }
}
