package io.sagescale.lint;

import io.sagescale.model.AlarmRule;
import io.sagescale.model.EndpointScaling;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.TargetTrackingPolicy;
import io.sagescale.scaling.ManagedAlarms;
import io.sagescale.scaling.ScalingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One document under examination, and what was found so far. */
final class Examination {
  private final Subject subject;
  private final List<Stepped> stepped;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Subject subject) {
    this.subject = subject;
    this.stepped = Stepped.of(subject.scaling());
  }

  EndpointScaling scaling() {
    return subject.scaling();
  }

  ResourceId resource() {
    return scaling().target().resource();
  }

  boolean isWhole() {
    return subject.isWhole();
  }

  Instant now() {
    return subject.now();
  }

  EndpointScaling.@Nullable Expectations expected() {
    return scaling().expectations();
  }

  /** Policies with an alarm of their own. */
  List<Stepped> stepped() {
    return stepped;
  }

  List<TargetTrackingPolicy> tracking() {
    return scaling().policies().stream().map(EndpointScaling.PolicySpec::policy)
        .filter(TargetTrackingPolicy.class::isInstance).map(TargetTrackingPolicy.class::cast).toList();
  }

  /** What AWS makes for a target tracking policy: the high alarm, then the low one where it may scale in. */
  List<AlarmRule> alarms(TargetTrackingPolicy policy) {
    return ManagedAlarms.of(resource(), policy, ScalingSettings.DEFAULTS);
  }

  /** The smallest minimum that the target or a schedule sets. */
  int least() {
    return IntStream.concat(IntStream.of(scaling().target().range().min()),
        scaling().schedules().stream().map(ScheduledAction::min).mapMultiToInt(Examination::given)).min().orElseThrow();
  }

  /** The largest maximum that the target or a schedule sets. */
  int most() {
    return IntStream.concat(IntStream.of(scaling().target().range().max()),
        scaling().schedules().stream().map(ScheduledAction::max).mapMultiToInt(Examination::given)).max().orElseThrow();
  }

  private static void given(@Nullable Integer bound, IntConsumer out) {
    if (bound != null) {
      out.accept(bound);
    }
  }

  void add(Rule rule, Place place, String message, String fix) {
    findings.add(new Finding(rule, place, message, fix));
  }

  /** In the order of finding. */
  List<Finding> findings() {
    return findings;
  }
}
