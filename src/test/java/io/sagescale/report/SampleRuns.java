package io.sagescale.report;

import io.sagescale.model.AlarmState;
import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalingActivity;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.AlarmChange;
import io.sagescale.simulate.RunResult.Capacity;
import io.sagescale.simulate.RunResult.History;
import io.sagescale.simulate.RunResult.Latency;
import io.sagescale.simulate.RunResult.Requests;
import io.sagescale.simulate.RunResult.Sample;
import io.sagescale.simulate.RunResult.ScaleOut;
import io.sagescale.simulate.RunResult.Stage;
import io.sagescale.simulate.RunResult.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results made by hand: an hour with a surge and one scale-out, and its quiet and unfinished relatives. */
public final class SampleRuns {
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  static final Instant END = START.plusSeconds(3600);
  private static final ResourceId RESOURCE = new ResourceId.Variant("llama3-8b", "AllTraffic");
  private static final Latency LATENCY = new Latency(1234.5678, 8000.0, 12_345.0, 65_000.0, 125_000.0, 2345.0);
  private static final Latency FIRST_TOKEN = new Latency(8.26, 412.0, 999.4, 9_990.0, 61_000.0, 88.0);

  private SampleRuns() {}

  /** Load rises at 0:20:00, the alarm fires 38 s later, capacity is there 7 min 46 s after the rise. */
  public static RunResult surge() {
    return run(1, requests(0, 0), List.of(scaleOut(1200, 1238L, 1666L, 1, 2)), true, 5.0, 0);
  }

  /** Eleven scale-outs, rejections, failures and flaps. */
  static RunResult busy() {
    List<ScaleOut> all = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      all.add(scaleOut(300L * i + 10, 300L * i + 45, i == 10 ? null : 300L * i + 500, i + 1, i + 2));
    }
    return run(2, requests(37, 5), all, true, 5.0, 3);
  }

  /** Nothing to do for a policy that tracks concurrency, nor for one that does not. */
  static RunResult quiet(@Nullable Double target) {
    return run(3, new Requests(0, 0, 0, 0, 0, 0, 0, 0), List.of(), false, target, 0);
  }

  static RunResult of(Requests requests, List<ScaleOut> scaleOuts, @Nullable Double target) {
    return run(4, requests, scaleOuts, false, target, 0);
  }

  static RunResult ofSeed(long seed, @Nullable Long alarmAfterSeconds, double usd) {
    List<ScaleOut> scaleOuts = alarmAfterSeconds == null ? List.of()
        : List.of(scaleOut(1200, 1200 + alarmAfterSeconds, 1200 + alarmAfterSeconds + 420, 1, 2));
    RunResult run = run(seed, requests(0, 0), scaleOuts, false, 5.0, 0);
    return new RunResult(run.policyName(), run.scenarioName(), seed, run.start(), run.end(), run.requests(),
        run.latency(), run.timeToFirstToken(), run.scaleOuts(), run.history(),
        new Totals(0, usd, 7200, 1000, LocalDate.of(2026, 10, 1)));
  }

  static Requests requests(long rejected, long failed) {
    return new Requests(19_366, 19_366 - rejected - failed - 2, rejected, failed, Math.min(failed, 4), 2, 71, 212);
  }

  static ScaleOut scaleOut(long rose, long alarm, @Nullable Long inService, int from, int to) {
    Instant fired = at(alarm);
    List<Stage> stages = inService == null ? List.of() : List.of(
        new Stage("provision", fired, at(alarm + 60)),
        new Stage("imagePull", at(alarm + 60), at(inService - 60)),
        new Stage("modelDownload", at(alarm + 60), at(inService - 160)),
        new Stage("containerStart", at(inService - 60), at(inService - 20)),
        new Stage("healthCheck", at(inService - 20), at(inService - 5)),
        new Stage("registration", at(inService - 5), at(inService)));
    return new ScaleOut(at(rose), fired, fired, inService == null ? null : at(inService), from, to, "concurrency", stages);
  }

  private static RunResult run(
      long seed, Requests requests, List<ScaleOut> scaleOuts, boolean isBusy, @Nullable Double target, int flaps) {
    boolean isEmpty = requests.arrived() == 0;
    return new RunResult("llama3-8b", "azure-conversation-hour", seed, START, END, requests,
        isEmpty ? none() : LATENCY, isEmpty ? none() : FIRST_TOKEN, scaleOuts,
        history(isBusy, target), new Totals(flaps, 4.12345678, 10_088.5, 123_456, LocalDate.of(2026, 10, 1)));
  }

  private static Latency none() {
    return new Latency(null, null, null, null, null, null);
  }

  private static History history(boolean isBusy, @Nullable Double target) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 1; i <= 360; i++) {
      int second = i * 10;
      double load = !isBusy ? 0 : second <= 1200 ? 3 : second <= 1700 ? 3 + (second - 1200) / 20.0 : 12 + i % 3;
      int copies = isBusy && second > 1666 ? 2 : 1;
      samples.add(new Sample(at(second), load, load * copies * 0.8, target, copies, (long) load * 3, 0, 0));
    }
    return new History(
        isBusy
            ? List.of(new Capacity(START, 1, 1, 1), new Capacity(at(1238), 2, 1, 2), new Capacity(at(1666), 2, 2, 2))
            : List.of(new Capacity(START, 1, 1, 1)),
        isBusy ? alarms() : List.of(), isBusy ? activities() : List.of(), samples);
  }

  private static List<AlarmChange> alarms() {
    String high = "TargetTracking-endpoint/llama3-8b/variant/AllTraffic-AlarmHigh-0001";
    List<AlarmChange> alarms = new ArrayList<>();
    alarms.add(new AlarmChange(at(30), high, AlarmState.INSUFFICIENT_DATA, AlarmState.OK, "Threshold crossed"));
    for (int i = 0; i < 10; i++) {
      boolean isUp = i % 2 == 0;
      alarms.add(new AlarmChange(at(1238 + 100L * i), high, isUp ? AlarmState.OK : AlarmState.ALARM,
          isUp ? AlarmState.ALARM : AlarmState.OK, "Threshold crossed"));
    }
    return alarms;
  }

  private static List<ScalingActivity> activities() {
    return List.of(
        new ScalingActivity("a-1", RESOURCE, "Setting desired instance count to 2.", "monitor alarm in state ALARM", at(1238),
            at(1666), ScalingActivity.Status.SUCCESSFUL, "Successfully set desired instance count to 2.", List.of()),
        new ScalingActivity("a-2", RESOURCE, "Attempting to scale due to alarm triggered", "monitor alarm in state ALARM",
            at(2000), null, ScalingActivity.Status.FAILED, null, List.of(new NotScaledReason.AtMax(2))));
  }

  private static Instant at(long second) {
    return START.plus(Duration.ofSeconds(second));
  }
}
