package io.sagescale.simulate;

import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.model.AlarmState;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.Outcome;
import io.sagescale.model.ScalingActivity;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.StepScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ScalingDecision;
import io.sagescale.serving.InstanceTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds on every run, whatever the policy and the world. Each law looks at a trace and names its first breach. */
enum Laws {
  /**
   * Unless a move into new bounds was refused or given up, as when no instance is to be had, or the bounds were registered
   * while an update ran: then registering moves nothing.
   */
  CAPACITY_STAYS_IN_BOUNDS {
    @Override
    Optional<String> breach(RunTrace trace) {
      int told = 0;
      boolean wasRefused = false;
      CapacityRange before = trace.looks().isEmpty() ? null : trace.looks().getFirst().range();
      for (RunTrace.Look look : trace.looks()) {
        wasRefused |= !look.isScalable() && !look.range().equals(before);
        before = look.range();
        for (; told < look.factsSoFar(); told++) {
          wasRefused |= trace.facts().get(told) instanceof Fact.ActivityChanged changed
              && isMiss(changed.activity());
        }
        boolean isInside = look.desired() >= look.range().min() && look.desired() <= look.range().max();
        wasRefused &= !isInside;
        if (look.isScalable() && !isInside && !wasRefused) {
          return at(look.atNanos(), "desired %d outside %s", look.desired(), look.range());
        }
      }
      return Optional.empty();
    }

    private boolean isMiss(ScalingActivity activity) {
      return activity.status() == ScalingActivity.Status.UNFULFILLED
          || (activity.status() == ScalingActivity.Status.FAILED && activity.notScaledReasons().isEmpty());
    }
  },

  IN_FLIGHT_IS_DISPATCHED_MINUS_ENDED {
    @Override
    Optional<String> breach(RunTrace trace) {
      for (RunTrace.Look look : trace.looks()) {
        if (look.inFlight() < 0 || look.inFlight() != look.inFlightByCopies()) {
          return at(look.atNanos(), "%d in flight, the copies have %d", look.inFlight(), look.inFlightByCopies());
        }
      }
      RunResult.Requests r = trace.result().requests();
      return r.arrived() == r.completed() + r.rejected() + r.failed() + r.inFlightAtEnd()
          ? Optional.empty() : Optional.of("requests do not add up: " + r);
    }
  },

  EACH_REQUEST_ENDS_ONCE {
    @Override
    Optional<String> breach(RunTrace trace) {
      Set<Long> ended = new LinkedHashSet<>();
      for (Fact fact : trace.facts()) {
        if (fact instanceof Fact.RequestEnded end && end.copy() >= 0 && !ended.add(end.request())) {
          return at(end.endedNanos(), "request %d ended twice", end.request());
        }
      }
      return Optional.empty();
    }
  },

  NO_SCALE_IN_INSIDE_ITS_COOLDOWN {
    @Override
    Optional<String> breach(RunTrace trace) {
      Instant settled = null;
      String by = "";
      boolean isIn = false;
      for (Fact fact : trace.facts()) {
        if (fact instanceof Fact.Decided decided) {
          if (decided.decision() instanceof ScalingDecision.ScaleIn in) {
            if (isIn && settled != null && in.policy().equals(by)
                && Duration.between(settled, decided.at()).compareTo(scaleInCooldown(trace, by)) < 0) {
              return Optional.of("scale-in by %s at %s, the last one was done at %s".formatted(by, decided.at(), settled));
            }
            isIn = true;
            by = in.policy();
            settled = null;
          } else if (decided.decision() instanceof ScalingDecision.ScaleOut) {
            isIn = false;
          }
        } else if (fact instanceof Fact.CapacityChanged changed && settled == null
            && changed.desired() == changed.inService()) {
          settled = changed.at();
        }
      }
      return Optional.empty();
    }
  },

  ALARMS_TURN_ONLY_AT_THEIR_BOUNDARY {
    @Override
    Optional<String> breach(RunTrace trace) {
      Map<String, Long> phases = new LinkedHashMap<>();
      for (Fact fact : trace.facts()) {
        if (fact instanceof Fact.AlarmTurned turned) {
          String alarm = turned.evaluation().alarm();
          long phase = Math.floorMod(Nanos.of(turned.at()), 10 * Nanos.PER_SECOND);
          Long known = phases.putIfAbsent(alarm, phase);
          if (known != null && known != phase) {
            return Optional.of("%s turned at %s, off its phase".formatted(alarm, turned.at()));
          }
        }
      }
      return Optional.empty();
    }
  },

  ALARM_STATES_FORM_A_CHAIN {
    @Override
    Optional<String> breach(RunTrace trace) {
      Map<String, AlarmState> states = new LinkedHashMap<>();
      for (Fact fact : trace.facts()) {
        if (fact instanceof Fact.AlarmTurned turned) {
          AlarmState before = states.getOrDefault(turned.evaluation().alarm(), AlarmState.INSUFFICIENT_DATA);
          if (turned.evaluation().before() != before || turned.evaluation().after() == before) {
            return Optional.of("%s turned from %s, was %s".formatted(
                turned.evaluation().alarm(), turned.evaluation().before(), before));
          }
          states.put(turned.evaluation().alarm(), turned.evaluation().after());
        }
      }
      return Optional.empty();
    }
  },

