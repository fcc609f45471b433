package io.sagescale.cli;

import io.sagescale.local.EngineControl;
import io.sagescale.report.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code engine status}: how a running engine stands. */
@Command(
    name = "status",
    customSynopsis = "sagescale engine status [OPTIONS]",
    header = "Show how a running engine stands.",
    footer = {
      "  sagescale engine status",
      "  sagescale engine status --engine http://127.0.0.1:4599 -o json"
    })
final class EngineStatusCommand implements Task {
  @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
      converter = FormatWord.Reader.class, completionCandidates = FormatWord.TableOrJson.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format output = Format.TABLE;

  @Mixin private EngineAddress engine = new EngineAddress();

  private final Surroundings around;

  EngineStatusCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    if (!FormatWord.TableOrJson.FORMATS.contains(output)) {
      throw Refusal.usage("the status of an engine is no list", "Use -o json");
    }
    around.out().print(engine.ask(around, output == Format.JSON ? EngineControl::statusJson : EngineControl::status));
    return Exit.DONE;
  }
}
