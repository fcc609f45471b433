package io.sagescale.report;

import static io.sagescale.report.Minutes.pad;
import static io.sagescale.report.Minutes.padLeft;

import io.sagescale.report.Look.Ink;
import io.sagescale.report.Spread.Figure;
import io.sagescale.simulate.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs over several seeds for a person: the middle of each figure and where nine runs of ten lie. */
final class SeedsText {
  private static final int NAME = 20;
  private static final int FIGURE = 14;

  private SeedsText() {}

  static List<String> lines(List<RunResult> runs, Look look) {
    RunResult first = runs.getFirst();
    Map<Figure, @Nullable Interval> spread = Spread.of(runs);
    List<String> lines = new ArrayList<>();
    RunText.wrapped(headline(runs.size(), spread), look.columns())
        .forEach(line -> lines.add(look.paint(Ink.STRONG, line)));
    lines.add(look.paint(Ink.FAINT, look.cut("%s on %s, seeds %d to %d".formatted(first.policyName(),
        first.scenarioName(), first.seed(), runs.getLast().seed()), look.columns())));
    lines.add("");
    lines.add(look.paint(Ink.STRONG, pad("", NAME) + padLeft("median", FIGURE) + padLeft("5 %", FIGURE)
        + padLeft("95 %", FIGURE) + padLeft("runs", 7)));
    spread.forEach((figure, interval) -> lines.add(row(figure, interval)));
    return lines;
  }

  private static String headline(int runs, Map<Figure, @Nullable Interval> spread) {
    Interval detection = spread.get(Figure.DETECTION);
    Interval endToEnd = spread.get(Figure.END_TO_END);
    Interval cost = spread.get(Figure.COST);
    List<String> parts = new ArrayList<>();
    parts.add(detection == null ? "No scale-out in %d runs".formatted(runs)
        : "Noticed after %s (%s)".formatted(Figure.DETECTION.unit.words(detection.median()), between(Figure.DETECTION, detection)));
    if (endToEnd != null) {
      parts.add("capacity after %s (%s)".formatted(
          Figure.END_TO_END.unit.words(endToEnd.median()), between(Figure.END_TO_END, endToEnd)));
    }
    if (cost != null) {
      parts.add(Figure.COST.unit.words(cost.median()));
    }
    return String.join(", ", parts) + "; median of " + runs + " runs, 5 to 95 % in brackets.";
  }

  private static String between(Figure figure, Interval interval) {
    return figure.unit.words(interval.low()) + " to " + figure.unit.words(interval.high());
  }

  private static String row(Figure figure, @Nullable Interval interval) {
    if (interval == null) {
      return pad(figure.words, NAME) + padLeft("-", FIGURE) + padLeft("-", FIGURE) + padLeft("-", FIGURE) + padLeft("0", 7);
    }
    return pad(figure.words, NAME) + padLeft(figure.unit.words(interval.median()), FIGURE)
        + padLeft(figure.unit.words(interval.low()), FIGURE) + padLeft(figure.unit.words(interval.high()), FIGURE)
        + padLeft("" + interval.runs(), 7);
  }
}
