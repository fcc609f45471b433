package io.sagescale.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code engine stop}: the end of a running engine. */
@Command(
    name = "stop",
    customSynopsis = "sagescale engine stop [OPTIONS]",
    header = "End a running engine.",
    footer = {
      "  sagescale engine stop",
      "  sagescale engine stop --engine http://127.0.0.1:4599"
    })
final class EngineStopCommand implements Task {
  @Mixin private EngineAddress engine = new EngineAddress();

  private final Surroundings around;

  EngineStopCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    engine.ask(around, control -> {
      control.stop();
      return control;
    });
    around.out().println("stopping");
    return Exit.DONE;
  }
}
