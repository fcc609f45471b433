package io.sagescale.lint;

import io.sagescale.model.EndpointScaling.Expectations;
import io.sagescale.model.MetricId;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.model.TrackedMetric;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules on what target tracking tracks, and at which value. */
final class TargetRules {
  private TargetRules() {}

  static void check(Examination e) {
    Expectations expected = e.expected();
    Saturation saturation = Saturation.of(expected == null ? null : expected.profile());
    for (TargetTrackingPolicy policy : e.tracking()) {
      Place track = Place.policy(policy.name()).key("track");
      switch (policy.metric()) {
        case TrackedMetric.Predefined(PredefinedMetric type) -> predefined(e, policy, type, saturation, track);
        case TrackedMetric.Single(MetricId metric, var _) -> single(e, metric, track);
        case TrackedMetric.Math _ -> { }
      }
    }
    guard(e);
  }

  private static void predefined(
      Examination e, TargetTrackingPolicy policy, PredefinedMetric type, @Nullable Saturation saturation, Place track) {
    double target = policy.targetValue();
    if (type.isHighResolution()) {
      if (target < 1) {
        e.add(Rule.TARGET_BELOW_ONE, track.key("target"),
            "one request in flight is already above the target of " + Figures.plain(target), "Write a whole number such as 5");
      }
      if (saturation != null && target > saturation.requestsAtOnce()) {
        e.add(Rule.TARGET_ABOVE_SATURATION, track.key("target"),
            String.format(Locale.ROOT, "the target is %s requests in flight, and a copy serves about %d at once",
                Figures.plain(target), saturation.requestsAtOnce()),
            "Write " + Math.max(1, saturation.requestsAtOnce() * 7 / 10) + " or less");
      }
      return;
    }
    if (saturation != null && target > saturation.requestsPerMinute()) {
      e.add(Rule.TARGET_ABOVE_THROUGHPUT, track.key("target"),
          String.format(Locale.ROOT, "the target is %s invocations a minute, and a copy finishes about %.0f",
              Figures.plain(target), saturation.requestsPerMinute()),
          String.format(Locale.ROOT, "Write %.0f or less", saturation.requestsPerMinute() * 0.7));
    }
    if (!hasFastScaleOut(e)) {
      e.add(Rule.SLOW_METRIC, track.key("metric"),
          type.metricName() + " is measured once a minute, and nothing here watches requests in flight",
          "Track " + fast(type).metricName() + ", with requests in flight as the target");
    }
  }

  private static boolean hasFastScaleOut(Examination e) {
    return e.tracking().stream().anyMatch(policy ->
            policy.metric() instanceof TrackedMetric.Predefined(PredefinedMetric type) && type.isHighResolution())
        || e.stepped().stream().anyMatch(step -> step.adds() && Published.isFast(step.metric()));
  }

  private static PredefinedMetric fast(PredefinedMetric type) {
    return switch (type) {
      case VARIANT_INVOCATIONS_PER_INSTANCE, VARIANT_CONCURRENT_REQUESTS_PER_MODEL ->
          PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL;
      case COMPONENT_INVOCATIONS_PER_COPY, COMPONENT_CONCURRENT_REQUESTS_PER_COPY ->
          PredefinedMetric.COMPONENT_CONCURRENT_REQUESTS_PER_COPY;
    };
  }

  private static void guard(Examination e) {
    boolean isScaledInByFlight = e.tracking().stream().anyMatch(policy -> isOn(policy, true) && !policy.isScaleInDisabled());
    for (TargetTrackingPolicy policy : e.tracking()) {
      if (isScaledInByFlight && isOn(policy, false) && policy.isScaleInDisabled()) {
        e.add(Rule.GUARD_WITHOUT_A_SAY, Place.policy(policy.name()).key("track", "disableScaleIn"),
            "policy " + policy.name() + " sees invocations but does not hold back scaling in when requests in flight vanish",
            "Remove disableScaleIn");
      }
    }
  }

  private static boolean isOn(TargetTrackingPolicy policy, boolean isFlight) {
    return policy.metric() instanceof TrackedMetric.Predefined(PredefinedMetric type) && type.isHighResolution() == isFlight;
  }

  private static void single(Examination e, MetricId metric, Place track) {
    Published published = Published.of(metric);
    if (Published.isFast(metric)) {
      e.add(Rule.FAST_METRIC_READ_SLOWLY, track.key("metric"),
          metric.name() + " as a customized metric is read once a minute", "Write metric: " + metric.name());
    } else if (published != null && published.measures() == Published.Measure.TOTAL_LOAD) {
      e.add(Rule.TRACKS_A_TOTAL, track.key("metric"),
          metric.name() + " is a total, which stays as high when copies are added", "Track a metric per instance or copy");
    }
  }
}
