package io.sagescale.model;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.Collections;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one policy document declares: a target, how it scales, when, and what is expected of it. */
public record EndpointScaling(
    String name,
    SortedMap<String, String> labels,
    ScalableTarget target,
    List<PolicySpec> policies,
    List<ScheduledAction> schedules,
    @Nullable Expectations expectations,
    List<Allowance> allow) {
  public EndpointScaling {
    Check.named("metadata.name", name);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    policies = List.copyOf(policies);
    schedules = List.copyOf(schedules);
    allow = List.copyOf(allow);
  }

  /** One that sets no rule aside. */
  public EndpointScaling(
      String name,
      SortedMap<String, String> labels,
      ScalableTarget target,
      List<PolicySpec> policies,
      List<ScheduledAction> schedules,
      @Nullable Expectations expectations) {
    this(name, labels, target, policies, schedules, expectations, List.of());
  }

  /** A rule of {@code validate} that the author sets aside in this document, and why. */
  public record Allowance(String rule, String reason) {
    public Allowance {
      Check.named("rule", rule);
      Check.named("reason", reason);
    }
  }

  /** A policy together with the alarm that belongs to it; target tracking has none of its own, AWS makes its pair. */
  public record PolicySpec(ScalingPolicy policy, @Nullable AlarmRule alarm) {}

  /**
   * What the author expects; never sent to AWS.
   *
   * @param maxUsdPerHour budget at maximum capacity
   */
  public record Expectations(
      @Nullable String instanceType,
      @Nullable String profile,
      @Nullable StartupTimes startup,
      @Nullable Double maxUsdPerHour) {}

  /** How long each stage of a start takes; stages that are null take no time. */
  public record StartupTimes(
      @Nullable Duration provision,
      @Nullable Duration imagePull,
      @Nullable Duration modelDownload,
      @Nullable Duration containerStart,
      @Nullable Duration healthCheck) {}
}
