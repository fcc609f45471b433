package io.sagescale.report;

import io.sagescale.model.NotScaledReason;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.Requests;
import io.sagescale.simulate.RunResult.ScaleOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run in one sentence: when it was noticed, when capacity was there, who waited, what it cost. */
final class Headline {
  private Headline() {}

  static String of(RunResult run) {
    List<String> parts = new ArrayList<>();
    parts.add(scaling(run));
    parts.add(waiting(run.requests()));
    refusals(run.requests()).ifPresent(parts::add);
    parts.add(Words.usd(run.totals().costUsd()));
    return String.join(", ", parts);
  }

  /** The first scale-out whose rise of load is known. */
  static Optional<ScaleOut> firstScaleOut(RunResult run) {
    return run.scaleOuts().stream().filter(scaleOut -> scaleOut.loadRose() != null).findFirst();
  }

  private static String scaling(RunResult run) {
    Optional<ScaleOut> first = firstScaleOut(run);
    if (first.isPresent()) {
      return noticed(first.get());
    }
    if (!run.scaleOuts().isEmpty()) {
      return unexplained(run.scaleOuts().getFirst());
    }
    return withoutScaleOut(run);
  }

  private static String noticed(ScaleOut scaleOut) {
    Duration detection = scaleOut.detection();
    Duration endToEnd = scaleOut.endToEnd();
    String noticed = detection == null ? "Noticed" : "Noticed after " + Words.duration(detection);
    return noticed
        + (endToEnd == null ? ", capacity not there when the run ended" : ", capacity after " + Words.duration(endToEnd));
  }

  private static String unexplained(ScaleOut scaleOut) {
    String change = "Scaled out from %d to %d".formatted(scaleOut.fromCapacity(), scaleOut.toCapacity());
    return scaleOut.inService() == null
        ? change + ", capacity not there when the run ended"
        : change + ", capacity " + Words.duration(Duration.between(scaleOut.alarmFired(), scaleOut.inService()))
            + " after the alarm";
  }

  private static String withoutScaleOut(RunResult run) {
    if (run.requests().arrived() == 0) {
      return "No scale-out, for no request arrived";
    }
    boolean isAtMax = run.history().activities().stream()
        .flatMap(activity -> activity.notScaledReasons().stream())
        .anyMatch(NotScaledReason.AtMax.class::isInstance);
    if (isAtMax) {
      return "No scale-out, for capacity was at its maximum";
    }
    double highest = run.history().samples().stream().mapToDouble(RunResult.Sample::maxConcurrency).max().orElse(0);
    return targetOf(run)
        .map(target -> "No scale-out, concurrency reached %s with a target of %s"
            .formatted(Words.number(highest), Words.number(target)))
        .orElse("No scale-out");
  }

  /** The last target of the run; empty where no policy tracks concurrency. */
  static Optional<Double> targetOf(RunResult run) {
    return run.history().samples().reversed().stream()
        .<Double>mapMulti((sample, out) -> {
          if (sample.target() != null) {
            out.accept(sample.target());
          }
        })
        .findFirst();
  }

  private static String waiting(Requests requests) {
    String limit = " waited over " + Words.duration(Requests.LONG_WAIT);
    if (requests.arrived() == 0) {
      return "no request" + limit;
    }
    return requests.waitedLong() == 0
        ? "none of " + Words.counted(requests.arrived(), "request", "requests") + limit
        : Words.count(requests.waitedLong()) + " of " + Words.counted(requests.arrived(), "request", "requests") + limit;
  }

  private static Optional<String> refusals(Requests requests) {
    List<String> parts = new ArrayList<>();
    if (requests.rejected() > 0) {
      parts.add(Words.count(requests.rejected()) + " rejected");
    }
    if (requests.failed() > 0) {
      parts.add(Words.count(requests.failed()) + " failed");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
  }
}
