package io.sagescale.simulate;

import io.sagescale.engine.Fact;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests by how they ended, and how long they took: bounded histograms of microseconds with three significant
 * digits.
 */
final class RequestTally {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;

  private final Histogram latency = new Histogram(DIGITS);
  private final Histogram firstToken = new Histogram(DIGITS);
  private long arrived;
  private long completed;
  private long rejected;
  private long failed;
  private long timedOut;
  private long waitedLong;

  void arrived() {
    arrived++;
  }

  void ended(Fact.RequestEnded fact) {
    switch (fact.outcome()) {
      case COMPLETED -> completed(fact);
      case REJECTED_NO_CAPACITY, REJECTED_QUEUE_FULL -> rejected++;
      case TIMED_OUT -> {
        failed++;
        timedOut++;
      }
      case FAILED -> failed++;
    }
  }

  private void completed(Fact.RequestEnded fact) {
    completed++;
    latency.recordValue((fact.endedNanos() - fact.arrivedNanos()) / NANOS_PER_MICRO);
    if (fact.firstTokenNanos() > 0) {
      long waitedNanos = fact.firstTokenNanos() - fact.arrivedNanos();
      firstToken.recordValue(waitedNanos / NANOS_PER_MICRO);
      if (waitedNanos > RunResult.Requests.LONG_WAIT.toNanos()) {
        waitedLong++;
      }
    }
  }

  long arrivals() {
    return arrived;
  }

  long rejections() {
    return rejected;
  }

  long failures() {
    return failed;
  }

  RunResult.Requests requests(long inFlightAtEnd, long queuedPeak) {
    return new RunResult.Requests(
        arrived, completed, rejected, failed, timedOut, inFlightAtEnd, queuedPeak, waitedLong);
  }

  RunResult.Latency latency() {
    return percentiles(latency);
  }

  RunResult.Latency timeToFirstToken() {
    return percentiles(firstToken);
  }

  private static RunResult.Latency percentiles(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return new RunResult.Latency(null, null, null, null, null, null);
    }
    return new RunResult.Latency(
        millis(histogram.getValueAtPercentile(50)), millis(histogram.getValueAtPercentile(90)),
        millis(histogram.getValueAtPercentile(95)), millis(histogram.getValueAtPercentile(99)),
        millis(histogram.getMaxValue()), histogram.getMean() / NANOS_PER_MICRO);
  }

  private static @Nullable Double millis(long micros) {
    return micros / 1000.0;
  }
}
