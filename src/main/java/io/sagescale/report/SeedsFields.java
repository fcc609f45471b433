package io.sagescale.report;

import io.sagescale.report.Spread.Figure;
import io.sagescale.simulate.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document {@value #SCHEMA}: runs over several seeds for programs; intervals, then the figures of each run by seed. */
final class SeedsFields {
  static final String SCHEMA = "sagescale/simulate-seeds/v1";

  private final Fields out;

  SeedsFields(Fields out) {
    this.out = out;
  }

  void write(List<RunResult> runs) throws IOException {
    RunResult first = runs.getFirst();
    out.text("schema", SCHEMA);
    out.text("policy", first.policyName());
    out.text("scenario", first.scenarioName());
    out.whole("seed", first.seed());
    out.whole("seeds", runs.size());
    Map<Figure, @Nullable Interval> spread = Spread.of(runs);
    out.object("intervals", () -> {
      for (Map.Entry<Figure, @Nullable Interval> entry : spread.entrySet()) {
        interval(entry.getKey().field, entry.getValue());
      }
    });
    out.array("runs", runs, this::run);
  }

  private void run(RunResult run) throws IOException {
    out.whole("seed", run.seed());
    for (Figure figure : Figure.values()) {
      out.number(figure.field, figure.of(run), 6);
    }
  }

  private void interval(String name, @Nullable Interval interval) throws IOException {
    if (interval == null) {
      out.nothing(name);
      return;
    }
    out.object(name, () -> {
      out.number("median", interval.median(), 6);
      out.number("p5", interval.low(), 6);
      out.number("p95", interval.high(), 6);
      out.whole("runs", interval.runs());
    });
  }
}
