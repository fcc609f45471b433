package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.Capacity;
import io.sagescale.simulate.RunResult.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Concurrency against its target, and the copies under it, over the time of a run.
 *
 * <p>Concurrency is the highest on one copy within each slice of time. What lies over the target is filled densely, what
 * lies under it sparsely, and the target is a line through the whole chart. Copies in service are solid, copies wanted but
 * not there yet are shaded.
 */
final class Chart {
  private static final Duration SAMPLE = Duration.ofSeconds(10);
  private static final int LABEL = 6;
  private static final int MOST_COPY_ROWS = 4;

  private final RunResult run;
  private final Look look;
  private final TimeAxis axis;

  private Chart(RunResult run, Look look) {
    this.run = run;
    this.look = look;
    this.axis = new TimeAxis(run.start(), run.end(), look.columns() - LABEL - 2);
  }

  /** Top to bottom; empty for a run without samples. */
  static List<String> lines(RunResult run, Look look) {
    if (run.history().samples().isEmpty()) {
      return List.of();
    }
    Chart chart = new Chart(run, look);
    List<String> lines = new ArrayList<>(chart.concurrency());
    lines.addAll(chart.copies());
    List<String> time = chart.axis.lines(look);
    lines.add(" ".repeat(LABEL) + look.either("└", "+") + time.get(0));
    lines.add(" ".repeat(LABEL + 1) + time.get(1));
    return lines;
  }

  private List<String> concurrency() {
    int rows = look.columns() < 120 ? 9 : 12;
    Canvas canvas = new Canvas(axis.slices(), rows, look.isAscii());
    double[] values = highest(canvas.width());
    @Nullable Double target = Headline.targetOf(run).orElse(null);
    double top = roundUp(Math.max(max(values), target == null ? 0 : target));
    int line = target == null ? -1 : Math.clamp(Math.round(target / top * canvas.height()) - 1, 0, canvas.height() - 1);
    fill(canvas, values, top, line);
    List<String> lines = new ArrayList<>();
    lines.add(legend("concurrency", "highest on one copy",
        target == null ? "" : ", target " + Words.number(target) + " " + look.either("⠒⠒", "--")));
    for (int row = 0; row < rows; row++) {
      boolean isTarget = target != null && row == canvas.rowOf(line);
      String label = row == 0 ? Words.number(top) : isTarget && target != null ? Words.number(target) : row == rows - 1 ? "0" : "";
      Ink ink = isTarget ? Ink.NOTABLE : target != null && row < canvas.rowOf(line) ? Ink.BAD : Ink.GOOD;
      lines.add(labelled(label, look.paint(ink, canvas.row(row).stripTrailing())));
    }
    return lines;
  }

  private static void fill(Canvas canvas, double[] values, double top, int line) {
    for (int x = 0; x < canvas.width(); x++) {
      int level = (int) Math.round(values[x] / top * canvas.height());
      level = values[x] > 0 ? Math.max(1, level) : level;
      for (int y = 0; y < level; y++) {
        if (y > line) {
          canvas.dot(x, y, '#');
        } else if (canvas.width() % 2 == 1 || (x + y) % 2 == 0) {
          canvas.dot(x, y, ':');
        }
      }
      if (line >= 0) {
        canvas.dot(x, line, '-');
      }
    }
  }

  private List<String> copies() {
    List<int[]> steps = capacities();
    int most = steps.stream().mapToInt(step -> Math.max(step[0], step[1])).max().orElse(0);
    int rows = Math.clamp(most, 1, MOST_COPY_ROWS);
    List<String> lines = new ArrayList<>();
    lines.add(legend("copies", look.either("█", "=") + " in service, " + look.either("░", ".") + " wanted", ""));
    for (int row = rows; row >= 1; row--) {
      double level = most <= MOST_COPY_ROWS ? row : most * (row - 0.5) / rows;
      StringBuilder cells = new StringBuilder();
      for (int[] step : steps) {
        cells.append(step[1] >= level ? look.either("█", "=") : step[0] >= level ? look.either("░", ".") : " ");
      }
      String label = most <= MOST_COPY_ROWS ? "" + row : row == rows ? "" + most : "";
      lines.add(labelled(label, look.paint(Ink.PLAIN_FACT, cells.toString().stripTrailing())));
    }
    return lines;
  }

  /** Desired and in service at the end of each slice. */
  private List<int[]> capacities() {
    List<Capacity> history = run.history().capacity();
    List<int[]> steps = new ArrayList<>();
    int next = 0;
    int[] now = {0, 0};
    for (int slice = 0; slice < axis.slices(); slice++) {
      while (next < history.size() && history.get(next).at().isBefore(axis.startOf(slice + 1))) {
        now = new int[] {history.get(next).desired(), history.get(next).inService()};
        next++;
      }
      steps.add(now);
    }
    return steps;
  }

  private double[] highest(int slices) {
    TimeAxis fine = axis.in(slices);
    double[] values = new double[slices];
    for (Sample sample : run.history().samples()) {
      int from = fine.slice(sample.at().minus(SAMPLE));
      int to = Math.clamp((long) Math.ceil(fine.position(sample.at())), from + 1, slices);
      for (int i = from; i < to; i++) {
        values[i] = Math.max(values[i], sample.maxConcurrency());
      }
    }
    return values;
  }

  private static double max(double[] values) {
    double max = 0;
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below the value. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
    for (double step : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) {
      if (step * power >= value) {
        return step * power;
      }
    }
    return value;
  }

  private String legend(String name, String meaning, String more) {
    return " ".repeat(LABEL + 1) + look.paint(Ink.STRONG, name) + look.paint(Ink.FAINT, " (" + meaning + ")" + more);
  }

  private String labelled(String label, String cells) {
    return look.paint(Ink.FAINT, " ".repeat(Math.max(0, LABEL - label.length() - 1)) + label + " " + look.either("│", "|"))
        + cells;
  }
}
