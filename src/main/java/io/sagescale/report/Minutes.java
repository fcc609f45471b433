package io.sagescale.report;

import io.sagescale.report.Look.Ink;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.ScaleOut;
import io.sagescale.simulate.RunResult.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the minutes of a scale-out went, in the launch post's steps: t0 the load rises, t1 the alarm fires, t2 the capacity
 * is in service; each stage between as a bar on one time line.
 */
final class Minutes {
  /** Scale-outs drawn in full; the others get a line each. Source: our choice, because the first ones tell the story. */
  private static final int MOST_DRAWN = 2;

  private static final int MOST_LISTED = 8;
  /** Longest time from alarm to decision that is not worth a word. */
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private static final int NAME = 18;
  private static final int WHEN = 9;
  private static final int LENGTH = 13;
  private static final int INDENT = 2;
  private static final String STAGE_INDENT = " ".repeat(5);

  private final RunResult run;
  private final Look look;

  Minutes(RunResult run, Look look) {
    this.run = run;
    this.look = look;
  }

  /** Top to bottom; empty without a scale-out. */
  List<String> lines() {
    List<ScaleOut> all = run.scaleOuts();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_DRAWN, all.size()); i++) {
      if (i > 0) {
        lines.add("");
      }
      lines.addAll(drawn(i + 1, all.get(i)));
    }
    if (all.size() > MOST_DRAWN) {
      lines.add("");
      lines.add(look.paint(Ink.STRONG, "Further scale-outs"));
      all.subList(MOST_DRAWN, Math.min(all.size(), MOST_DRAWN + MOST_LISTED)).forEach(one -> lines.addAll(listed(one)));
    }
    if (all.size() > MOST_DRAWN + MOST_LISTED) {
      lines.add("  and " + (all.size() - MOST_DRAWN - MOST_LISTED) + " more (see -o json)");
    }
    return lines;
  }

  private List<String> drawn(int number, ScaleOut scaleOut) {
    Instant from = scaleOut.loadRose() == null ? scaleOut.alarmFired() : scaleOut.loadRose();
    Instant to = scaleOut.inService() == null ? run.end() : scaleOut.inService();
    TimeAxis axis = new TimeAxis(from, to, look.columns() - INDENT - NAME - WHEN - LENGTH - 2);
    List<String> lines = new ArrayList<>();
    String title = number == 1 ? "Where the minutes went" : "Scale-out " + number;
    lines.add(look.paint(Ink.STRONG, title) + look.cut(": %d to %d copies by %s"
        .formatted(scaleOut.fromCapacity(), scaleOut.toCapacity(), scaleOut.policy()), look.columns() - title.length()));
    if (scaleOut.loadRose() != null) {
      lines.add(step("t0 load rises", scaleOut.loadRose()));
      lines.add(bar("noticing", scaleOut.loadRose(), scaleOut.alarmFired(), axis, Ink.NOTABLE));
    }
    lines.add(step("t1 alarm fires", scaleOut.alarmFired()));
    if (scaleOut.decided().isAfter(scaleOut.alarmFired())) {
      boolean isPrompt = Duration.between(scaleOut.alarmFired(), scaleOut.decided()).compareTo(PROMPT) <= 0;
      lines.add(bar(isPrompt ? "deciding" : "held back", scaleOut.alarmFired(), scaleOut.decided(), axis, Ink.NOTABLE));
    }
    for (Stage stage : scaleOut.stages()) {
      lines.add(bar(Words.spaced(stage.name()), stage.from(), stage.to(), axis, Ink.PLAIN_FACT));
    }
    lines.add(scaleOut.inService() == null
        ? "  t2 in service     not within the run"
        : step("t2 in service", scaleOut.inService()) + padLeft(Words.duration(Duration.between(from, to)), LENGTH)
            + (scaleOut.loadRose() == null ? "  after t1" : "  after t0"));
    return lines;
  }

  private String step(String name, Instant at) {
    return look.paint(Ink.STRONG, "  " + pad(name, NAME) + padLeft(Words.elapsed(run.start(), at), WHEN));
  }

  private String bar(String name, Instant from, Instant to, TimeAxis axis, Ink ink) {
    int start = axis.slice(from);
    int end = Math.max(start + 1, (int) Math.round(axis.position(to)));
    int width = INDENT + NAME + WHEN - STAGE_INDENT.length();
    return STAGE_INDENT + pad(look.cut(name, width), width)
        + padLeft(Words.duration(Duration.between(from, to)), LENGTH) + "  " + " ".repeat(start)
        + look.paint(ink, look.either("━", "=").repeat(Math.max(1, Math.min(end, axis.slices()) - start)));
  }

  private List<String> listed(ScaleOut scaleOut) {
    Duration detection = scaleOut.detection();
    Duration endToEnd = scaleOut.endToEnd();
    Instant inService = scaleOut.inService();
    String noticed = detection == null ? "" : ", noticed in " + Words.duration(detection);
    String there = endToEnd != null ? ", in service in " + Words.duration(endToEnd)
        : inService == null ? ", not in service within the run"
        : ", in service " + Words.duration(Duration.between(scaleOut.alarmFired(), inService)) + " after the alarm";
    String when = "  " + Words.elapsed(run.start(), scaleOut.alarmFired()) + "  ";
    String what = "%d to %d%s%s, by %s".formatted(
        scaleOut.fromCapacity(), scaleOut.toCapacity(), noticed, there, scaleOut.policy());
    List<String> lines = new ArrayList<>();
    for (String line : RunText.wrapped(what, look.columns() - when.length())) {
      lines.add((lines.isEmpty() ? when : " ".repeat(when.length())) + look.cut(line, look.columns() - when.length()));
    }
    return lines;
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
