package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data points of one metric over time, with a threshold as a line.
 *
 * @param title over the chart
 * @param times oldest first, starts of periods
 * @param values one for each time
 * @param period of each data point
 * @param threshold null for none
 * @param alarms times in which alarms on the metric were in ALARM, drawn under the axis and told
 */
public record SeriesChart(String title, List<Instant> times, List<Double> values, Instant start, Instant end,
    Duration period, @Nullable Double threshold, List<AlarmPeriod> alarms) {
  private static final int LABEL = 8;
  private static final int ROWS = 9;

  public SeriesChart {
    times = List.copyOf(times);
    values = List.copyOf(values);
    alarms = List.copyOf(alarms);
    if (times.size() != values.size()) {
      throw new IllegalArgumentException(times.size() + " times with " + values.size() + " values");
    }
  }

  public String text(Look look) {
    StringBuilder text = new StringBuilder(look.paint(Ink.STRONG, title)).append('\n');
    if (times.isEmpty()) {
      return text.append(look.paint(Ink.FAINT, "no data points from " + AwsWords.time(start) + " to " + AwsWords.time(end)))
          .append('\n').toString();
    }
    lines(look).forEach(line -> text.append(line).append('\n'));
    text.append(figures()).append('\n');
    alarms.forEach(alarm -> text.append(ProblemReport.line(alarm.line())).append('\n'));
    return text.toString();
  }

  private String figures() {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return "%s of %s: %s to %s, last %s at %s".formatted(Words.counted(values.size(), "point", "points"),
        Words.duration(period), AwsWords.number(least), AwsWords.number(most), AwsWords.number(values.getLast()),
        AwsWords.time(times.getLast()));
  }

  private List<String> lines(Look look) {
    TimeAxis axis = new TimeAxis(start, end, look.columns() - LABEL - 2);
    Canvas canvas = new Canvas(axis.slices(), ROWS, look.isAscii());
    double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double top = Chart.roundUp(Math.max(highest, threshold == null ? 0 : threshold));
    @Nullable Integer line = threshold == null ? null
        : Math.clamp(Math.round(threshold / top * canvas.height()) - 1, 0, canvas.height() - 1);
    fill(canvas, axis.in(canvas.width()), top, line);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      boolean isThreshold = line != null && row == canvas.rowOf(line);
      String label = isThreshold && threshold != null ? AwsWords.number(threshold)
          : row == 0 ? AwsWords.number(top) : row == ROWS - 1 ? "0" : "";
      Ink ink = isThreshold ? Ink.NOTABLE : line != null && row < canvas.rowOf(line) ? Ink.BAD : Ink.GOOD;
      lines.add(look.paint(Ink.FAINT, Minutes.padLeft(label, LABEL - 1) + " " + look.either("│", "|"))
          + look.paint(ink, canvas.row(row).stripTrailing()));
    }
    List<String> marks = axis.lines(look);
    lines.add(" ".repeat(LABEL) + look.either("└", "+") + marks.get(0));
    if (!alarms.isEmpty()) {
      lines.add(look.paint(Ink.FAINT, Minutes.padLeft("ALARM", LABEL - 1)) + "  " + look.paint(Ink.BAD, alarmed(axis, look)));
    }
    lines.add(" ".repeat(LABEL + 1) + marks.get(1) + "  from " + AwsWords.time(start));
    return lines;
  }

  /** A bar wherever one of the alarms was in ALARM. */
  private String alarmed(TimeAxis axis, Look look) {
    char bar = look.isAscii() ? '#' : '━';
    StringBuilder row = new StringBuilder(" ".repeat(axis.slices()));
    for (AlarmPeriod alarm : alarms) {
      for (int x = axis.slice(alarm.from()); x <= axis.slice(alarm.to() == null ? end : alarm.to()); x++) {
        row.setCharAt(x, bar);
      }
    }
    return row.toString().stripTrailing();
  }

  private void fill(Canvas canvas, TimeAxis fine, double top, @Nullable Integer line) {
    for (int i = 0; i < times.size(); i++) {
      int from = fine.slice(times.get(i));
      int to = Math.clamp((long) Math.ceil(fine.position(times.get(i).plus(period))), from + 1, canvas.width());
      int level = (int) Math.round(values.get(i) / top * canvas.height());
      for (int x = from; x < to; x++) {
        for (int y = 0; y < Math.clamp(values.get(i) > 0 ? Math.max(1, level) : level, 0, canvas.height()); y++) {
          canvas.dot(x, y, line != null && y > line ? '#' : ':');
        }
      }
    }
    for (int x = 0; line != null && x < canvas.width(); x++) {
      canvas.dot(x, line, '-');
    }
  }
}
