package io.sagescale.simulate;

import io.sagescale.engine.Fact;
import io.sagescale.engine.Nanos;
import io.sagescale.model.AlarmState;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.scaling.ScalingDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows scale-outs of one resource from the rise of the load to capacity in service.
 *
 * <p>The load has risen (t0) when the busiest copy first had more requests in flight than the concurrency policy's target,
 * in the unbroken stretch up to the alarm. Without such a policy: when it first had more than half of the highest count
 * before the alarm, or when the alarm's own metric began to breach, whichever was earlier. Source: our choice; the launch
 * post names the step and gives no definition.
 */
final class ScaleOutLog {
  private final ResourceId resource;
  private @Nullable Double target;
  private final RiseLog rises = new RiseLog();
  private final Map<String, Instant> fired = new LinkedHashMap<>();
  private final Map<String, Instant> rose = new LinkedHashMap<>();
  private final List<Following> followed = new ArrayList<>();
  /** The scale-out that is under way; there is one at most, for scaling rests while an update runs. */
  private @Nullable Following current;

  /** One scale-out. */
  private static final class Following {
    String alarm = "";
    @Nullable Instant loadRose;
    Instant alarmFired = Instant.EPOCH;
    Instant decided = Instant.EPOCH;
    @Nullable Instant inService;
    int from;
    int to;
    String policy = "";
    final Map<Integer, List<RunResult.Stage>> stagesByCopy = new LinkedHashMap<>();
  }

  ScaleOutLog(ResourceId resource, @Nullable Double target) {
    this.resource = resource;
    this.target = target;
  }

  void tracks(@Nullable Double newTarget) {
    target = newTarget;
  }

  void peak(Fact.NewPeak fact) {
    if (fact.resource().equals(resource)) {
      rises.peak(fact.inFlight(), fact.atNanos());
    }
  }

  void windowClosed(Fact.WindowClosed fact) {
    rises.windowClosed(fact.most());
  }

  void alarmTurned(Fact.AlarmTurned fact) {
    String alarm = fact.evaluation().alarm();
    if (fact.evaluation().after() != AlarmState.ALARM) {
      fired.remove(alarm);
      return;
    }
    fired.put(alarm, fact.at());
    Instant since = target == null ? earlier(fact.breachingSince(), roseOver(rises.highest() / 2.0)) : roseOver(target);
    if (since != null) {
      rose.put(alarm, since);
    } else {
      rose.remove(alarm);
    }
  }

  private @Nullable Instant roseOver(double level) {
    return rises.roseOver(level).map(Nanos::toInstant).orElse(null);
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null ? b : b == null || a.isBefore(b) ? a : b;
  }

  void decided(Fact.Decided fact) {
    if (!fact.signal().resource().equals(resource)) {
      return;
    }
    switch (fact.decision()) {
      case ScalingDecision.ScaleOut out -> follow(fact, out);
      case ScalingDecision.ScaleIn in -> current = null;
      case ScalingDecision.Hold hold -> {
        // what is under way goes on
      }
    }
  }

  private void follow(Fact.Decided fact, ScalingDecision.ScaleOut out) {
    Following following = new Following();
    following.alarm = fact.signal().alarmName();
    following.alarmFired = fired.getOrDefault(following.alarm, fact.at());
    following.loadRose = rose.remove(following.alarm);
    following.decided = fact.at();
    following.from = out.from();
    following.to = out.to();
    following.policy = fact.signal().policyName();
    followed.add(following);
    current = following;
  }

  /** A refused scale-out is none; one that is given up ends. The next answers the same rise of the load. */
  void activity(Fact.ActivityChanged fact) {
    Following following = current;
    ScalingActivity activity = fact.activity();
    if (following == null || !activity.resource().equals(resource) || !activity.startTime().equals(following.decided)) {
      return;
    }
    boolean isRefused = activity.status() == ScalingActivity.Status.FAILED && activity.notScaledReasons().isEmpty();
    if (isRefused) {
      followed.remove(following);
    }
    if (isRefused || activity.status() == ScalingActivity.Status.UNFULFILLED) {
      if (following.loadRose != null) {
        rose.putIfAbsent(following.alarm, following.loadRose);
      }
      current = null;
    }
  }

  void stage(Fact.CopyStage fact) {
    Following following = current;
    if (following != null && fact.resource().equals(resource) && !fact.from().isBefore(following.decided)) {
      following.stagesByCopy.computeIfAbsent(fact.copy(), c -> new ArrayList<>())
          .add(new RunResult.Stage(fact.stage(), fact.from(), fact.to()));
    }
  }

  void capacity(Fact.CapacityChanged fact) {
    Following following = current;
    if (following != null && fact.inService() >= following.to && fact.at().isAfter(following.decided)) {
      following.inService = fact.at();
      current = null;
    }
  }

  List<RunResult.ScaleOut> scaleOuts() {
    List<RunResult.ScaleOut> result = new ArrayList<>();
    for (Following f : followed) {
      result.add(new RunResult.ScaleOut(
          f.loadRose, f.alarmFired, f.decided, f.inService, f.from, f.to, f.policy, slowest(f)));
    }
    return result;
  }

  private static List<RunResult.Stage> slowest(Following following) {
    List<RunResult.Stage> slowest = List.of();
    for (List<RunResult.Stage> stages : following.stagesByCopy.values()) {
      if (slowest.isEmpty() || end(stages).isAfter(end(slowest))) {
        slowest = stages;
      }
    }
    return slowest;
  }

  private static Instant end(List<RunResult.Stage> stages) {
    return stages.getLast().to();
  }
}
