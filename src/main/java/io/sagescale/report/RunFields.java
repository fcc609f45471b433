package io.sagescale.report;

import io.sagescale.model.NotScaledReason;
import io.sagescale.model.ScalingActivity;
import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.Latency;
import io.sagescale.simulate.RunResult.Requests;
import io.sagescale.simulate.RunResult.ScaleOut;
import io.sagescale.simulate.RunResult.Totals;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The document {@value #SCHEMA}: one run for programs, as its JSON Schema beside this class describes it. */
final class RunFields {
  static final String SCHEMA = "sagescale/simulate/v1";

  private final Fields out;

  RunFields(Fields out) {
    this.out = out;
  }

  void write(RunResult run) throws IOException {
    out.text("schema", SCHEMA);
    out.text("policy", run.policyName());
    out.text("scenario", run.scenarioName());
    out.whole("seed", run.seed());
    out.instant("start", run.start());
    out.instant("end", run.end());
    out.object("requests", () -> requests(run.requests()));
    out.object("latencyMillis", () -> latency(run.latency()));
    out.object("timeToFirstTokenMillis", () -> latency(run.timeToFirstToken()));
    @Nullable ScaleOut first = Headline.firstScaleOut(run).orElse(null);
    if (first == null) {
      out.nothing("scaleOut");
    } else {
      out.object("scaleOut", () -> scaleOut(first));
    }
    out.array("scaleOuts", run.scaleOuts(), this::scaleOut);
    history(run);
    out.whole("flaps", run.totals().flaps());
    out.object("cost", () -> cost(run.totals()));
    out.whole("events", run.totals().events());
  }

  void requests(Requests requests) throws IOException {
    out.whole("arrived", requests.arrived());
    out.whole("completed", requests.completed());
    out.whole("rejected", requests.rejected());
    out.whole("failed", requests.failed());
    out.whole("timedOut", requests.timedOut());
    out.whole("inFlightAtEnd", requests.inFlightAtEnd());
    out.whole("queuedPeak", requests.queuedPeak());
    out.whole("waitedOver10Seconds", requests.waitedLong());
  }

  void latency(Latency latency) throws IOException {
    out.number("p50", latency.p50(), 3);
    out.number("p90", latency.p90(), 3);
    out.number("p95", latency.p95(), 3);
    out.number("p99", latency.p99(), 3);
    out.number("max", latency.max(), 3);
    out.number("mean", latency.mean(), 3);
  }

  void cost(Totals totals) throws IOException {
    out.number("usd", totals.costUsd(), 6);
    out.number("instanceSeconds", totals.instanceSeconds(), 3);
    out.text("pricesAsOf", totals.pricesAsOf().toString());
  }

  private void scaleOut(ScaleOut scaleOut) throws IOException {
    out.seconds("detectionSeconds", scaleOut.detection());
    out.seconds("endToEndSeconds", scaleOut.endToEnd());
    out.instant("loadRose", scaleOut.loadRose());
    out.instant("alarmFired", scaleOut.alarmFired());
    out.instant("decided", scaleOut.decided());
    out.instant("inService", scaleOut.inService());
    out.whole("fromCapacity", scaleOut.fromCapacity());
    out.whole("toCapacity", scaleOut.toCapacity());
    out.text("policy", scaleOut.policy());
    out.array("stages", scaleOut.stages(), stage -> {
      out.text("name", stage.name());
      out.instant("from", stage.from());
      out.instant("to", stage.to());
      out.seconds("seconds", Duration.between(stage.from(), stage.to()));
    });
  }

  private void history(RunResult run) throws IOException {
    out.array("capacity", run.history().capacity(), capacity -> {
      out.instant("at", capacity.at());
      out.whole("desired", capacity.desired());
      out.whole("inService", capacity.inService());
      out.whole("instances", capacity.instances());
    });
    out.array("alarms", run.history().alarms(), change -> {
      out.instant("at", change.at());
      out.text("alarm", change.alarm());
      out.text("from", change.from().name());
      out.text("to", change.to().name());
      out.text("reason", change.reason());
    });
    out.array("activities", run.history().activities(), this::activity);
  }

  /** AWS's field names, in the case of this document. Source: AAS API, {@code ScalingActivity}. */
  private void activity(ScalingActivity activity) throws IOException {
    out.text("activityId", activity.id());
    out.text("resourceId", activity.resource().text());
    out.text("description", activity.description());
    out.text("cause", activity.cause());
    out.instant("startTime", activity.startTime());
    out.instant("endTime", activity.endTime());
    out.text("statusCode", activity.status().text());
    out.text("statusMessage", activity.statusMessage());
    out.array("notScaledReasons", activity.notScaledReasons(), this::reason);
  }

  private void reason(NotScaledReason reason) throws IOException {
    out.text("code", reason.code());
    switch (reason) {
      case NotScaledReason.AtMax(int maxCapacity) -> out.whole("maxCapacity", maxCapacity);
      case NotScaledReason.AtMin(int minCapacity) -> out.whole("minCapacity", minCapacity);
      case NotScaledReason.AtDesired(int currentCapacity) -> out.whole("currentCapacity", currentCapacity);
      case NotScaledReason.AnticipatedFlapping() -> { }
      case NotScaledReason.PutAsUnscalable() -> { }
    }
  }
}
