package io.sagescale.report;

import static io.sagescale.report.Minutes.pad;
import static io.sagescale.report.Minutes.padLeft;

import io.sagescale.model.AlarmState;
import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ScalingActivity;
import io.sagescale.report.Look.Ink;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.AlarmChange;
import io.sagescale.simulate.RunResult.Latency;
import io.sagescale.simulate.RunResult.Requests;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run for a person: headline, minutes, chart, figures, and what the scaling did. */
final class RunText {
  /** Rows of each list. Source: our choice, because the whole should fit a screen or two. */
  private static final int MOST_ROWS = 8;

  private static final Pattern PAIR = Pattern.compile("^TargetTracking-(.+?)-(AlarmHigh|AlarmLow)-.*$");

  private static final Pattern BREAK = Pattern.compile("(?<![0-9]) | (?!(ms|s|min|h|d|%|USD)([ ,.;)]|$))");

  private static final int NAME = 14;
  private static final int MOST_FIGURE = 12;

  private final RunResult run;
  private final Look look;
  private final int figure;
  private final List<String> lines = new ArrayList<>();

  private RunText(RunResult run, Look look) {
    this.run = run;
    this.look = look;
    this.figure = Math.min(MOST_FIGURE, (look.columns() - NAME) / 5);
  }

  /** Lines without their ends, none longer than the terminal is wide but for the headline's. */
  static List<String> lines(RunResult run, Look look) {
    RunText text = new RunText(run, look);
    text.headline();
    text.section(new Minutes(run, look).lines());
    text.section(Chart.lines(run, look));
    text.figures();
    text.activities();
    text.alarms();
    return text.lines;
  }

  private void headline() {
    wrapped(Headline.of(run) + ".", look.columns()).forEach(line -> lines.add(look.paint(Ink.STRONG, line)));
    String what = "%s on %s, seed %d, %s".formatted(run.policyName(), run.scenarioName(), run.seed(),
        Words.duration(Duration.between(run.start(), run.end())));
    String since = " from " + run.start().truncatedTo(ChronoUnit.SECONDS);
    lines.add(look.paint(Ink.FAINT,
        look.cut(what.length() + since.length() <= look.columns() ? what + since : what, look.columns())));
  }

  private void section(List<String> section) {
    if (!section.isEmpty()) {
      lines.add("");
      lines.addAll(section);
    }
  }

  private void figures() {
    lines.add("");
    lines.add(look.paint(Ink.STRONG, pad("Latency", NAME))
        + padLeft("p50", figure) + padLeft("p90", figure) + padLeft("p95", figure) + padLeft("p99", figure)
        + padLeft("max", figure));
    lines.add(percentiles("  first token", run.timeToFirstToken()));
    lines.add(percentiles("  whole answer", run.latency()));
    lines.add("");
    Requests requests = run.requests();
    figure("Requests", Words.count(requests.arrived()) + " arrived, " + Words.count(requests.completed())
        + " completed, " + Words.count(requests.inFlightAtEnd()) + " in flight at the end");
    figure("", bad(requests.rejected(), "rejected") + ", " + bad(requests.failed(), "failed") + " ("
        + Words.count(requests.timedOut()) + " timed out)");
    figure("Queued", Words.count(requests.queuedPeak()) + " at most, over all copies");
    figure("Cost", Words.usd(run.totals().costUsd()) + " for " + Words.decimals(run.totals().instanceSeconds() / 3600, 2)
        + " instance hours, prices of " + run.totals().pricesAsOf());
    figure("Flaps", run.totals().flaps() == 0
        ? "none"
        : look.paint(Ink.NOTABLE, Words.count(run.totals().flaps())) + " (turned back within "
            + Words.duration(RunResult.Totals.FLAP_WINDOW) + ")");
  }

  private String percentiles(String name, Latency latency) {
    StringBuilder row = new StringBuilder(pad(name, NAME));
    for (@Nullable Double value : Arrays.<@Nullable Double>asList(
        latency.p50(), latency.p90(), latency.p95(), latency.p99(), latency.max())) {
      row.append(padLeft(Words.millis(value), figure));
    }
    return row.toString();
  }

  private String bad(long number, String what) {
    String text = Words.count(number) + " " + what;
    return number == 0 ? text : look.paint(Ink.BAD, text);
  }

  private void figure(String name, String value) {
    lines.add(look.paint(Ink.STRONG, pad(name, NAME)) + value);
  }

  private void activities() {
    list("Scaling activities", run.history().activities(), activity -> Words.elapsed(run.start(), activity.startTime())
        + "  " + pad(activity.status().text(), 11) + "  " + plainActivity(activity));
  }

  private static String plainActivity(ScalingActivity activity) {
    if (activity.notScaledReasons().isEmpty()) {
      return activity.description();
    }
    return "not scaled: " + String.join(", ",
        activity.notScaledReasons().stream().map(RunText::plainReason).toList());
  }

  private static String plainReason(NotScaledReason reason) {
    return switch (reason) {
      case NotScaledReason.AnticipatedFlapping() -> "it would have scaled back at once";
      case NotScaledReason.PutAsUnscalable() -> "the endpoint cannot be scaled now";
      case NotScaledReason.AtMax(int max) -> "already at the maximum of " + max;
      case NotScaledReason.AtMin(int min) -> "already at the minimum of " + min;
      case NotScaledReason.AtDesired(int current) -> "already at the desired " + current;
    };
  }

  private void alarms() {
    list("Alarm changes", run.history().alarms(), change -> Words.elapsed(run.start(), change.at()) + "  "
        + turn(change) + "  " + look.cutMiddle(plainAlarm(change.alarm()), look.columns() - 28));
  }

  /** AWS's names of a target's own pair are long and differ in their ends; the rest is the user's own name. */
  private static String plainAlarm(String name) {
    return PAIR.matcher(name).replaceFirst("$2 of $1");
  }

  private String turn(AlarmChange change) {
    String text = pad(brief(change.from()) + look.either(" → ", " > ") + brief(change.to()), 15);
    return look.paint(change.to() == AlarmState.ALARM ? Ink.BAD : Ink.GOOD, text);
  }

  private static String brief(AlarmState state) {
    return switch (state) {
      case OK -> "OK";
      case ALARM -> "ALARM";
      case INSUFFICIENT_DATA -> "no data";
    };
  }

  private <T> void list(String title, List<T> all, Function<T, String> line) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(look.paint(Ink.STRONG, title));
    for (T one : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
      lines.add("  " + cutPainted(line.apply(one), look.columns() - 2));
    }
    if (all.size() > MOST_ROWS) {
      lines.add("  and " + Words.count(all.size() - MOST_ROWS) + " more (see -o json)");
    }
  }

  /** Cuts by what is seen: colour codes take no room. */
  private String cutPainted(String text, int width) {
    int codes = text.length() - text.replaceAll("\u001b\\[[0-9]*m", "").length();
    return look.cut(text, width + codes);
  }

  /** The text in lines of at most the width, broken at blanks, but not between a number and its unit. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BREAK.split(text)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
