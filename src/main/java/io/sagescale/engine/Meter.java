package io.sagescale.engine;

import io.sagescale.metrics.NamedSeries;
import io.sagescale.metrics.SampleAccumulator;
import io.sagescale.metrics.Samples;
import io.sagescale.model.MetricId;
import io.sagescale.model.Outcome;
import io.sagescale.model.ResourceId;
import io.sagescale.model.SageMakerMetrics;
import io.sagescale.routing.InFlight;
import java.util.List;

/**
 * Counts what SageMaker publishes about one variant or component.
 *
 * <p>Unverified: a request counts in Invocations when it ends (the other reading is: when it arrives); the concurrency
 * metrics publish, per host and 10 seconds, one sample whose minimum and maximum are those of the window and whose value is
 * the time average; NoCapacityInvocationFailures is published every 10 seconds in which there were any.
 */
final class Meter {
  /** Namespace of what SageMaker does not publish as a metric. */
  static final String OWN_NAMESPACE = "sagescale";

  private static final double MICROS_PER_NANO = 1e-3;

  final ResourceId resource;
  private final boolean isVariant;
  private final NamedSeries concurrency;
  private final NamedSeries invocations;
  private final NamedSeries invocationsPerUnit;
  private final NamedSeries modelLatency;
  private final NamedSeries errors4xx;
  private final NamedSeries errors5xx;
  private final NamedSeries modelErrors;
  private final NamedSeries noCapacity;
  private final NamedSeries instanceCount;

  private final SampleAccumulator latency = new SampleAccumulator();
  private long ended;
  private long count4xx;
  private long count5xx;
  private long countModelErrors;
  private double perUnit;
  private double perUnitLeast;
  private double perUnitMost;
  private long refusedInWindow;
  private int goneHosts;
  private int goneMost;
  private int goneLeast;
  private double goneNanos;
  private int peakInWindow;

  Meter(ResourceId resource, Press press) {
    this.resource = resource;
    this.isVariant = resource instanceof ResourceId.Variant;
    this.concurrency = series(press, isVariant
        ? SageMakerMetrics.CONCURRENT_REQUESTS_PER_MODEL : SageMakerMetrics.CONCURRENT_REQUESTS_PER_COPY);
    this.invocations = series(press, SageMakerMetrics.INVOCATIONS);
    this.invocationsPerUnit = series(press, isVariant
        ? SageMakerMetrics.INVOCATIONS_PER_INSTANCE : SageMakerMetrics.INVOCATIONS_PER_COPY);
    this.modelLatency = series(press, SageMakerMetrics.MODEL_LATENCY);
    this.errors4xx = series(press, SageMakerMetrics.INVOCATION_4XX_ERRORS);
    this.errors5xx = series(press, SageMakerMetrics.INVOCATION_5XX_ERRORS);
    this.modelErrors = series(press, SageMakerMetrics.INVOCATION_MODEL_ERRORS);
    this.noCapacity = series(press, SageMakerMetrics.NO_CAPACITY_INVOCATION_FAILURES);
    this.instanceCount = press.series(new MetricId(OWN_NAMESPACE, "InstanceCount", invocations.id().dimensions()));
  }

  private NamedSeries series(Press press, String name) {
    return press.series(SageMakerMetrics.of(name, resource));
  }

  /** True when that is the highest count on any copy within the window so far. */
  boolean isNewPeak(int inFlight) {
    if (inFlight <= peakInWindow) {
      return false;
    }
    peakInWindow = inFlight;
    return true;
  }

  void noCapacity() {
    refusedInWindow++;
    count4xx++;
  }

  /** @param units copies in service at that moment, 1 or more */
  void ended(Outcome outcome, long latencyNanos, int units) {
    double share = 1.0 / units;
    perUnitLeast = ended == 0 ? share : Math.min(perUnitLeast, share);
    perUnitMost = ended == 0 ? share : Math.max(perUnitMost, share);
    perUnit += share;
    ended++;
    switch (outcome) {
      case COMPLETED -> latency.add(latencyNanos * MICROS_PER_NANO);
      case REJECTED_QUEUE_FULL -> {
        count4xx++;
        countModelErrors++;
      }
      case TIMED_OUT, FAILED -> {
        count5xx++;
        countModelErrors++;
      }
      case REJECTED_NO_CAPACITY -> throw new IllegalStateException("no copy had this request");
    }
  }

  /** A host is gone in mid-window: what it had so far still counts in this window. */
  void gone(InFlight inFlight, int copy, long nowNanos) {
    goneLeast = goneHosts == 0 ? inFlight.least(copy) : Math.min(goneLeast, inFlight.least(copy));
    goneMost = Math.max(goneMost, inFlight.most(copy));
    goneNanos += inFlight.areaNanos(copy, nowNanos);
    goneHosts++;
  }

  /** Closes ten seconds: publishes the concurrency of every emitting host, and what found no capacity. */
  Fact.WindowClosed closeWindow(Press press, InFlight inFlight, List<Integer> hosts, long nowNanos) {
    int most = goneMost;
    int least = goneHosts == 0 ? Integer.MAX_VALUE : goneLeast;
    double requestNanos = goneNanos;
    int emitting = goneHosts + hosts.size();
    peakInWindow = 0;
    for (int copy : hosts) {
      requestNanos += inFlight.areaNanos(copy, nowNanos);
      most = Math.max(most, inFlight.most(copy));
      least = Math.min(least, inFlight.least(copy));
      inFlight.reset(copy, nowNanos);
      peakInWindow = Math.max(peakInWindow, inFlight.count(copy));
    }
    if (emitting > 0) {
      press.window(concurrency, Samples.statistics(emitting, requestNanos / Press.WINDOW_NANOS, least, most));
    }
    if (refusedInWindow > 0) {
      press.window(noCapacity, Samples.statistics(refusedInWindow, refusedInWindow, 1, 1));
    }
    refusedInWindow = 0;
    goneHosts = 0;
    goneMost = 0;
    goneNanos = 0;
    return new Fact.WindowClosed(resource, press.boundary(), most, requestNanos / Nanos.PER_SECOND, emitting);
  }

  /** Closes a minute; without copies nothing but refusals is published, with copies and no traffic zeros are. */
  void closeMinute(Press press, int copies, int instances) {
    if (copies > 0 || ended > 0) {
      press.minute(invocations, counted(ended, ended, 1, 1));
      press.minute(invocationsPerUnit, counted(ended, perUnit, perUnitLeast, perUnitMost));
      press.minute(errors5xx, flags(count5xx));
      press.minute(modelErrors, flags(countModelErrors));
      press.minute(errors4xx, flags(count4xx));
    } else if (count4xx > 0) {
      press.minute(errors4xx, Samples.statistics(count4xx, count4xx, 1, 1));
    }
    if (isVariant) {
      press.minute(instanceCount, Samples.of(instances));
    }
    if (!latency.isEmpty()) {
      press.minute(modelLatency, latency.drain());
    }
    ended = 0;
    perUnit = 0;
    count4xx = 0;
    count5xx = 0;
    countModelErrors = 0;
  }

  private static Samples counted(long count, double sum, double least, double most) {
    return count == 0 ? Samples.of(0) : Samples.statistics(count, sum, least, most);
  }

  private Samples flags(long count) {
    long of = Math.max(ended, count);
    return of == 0 ? Samples.of(0) : Samples.statistics(of, count, count == of ? 1 : 0, count > 0 ? 1 : 0);
  }
}
