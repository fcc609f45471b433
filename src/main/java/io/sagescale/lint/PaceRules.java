package io.sagescale.lint;

import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.EndpointScaling.StartupTimes;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ScalingPolicy;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on cooldowns, against a start and against the alarm's window. */
final class PaceRules {
  /** Source: AAS, the scale-in alarm of target tracking wants 15 minutes, in points of 10 s or of a minute. */
  private static final Duration TRACKING_SCALE_IN = Duration.ofMinutes(15);

  /** Source: AAS, the scale-out alarm of target tracking wants 3 points. */
  private static final int TRACKING_POINTS = 3;

  private static final Duration MINUTE = Duration.ofSeconds(60);

  private PaceRules() {}

  static void check(Examination e) {
    Expectations expected = e.expected();
    Duration start = expected == null || expected.startup() == null ? Duration.ZERO : total(expected.startup());
    for (TargetTrackingPolicy policy : e.tracking()) {
      Place cooldown = Place.policy(policy.name()).key("track", "cooldown");
      if (!policy.isScaleInDisabled()) {
        scaleIn(e, TRACKING_SCALE_IN, ScalingPolicy.orDefault(policy.scaleInCooldown()), start, cooldown.key("in"));
      }
      scaleOut(e, period(policy).multipliedBy(TRACKING_POINTS), ScalingPolicy.orDefault(policy.scaleOutCooldown()),
          cooldown.key("out"));
    }
    for (Stepped step : e.stepped()) {
      Duration cooldown = ScalingPolicy.orDefault(step.policy().cooldown());
      if (step.removes()) {
        scaleIn(e, step.timeToAlarm(), cooldown, start, step.place().key("cooldown"));
      } else if (step.adds()) {
        scaleOut(e, step.window(), cooldown, step.place().key("cooldown"));
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

  private static Duration period(TargetTrackingPolicy policy) {
    return policy.metric() instanceof TrackedMetric.Predefined(PredefinedMetric type) ? type.period() : MINUTE;
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
