package io.sagescale.report;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.ScaleOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the figures that matter spread over runs that differ in nothing but their seed. */
final class Spread {
  /** A figure of a run, and how people and programs call it. */
  enum Figure {
    DETECTION("noticed after", "detectionSeconds", Unit.SECONDS, run -> seconds(run, ScaleOut::detection)),
    END_TO_END("capacity after", "endToEndSeconds", Unit.SECONDS, run -> seconds(run, ScaleOut::endToEnd)),
    LATENCY_P95("whole answer p95", "latencyP95Millis", Unit.MILLIS, run -> run.latency().p95()),
    FIRST_TOKEN_P95("first token p95", "timeToFirstTokenP95Millis", Unit.MILLIS, run -> run.timeToFirstToken().p95()),
    WAITED("waited over 10 s", "waitedOver10Seconds", Unit.REQUESTS, run -> (double) run.requests().waitedLong()),
    REJECTED("rejected", "rejected", Unit.REQUESTS, run -> (double) run.requests().rejected()),
    FAILED("failed", "failed", Unit.REQUESTS, run -> (double) run.requests().failed()),
    COST("cost", "costUsd", Unit.USD, run -> run.totals().costUsd());

    final String words;
    final String field;
    final Unit unit;
    private final Function<RunResult, @Nullable Double> value;

    Figure(String words, String field, Unit unit, Function<RunResult, @Nullable Double> value) {
      this.words = words;
      this.field = field;
      this.unit = unit;
      this.value = value;
    }

    /** Null when the run does not have it. */
    @Nullable Double of(RunResult run) {
      return value.apply(run);
    }

    private static @Nullable Double seconds(RunResult run, Function<ScaleOut, @Nullable Duration> length) {
      Optional<ScaleOut> first = Headline.firstScaleOut(run);
      Duration duration = first.isPresent() ? length.apply(first.get()) : null;
      return duration == null ? null : duration.toMillis() / 1000.0;
    }
  }

  /** What a figure is counted in. */
  enum Unit {
    SECONDS, MILLIS, REQUESTS, USD;

    String words(double value) {
      return switch (this) {
        case SECONDS -> Words.duration(Duration.ofMillis(Math.round(value * 1000)));
        case MILLIS -> Words.millis(value);
        case REQUESTS -> Words.count(Math.round(value));
        case USD -> Words.usd(value);
      };
    }
  }

  private Spread() {}

  /** Every figure in order of declaration, null for one that no run has. */
  static Map<Figure, @Nullable Interval> of(List<RunResult> runs) {
    Map<Figure, @Nullable Interval> intervals = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      List<Double> values = new ArrayList<>();
      for (RunResult run : runs) {
        Double value = figure.of(run);
        if (value != null) {
          values.add(value);
        }
      }
      intervals.put(figure, Interval.of(values).orElse(null));
    }
    return intervals;
  }
}
