package io.sagescale.simulate;

import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ScalingActivity;
import io.sagescale.scaling.ScalingDecision;
import java.time.Instant;
import java.util.stream.Collectors;

/** One line of the journal: instant, kind, and what there is to say. The same run gives the same lines. */
final class JournalLine {
  private JournalLine() {}

  static String of(Fact fact) {
    return switch (fact) {
      case Fact.RequestEnded f -> "%s request #%d %s copy=%d arrived=%s firstToken=%s".formatted(
          Nanos.toInstant(f.endedNanos()), f.request(), f.outcome(), f.copy(), Nanos.toInstant(f.arrivedNanos()),
          f.firstTokenNanos() == 0 ? "-" : Nanos.toInstant(f.firstTokenNanos()));
      case Fact.NewPeak f -> "%s peak %s %d".formatted(
          Nanos.toInstant(f.atNanos()), f.resource().shortName(), f.inFlight());
      case Fact.FirstTokenLeft f -> "%s firstToken %d copy=%d".formatted(Nanos.toInstant(f.atNanos()), f.tag(), f.copy());
      case Fact.WindowClosed f -> "%s window %s most=%d requestSeconds=%s copies=%d".formatted(
          f.end(), f.resource().shortName(), f.most(), f.requestSeconds(), f.copies());
      case Fact.AlarmTurned f -> "%s alarm %s %s -> %s: %s".formatted(
          f.at(), f.evaluation().alarm(), f.evaluation().before(), f.evaluation().after(), f.evaluation().reason());
      case Fact.Decided f -> "%s decision %s %s".formatted(
          f.at(), f.signal().resource().shortName(), decision(f.decision()));
      case Fact.ActivityChanged f -> "%s activity %s".formatted(f.at(), activity(f.activity()));
      case Fact.CapacityChanged f -> "%s capacity %s desired=%d inService=%d instances=%d".formatted(
          f.at(), f.resource().shortName(), f.desired(), f.inService(), f.instances());
      case Fact.CopyStage f -> "%s stage %s copy=%d %s since %s".formatted(
          f.to(), f.resource().shortName(), f.copy(), f.stage(), f.from());
    };
  }

  private static String decision(ScalingDecision decision) {
    return switch (decision) {
      case ScalingDecision.ScaleOut d -> "out %d -> %d by %s".formatted(d.from(), d.to(), d.policy());
      case ScalingDecision.ScaleIn d -> "in %d -> %d by %s".formatted(d.from(), d.to(), d.policy());
      case ScalingDecision.Hold d -> "hold %s by %s".formatted(d.why(), d.policy());
    };
  }

  private static String activity(ScalingActivity a) {
    Instant end = a.endTime();
    return "%s %s %s cause=\"%s\" start=%s end=%s%s".formatted(
        a.id(), a.status().text(), a.description(), a.cause(), a.startTime(), end == null ? "-" : end,
        a.notScaledReasons().isEmpty() ? "" : " notScaled="
            + a.notScaledReasons().stream().map(NotScaledReason::code).collect(Collectors.joining(",")));
  }
}