  METRIC_IS_A_RECOUNT_OF_REQUESTS_IN_FLIGHT {
    @Override
    Optional<String> breach(RunTrace trace) {
      List<long[]> stays = stays(trace);
      double total = 0;
      Instant last = null;
      for (Fact fact : trace.facts()) {
        if (fact instanceof Fact.WindowClosed window && window.resource().equals(trace.resource())) {
          long end = Nanos.of(window.end());
          long start = end - 10 * Nanos.PER_SECOND;
          Optional<String> breach = recount(stays, window, start, end);
          if (breach.isPresent()) {
            return breach;
          }
          total += window.requestSeconds();
          last = window.end();
        }
      }
      return last == null ? Optional.empty() : littlesLaw(stays, total, Nanos.of(last));
    }

    private Optional<String> recount(List<long[]> stays, Fact.WindowClosed window, long start, long end) {
      Map<Long, List<long[]>> changes = new LinkedHashMap<>();
      for (long[] stay : stays) {
        if (stay[0] < end && stay[1] >= start) {
          List<long[]> ofCopy = changes.computeIfAbsent(stay[2], c -> new ArrayList<>());
          boolean isRefusedAtOnce = stay[0] == stay[1];
          ofCopy.add(new long[] {Math.max(stay[0], start), isRefusedAtOnce ? 0 : 1});
          if (stay[1] < end && !isRefusedAtOnce) {
            ofCopy.add(new long[] {stay[1], -1});
          }
        }
      }
      long most = 0;
      for (List<long[]> ofCopy : changes.values()) {
        // of one instant: ends, then arrivals, then those that are there for no time at all
        ofCopy.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(order(a[1]), order(b[1])));
        long count = 0;
        for (long[] change : ofCopy) {
          count += change[1];
          most = Math.max(most, change[1] == 0 ? count + 1 : count);
        }
      }
      return window.most() == most ? Optional.empty()
          : Optional.of("window to %s shows %d, a recount gives %d".formatted(window.end(), window.most(), most));
    }

    private static int order(long change) {
      return change < 0 ? 0 : change > 0 ? 1 : 2;
    }

    private Optional<String> littlesLaw(List<long[]> stays, double total, long until) {
      double seconds = 0;
      for (long[] stay : stays) {
        if (stay[0] < until) {
          seconds += (Math.min(stay[1], until) - stay[0]) / 1e9;
        }
      }
      return Math.abs(seconds - total) <= 1e-6 * Math.max(1, seconds) ? Optional.empty()
          : Optional.of("windows add up to %s request-seconds, stays to %s".formatted(total, seconds));
    }
  },

  COST_IS_AN_INDEPENDENT_SUM {
    @Override
    Optional<String> breach(RunTrace trace) {
      double instanceSeconds = 0;
      long before = Nanos.of(trace.result().start());
      int running = trace.looks().isEmpty() ? 0 : trace.looks().getFirst().runningInstances();
      for (RunTrace.Look look : trace.looks()) {
        instanceSeconds += running * ((look.atNanos() - before) / 1e9);
        before = look.atNanos();
        running = look.runningInstances();
      }
      instanceSeconds += running * ((Nanos.of(trace.result().end()) - before) / 1e9);
      double usd = instanceSeconds / 3600 * InstanceTypes.byName("ml.g5.2xlarge").orElseThrow().usdPerHour();
      return Math.abs(usd - trace.result().totals().costUsd()) <= 1e-9 * Math.max(1, usd) ? Optional.empty()
          : Optional.of("cost %s, an independent sum gives %s".formatted(trace.result().totals().costUsd(), usd));
    }
  };

  /** The first breach of the law in the trace; empty when it holds. */
  abstract Optional<String> breach(RunTrace trace);

  private static Optional<String> at(long nanos, String format, Object... values) {
    return Optional.of(Nanos.toInstant(nanos) + ": " + format.formatted(values));
  }

  private static Duration scaleInCooldown(RunTrace trace, String policy) {
    for (ScalingPolicy candidate : trace.policies()) {
      if (candidate.name().equals(policy)) {
        return switch (candidate) {
          case TargetTrackingPolicy p -> ScalingPolicy.orDefault(p.scaleInCooldown());
          case StepScalingPolicy p -> ScalingPolicy.orDefault(p.cooldown());
        };
      }
    }
    throw new IllegalStateException("no policy " + policy);
  }

  /** Each request's stay on a copy: arrived, ended, copy; from what the requests themselves reported. */
  private static List<long[]> stays(RunTrace trace) {
    List<long[]> stays = new ArrayList<>();
    for (Fact fact : trace.facts()) {
      if (fact instanceof Fact.RequestEnded end && end.outcome() != Outcome.REJECTED_NO_CAPACITY) {
        stays.add(new long[] {end.arrivedNanos(), end.endedNanos(), end.copy()});
      }
    }
    return stays;
  }
}
