package io.sagescale.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code target resume}: one RegisterScalableTarget with nothing but what is suspended. */
@Command(
    name = "resume",
    customSynopsis = "sagescale target resume TARGET [KIND...] [OPTIONS]",
    header = "Let a suspended target scale again.",
    footer = {
      "  sagescale target resume llama3-8b/AllTraffic",
      "  sagescale target resume llama3-8b/AllTraffic in scheduled"
    })
final class TargetResumeCommand implements Task {
  @Mixin private Suspending suspending = new Suspending();

  private final Surroundings around;

  TargetResumeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return suspending.set(around, false, "scales again");
  }
}
