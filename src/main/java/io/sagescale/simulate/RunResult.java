package io.sagescale.simulate;

import io.sagescale.model.AlarmState;
import io.sagescale.model.ScalingActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one run came to. Times are absolute; {@code start} is the scenario's first instant. */
public record RunResult(
    String policyName,
    String scenarioName,
    long seed,
    Instant start,
    Instant end,
    Requests requests,
    Latency latency,
    Latency timeToFirstToken,
    List<ScaleOut> scaleOuts,
    History history,
    Totals totals) {
  public RunResult {
    scaleOuts = List.copyOf(scaleOuts);
  }

  /**
   * arrived = completed + rejected + failed + inFlightAtEnd; failed counts time-outs and crashes, timedOut of them.
   *
   * @param queuedPeak most requests that waited in the copies' queues at one time, all copies together
   * @param waitedLong completed requests whose first token came more than {@link #LONG_WAIT} after they arrived
   */
  public record Requests(
      long arrived, long completed, long rejected, long failed, long timedOut, long inFlightAtEnd, long queuedPeak,
      long waitedLong) {
    /** Source: our choice, because a person who has waited ten seconds for a first word turns away. */
    public static final Duration LONG_WAIT = Duration.ofSeconds(10);
  }

  /** Percentiles over completed requests, in milliseconds; null when none completed. */
  public record Latency(
      @Nullable Double p50, @Nullable Double p90, @Nullable Double p95, @Nullable Double p99, @Nullable Double max,
      @Nullable Double mean) {}

  /**
   * One scale-out by a policy, in the launch post's steps.
   *
   * @param loadRose t0: when the load first rose over the target; null when it cannot be told
   * @param alarmFired t1
   * @param inService t2: when the added capacity was in service; null when it never was, or the run ended before
   */
  public record ScaleOut(
      @Nullable Instant loadRose,
      Instant alarmFired,
      Instant decided,
      @Nullable Instant inService,
      int fromCapacity,
      int toCapacity,
      String policy,
      List<Stage> stages) {
    public ScaleOut {
      stages = List.copyOf(stages);
    }

    public @Nullable Duration detection() {
      return loadRose == null ? null : Duration.between(loadRose, alarmFired);
    }

    public @Nullable Duration endToEnd() {
      return loadRose == null || inService == null ? null : Duration.between(loadRose, inService);
    }
  }

  /** A named stretch of a scale-out, as the slowest copy of it went through. */
  public record Stage(String name, Instant from, Instant to) {}

  /** What happened, oldest first, each list. */
  public record History(
      List<Capacity> capacity, List<AlarmChange> alarms, List<ScalingActivity> activities, List<Sample> samples) {
    public History {
      capacity = List.copyOf(capacity);
      alarms = List.copyOf(alarms);
      activities = List.copyOf(activities);
      samples = List.copyOf(samples);
    }
  }

  /** Capacity from an instant on; desired as set, in service as reached. */
  public record Capacity(Instant at, int desired, int inService, int instances) {}

  public record AlarmChange(Instant at, String alarm, AlarmState from, AlarmState to, String reason) {}

  /**
   * Ten seconds of the run, for charts.
   *
   * @param at end of the ten seconds
   * @param maxConcurrency highest number in flight on one copy within the window
   * @param meanConcurrency mean number in flight over all copies together
   * @param target target of the concurrency policy, null where there is none
   */
  public record Sample(
      Instant at, double maxConcurrency, double meanConcurrency, @Nullable Double target, int copies, long arrived,
      long rejected, long failed) {}

  /**
   * @param flaps reversals: an in after an out, or an out after an in, within {@link #FLAP_WINDOW}
   * @param costUsd instance-seconds at the price file's prices
   * @param pricesAsOf the day on which the prices were read
   */
  public record Totals(int flaps, double costUsd, double instanceSeconds, long events, LocalDate pricesAsOf) {
    /** Source: our choice, because a reversal within half an hour pays for a start-up twice. */
    public static final Duration FLAP_WINDOW = Duration.ofMinutes(30);
  }
}
