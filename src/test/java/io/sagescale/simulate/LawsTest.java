package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.Fact;
import io.sagescale.scaling.ScalingDecision;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.ScalingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws on random worlds. A failure names its seed: {@code RandomScenarios.of(seed)} replays it. */
final class LawsTest {
  private static final int SEEDS_PER_BLOCK = 250;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void holdOnRandomWorlds(int block) {
    for (long seed = (long) block * SEEDS_PER_BLOCK; seed < (block + 1L) * SEEDS_PER_BLOCK; seed++) {
      RunTrace trace = RunTrace.of(RandomScenarios.of(seed));
      for (Laws law : Laws.values()) {
        assertEquals(Optional.empty(), law.breach(trace), law + " on seed " + seed);
      }
    }
  }

  @Test
  void randomWorldsReachWhatTheLawsSpeakOf() {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (long seed = 0; seed < 60; seed++) {
      for (Fact fact : RunTrace.of(RandomScenarios.of(seed)).facts()) {
        String kind = switch (fact) {
          case Fact.Decided f -> f.decision().getClass().getSimpleName();
          case Fact.RequestEnded f -> f.outcome().toString();
          case Fact.AlarmTurned f -> f.evaluation().after().toString();
          case Fact.ActivityChanged f -> f.activity().status().toString();
          case Fact.FirstTokenLeft f -> "firstToken";
          case Fact.NewPeak f -> "peak";
          case Fact.WindowClosed f -> "window";
          case Fact.CapacityChanged f -> "capacity";
          case Fact.CopyStage f -> f.stage();
        };
        seen.merge(kind, 1, Integer::sum);
      }
    }
    for (String kind : List.of("ScaleOut", "ScaleIn", "Hold", "COMPLETED", "REJECTED_NO_CAPACITY",
        "REJECTED_QUEUE_FULL", "TIMED_OUT", "FAILED", "OK", "ALARM", "INSUFFICIENT_DATA", "SUCCESSFUL", "provision",
        "imagePull", "registration")) {
      assertTrue(seen.containsKey(kind), kind + " never happened in " + seen);
    }
  }

  @ParameterizedTest
  @EnumSource(Laws.class)
  void eachLawCatchesAPlantedMistake(Laws law) {
    for (long seed = 0; seed < 200; seed++) {
      RunTrace sound = RunTrace.of(RandomScenarios.of(seed));
      Optional<RunTrace> planted = plant(law, sound);
      if (planted.isPresent()) {
        assertEquals(Optional.empty(), law.breach(sound), law + " on seed " + seed);
        assertTrue(law.breach(planted.get()).isPresent(), law + " missed the mistake planted on seed " + seed);
        return;
      }
    }
    throw new AssertionError("no world to plant a mistake against " + law);
  }

  private static Optional<RunTrace> plant(Laws law, RunTrace t) {
    return switch (law) {
      case CAPACITY_STAYS_IN_BOUNDS -> Optional.of(looks(t, l -> l.isScalable()
          ? new RunTrace.Look(l.atNanos(), l.range().max() + 1, l.range(), true, l.inFlight(), l.inFlightByCopies(),
              l.runningInstances(), l.factsSoFar())
          : l));
      case IN_FLIGHT_IS_DISPATCHED_MINUS_ENDED -> Optional.of(looks(t, l -> new RunTrace.Look(
          l.atNanos(), l.desired(), l.range(), l.isScalable(), l.inFlight() + 1, l.inFlightByCopies(),
          l.runningInstances(), l.factsSoFar())));
      case EACH_REQUEST_ENDS_ONCE -> t.facts().stream()
          .filter(f -> f instanceof Fact.RequestEnded e && e.copy() >= 0).findFirst().map(f -> with(t, f));
      case NO_SCALE_IN_INSIDE_ITS_COOLDOWN -> repeatedScaleIn(t);
      case ALARMS_TURN_ONLY_AT_THEIR_BOUNDARY -> lastTurn(t).map(turned -> with(t,
          new Fact.AlarmTurned(turned.evaluation(), null, turned.at().plusSeconds(3))));
      case ALARM_STATES_FORM_A_CHAIN -> lastTurn(t).map(turned -> with(t, turned));
      case METRIC_IS_A_RECOUNT_OF_REQUESTS_IN_FLIGHT -> busyWindow(t).map(w -> replaced(t, w, new Fact.WindowClosed(
          w.resource(), w.end(), w.most() + 1, w.requestSeconds(), w.copies())));
      case COST_IS_AN_INDEPENDENT_SUM -> Optional.of(looks(t, l -> new RunTrace.Look(
          l.atNanos(), l.desired(), l.range(), l.isScalable(), l.inFlight(), l.inFlightByCopies(),
          l.runningInstances() + 1, l.factsSoFar())));
    };
  }

