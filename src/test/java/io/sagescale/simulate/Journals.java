package io.sagescale.simulate;

import io.sagescale.engine.Fact;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What tests of other rooms need to set a run of their own beside a simulated one. */
public final class Journals {
  public static final Duration IDLE_BEFORE = Simulation.IDLE_BEFORE;

  private Journals() {}

  /** Writes facts as the journal of a simulated run has them. */
  public static Consumer<Fact> into(List<String> lines) {
    return fact -> {
      if (!(fact instanceof Fact.NewPeak)) {
        lines.add(JournalLine.of(fact));
      }
    };
  }
}
