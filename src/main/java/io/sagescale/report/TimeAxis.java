package io.sagescale.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Elapsed time from left to right over a number of equal slices. */
record TimeAxis(Instant start, Instant end, int slices) {
  private static final List<Duration> STEPS = List.of(
      Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2),
      Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(30),
      Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12),
      Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(7));

  /** Least number of characters from one mark to the next. */
  private static final int LEAST_GAP = 9;

  private static final Duration SHORT = Duration.ofMinutes(20);
  private static final Duration LONG = Duration.ofHours(48);

  /** At least a second, so that a run without length can be drawn. */
  double spanSeconds() {
    return Math.max(1, Duration.between(start, end).toMillis() / 1000.0);
  }

  TimeAxis in(int otherSlices) {
    return new TimeAxis(start, end, otherSlices);
  }

  /** The slice that holds an instant; instants outside go to the nearest slice. */
  int slice(Instant at) {
    return Math.clamp((long) Math.floor(position(at)), 0, slices - 1);
  }

  /** Where an instant lies in slices from the left edge, not clamped. */
  double position(Instant at) {
    return Duration.between(start, at).toMillis() / 1000.0 / spanSeconds() * slices;
  }

  Instant startOf(int slice) {
    return start.plusMillis(Math.round(spanSeconds() * 1000 * slice / slices));
  }

  /** Two lines: the axis with its marks, and the elapsed times under them. */
  List<String> lines(Look look) {
    Duration step = step();
    StringBuilder marks = new StringBuilder(look.either("─", "-").repeat(slices));
    StringBuilder labels = new StringBuilder(" ".repeat(slices + LEAST_GAP));
    for (Duration at = Duration.ZERO; at.toMillis() <= spanSeconds() * 1000; at = at.plus(step)) {
      int x = slice(start.plus(at));
      String label = label(at);
      if (x + label.length() <= slices) {
        marks.setCharAt(x, look.isAscii() ? '+' : '┬');
        labels.replace(x, x + label.length(), label);
      }
    }
    return List.of(marks.toString(), labels.toString().stripTrailing());
  }

  private Duration step() {
    double most = Math.max(1, slices / (double) LEAST_GAP);
    for (Duration step : STEPS) {
      if (spanSeconds() / step.toSeconds() <= most) {
        return step;
      }
    }
    return Duration.ofSeconds((long) Math.ceil(spanSeconds() / most));
  }

  private String label(Duration at) {
    if (spanSeconds() <= SHORT.toSeconds()) {
      return "%d:%02d".formatted(at.toMinutes(), at.toSecondsPart());
    }
    if (spanSeconds() <= LONG.toSeconds()) {
      return "%dh%02d".formatted(at.toHours(), at.toMinutesPart());
    }
    return at.toHoursPart() == 0 ? at.toDays() + "d" : "%dd%02dh".formatted(at.toDays(), at.toHoursPart());
  }
}
