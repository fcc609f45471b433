package io.sagescale.simulate;

import java.util.ArrayList;
import java.util.List;

/** The requests of a workload, read to its end: for tests only, where they are few. */
record RequestsPlayed(List<Request> requests) {
  record Request(long nanos, int input, int output, boolean isStreaming, double routing, double service) {}

  static RequestsPlayed of(Workload workload) {
    List<Request> requests = new ArrayList<>();
    try (workload) {
      while (workload.advance()) {
        requests.add(new Request(workload.arrivalNanos(), workload.inputTokens(), workload.outputTokens(),
            workload.isStreaming(), workload.routingDraw(), workload.serviceDraw()));
      }
    }
    return new RequestsPlayed(requests);
  }

  int count() {
    return requests.size();
  }

  /** Arrivals in seconds, for comparison with figures written by hand. */
  List<Double> seconds() {
    return requests.stream().map(request -> request.nanos() / 1e9).toList();
  }

  boolean isInOrder() {
    for (int i = 1; i < requests.size(); i++) {
      if (requests.get(i).nanos() < requests.get(i - 1).nanos()) {
        return false;
      }
    }
    return true;
  }

  double mean(java.util.function.ToDoubleFunction<Request> value) {
    return requests.stream().mapToDouble(value).average().orElseThrow();
  }

  /** Depends on every bit of every request, in order; the same in every JVM. */
  long fingerprint() {
    long hash = 1;
    for (Request each : requests) {
      hash = hash * 31 + each.nanos();
      hash = hash * 31 + each.input();
      hash = hash * 31 + each.output();
      hash = hash * 31 + Double.doubleToRawLongBits(each.routing());
      hash = hash * 31 + Double.doubleToRawLongBits(each.service());
    }
    return hash;
  }
}