  @Test
  void littlesLawCatchesALostSecond() {
    RunTrace sound = RunTrace.of(RandomScenarios.of(0));
    for (long seed = 1; busyWindow(sound).isEmpty(); seed++) {
      sound = RunTrace.of(RandomScenarios.of(seed));
    }
    Fact.WindowClosed window = busyWindow(sound).orElseThrow();
    RunTrace planted = replaced(sound, window, new Fact.WindowClosed(
        window.resource(), window.end(), window.most(), window.requestSeconds() + 1, window.copies()));
    assertTrue(Laws.METRIC_IS_A_RECOUNT_OF_REQUESTS_IN_FLIGHT.breach(planted).isPresent());
  }

  private static Optional<RunTrace> repeatedScaleIn(RunTrace t) {
    for (int i = 0; i < t.facts().size(); i++) {
      if (t.facts().get(i) instanceof Fact.Decided d
          && d.decision() instanceof ScalingDecision.ScaleIn in
          && !ScalingPolicy.orDefault(cooldownOf(t, in.policy())).isZero()) {
        for (int j = i + 1; j < t.facts().size(); j++) {
          if (t.facts().get(j) instanceof Fact.CapacityChanged c && c.desired() == c.inService()) {
            List<Fact> facts = new ArrayList<>(t.facts());
            facts.add(j + 1, new Fact.Decided(d.signal(), d.decision(), c.at()));
            return Optional.of(new RunTrace(t.resource(), facts, t.looks(), t.result(), t.policies()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Duration cooldownOf(RunTrace t, String policy) {
    for (ScalingPolicy candidate : t.policies()) {
      if (candidate.name().equals(policy)) {
        return switch (candidate) {
          case TargetTrackingPolicy p -> ScalingPolicy.orDefault(p.scaleInCooldown());
          case StepScalingPolicy p -> ScalingPolicy.orDefault(p.cooldown());
        };
      }
    }
    return Duration.ZERO;
  }

  private static Optional<Fact.AlarmTurned> lastTurn(RunTrace t) {
    return t.facts().reversed().stream()
        .filter(Fact.AlarmTurned.class::isInstance).map(Fact.AlarmTurned.class::cast).findFirst();
  }

  private static Optional<Fact.WindowClosed> busyWindow(RunTrace t) {
    return t.facts().stream().filter(Fact.WindowClosed.class::isInstance).map(Fact.WindowClosed.class::cast)
        .filter(w -> w.resource().equals(t.resource()) && w.most() > 0).findFirst();
  }

  private static RunTrace with(RunTrace t, Fact more) {
    List<Fact> facts = new ArrayList<>(t.facts());
    facts.add(more);
    return new RunTrace(t.resource(), facts, t.looks(), t.result(), t.policies());
  }

  private static RunTrace replaced(RunTrace t, Fact old, Fact fresh) {
    List<Fact> facts = new ArrayList<>(t.facts());
    facts.set(facts.indexOf(old), fresh);
    return new RunTrace(t.resource(), facts, t.looks(), t.result(), t.policies());
  }

  private static RunTrace looks(RunTrace t, UnaryOperator<RunTrace.Look> change) {
    return new RunTrace(t.resource(), t.facts(), t.looks().stream().map(change).toList(), t.result(), t.policies());
  }
}
