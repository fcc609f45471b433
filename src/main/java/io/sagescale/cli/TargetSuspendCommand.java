package io.sagescale.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code target suspend}: one RegisterScalableTarget with nothing but what is suspended. */
@Command(
    name = "suspend",
    customSynopsis = "sagescale target suspend TARGET [KIND...] [OPTIONS]",
    header = "Stop the scaling of a target, or one kind of it.",
    footer = {
      "  sagescale target suspend llama3-8b/AllTraffic",
      "  sagescale target suspend llama3-8b/AllTraffic in scheduled"
    })
final class TargetSuspendCommand implements Task {
  @Mixin private Suspending suspending = new Suspending();

  private final Surroundings around;

  TargetSuspendCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    return suspending.set(around, true, "does not scale");
  }
}
