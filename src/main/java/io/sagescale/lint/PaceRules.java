package io.sagescale.lint;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.EndpointScaling.StartupTimes;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on cooldowns, against a start and against the alarm's window. */
final class PaceRules {
  private PaceRules() {}

  static void check(Examination e) {
    Expectations expected = e.expected();
    Duration start = expected == null || expected.startup() == null ? Duration.ZERO : total(expected.startup());
    for (TargetTrackingPolicy policy : e.tracking()) {
      Place cooldown = Place.policy(policy.name()).key("track", "cooldown");
      if (!policy.isScaleInDisabled()) {
        scaleIn(e, timeToAlarm(e.alarms(policy).getLast()), ScalingPolicy.orDefault(policy.scaleInCooldown()), start, cooldown.key("in"));
      }
      scaleOut(e, window(e.alarms(policy).getFirst()), ScalingPolicy.orDefault(policy.scaleOutCooldown()), cooldown.key("out"));
    }
    for (Stepped step : e.stepped()) {
      Duration cooldown = ScalingPolicy.orDefault(step.policy().cooldown());
      if (step.removes()) {
        scaleIn(e, timeToAlarm(step.alarm()), cooldown, start, step.place().key("cooldown"));
      } else if (step.adds()) {
        scaleOut(e, window(step.alarm()), cooldown, step.place().key("cooldown"));
      }
    }
  }

  /** Pull and download run side by side, the rest one after the other. */
  private static Duration total(StartupTimes times) {
    Duration pull = orZero(times.imagePull());
    Duration download = orZero(times.modelDownload());
    return Stream.of(times.provision(), pull.compareTo(download) > 0 ? pull : download, times.containerStart(),
        times.healthCheck()).map(PaceRules::orZero).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  /** From the first of the points that must breach to the last. */
  private static Duration timeToAlarm(AlarmRule alarm) {
    return alarm.input().period().multipliedBy(alarm.condition().pointsNeeded());
  }

  /** Everything the alarm looks back at. */
  private static Duration window(AlarmRule alarm) {
    return alarm.input().period().multipliedBy(alarm.condition().evaluationPeriods());
  }

  private static void scaleIn(Examination e, Duration alarm, Duration cooldown, Duration start, Place place) {
    Duration pace = alarm.plus(cooldown);
    if (pace.compareTo(start) < 0) {
      e.add(Rule.SCALE_IN_BEFORE_START, place,
          "a copy is taken away every " + pace.toSeconds() + " s (alarm " + alarm.toSeconds() + " s, cooldown "
              + cooldown.toSeconds() + " s), and a start takes " + start.toSeconds() + " s",
          "Write a cooldown of " + start.minus(alarm).toSeconds() + "s or more");
    }
  }

  private static void scaleOut(Examination e, Duration window, Duration cooldown, Place place) {
    if (cooldown.compareTo(window) < 0) {
      e.add(Rule.COOLDOWN_WITHIN_WINDOW, place,
          "the cooldown is " + cooldown.toSeconds() + " s, and the alarm looks back " + window.toSeconds() + " s",
          "Write " + window.toSeconds() + "s or more");
    }
  }
}
