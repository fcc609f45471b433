package io.sagescale.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code engine reset}: a new engine in the place of a running one. */
@Command(
    name = "reset",
    customSynopsis = "sagescale engine reset --yes [OPTIONS]",
    header = "Forget everything and begin anew.",
    footer = {
      "  sagescale engine reset --yes"
    })
final class EngineResetCommand implements Task {
  @Mixin private Sure sure = new Sure();

  @Mixin private EngineAddress engine = new EngineAddress();

  private final Surroundings around;

  EngineResetCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    sure.check(around, "engine reset forgets every target, policy, alarm, endpoint and metric", "sagescale engine status");
    engine.ask(around, control -> {
      control.reset();
      return control;
    });
    around.out().println("a new engine");
    return Exit.DONE;
  }
}
