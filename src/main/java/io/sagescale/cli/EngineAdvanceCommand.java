package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code engine advance}: time passes on an engine with a manual clock. */
@Command(
    name = "advance",
    customSynopsis = "sagescale engine advance DURATION [OPTIONS]",
    header = "Move a manual clock on, with all that happens meanwhile.",
    footer = {
      "  sagescale engine advance 10m",
      "  sagescale engine advance 90s --engine http://127.0.0.1:4599"
    })
final class EngineAdvanceCommand implements Task {
  @Parameters(paramLabel = "DURATION", converter = DurationWord.class, description = "Such as 45s, 10m or 1h30m.")
  private Duration by;

  @Mixin private EngineAddress engine = new EngineAddress();

  private final Surroundings around;

  EngineAdvanceCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    Instant now = engine.ask(around, control -> control.advance(by));
    around.out().println(now);
    return Exit.DONE;
  }
}
