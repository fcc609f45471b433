package io.sagescale.simulate;

import java.util.List;

/** Several workloads as one, by arrival; at the same instant the earlier one in the list comes first. */
final class MergedWorkload implements Workload {
  private static final long ENDED = Long.MAX_VALUE;
  private static final int NONE = -1;

  private final List<Workload> sources;

  /** Arrival of each source's next request, beside each other for a quick look. */
  private final long[] arrivals;
  private int current = NONE;
  private boolean hasBegun;

  MergedWorkload(List<Workload> sources) {
    this.sources = List.copyOf(sources);
    this.arrivals = new long[sources.size()];
  }

  @Override
  public boolean advance() {
    if (!hasBegun) {
      hasBegun = true;
      for (int i = 0; i < arrivals.length; i++) {
        moveOn(i);
      }
    } else if (current != NONE) {
      moveOn(current);
    }
    current = earliest();
    return current != NONE;
  }

  private void moveOn(int index) {
    Workload source = sources.get(index);
    arrivals[index] = source.advance() ? source.arrivalNanos() : ENDED;
  }

  private int earliest() {
    int best = NONE;
    long bestNanos = ENDED;
    for (int i = 0; i < arrivals.length; i++) {
      if (arrivals[i] < bestNanos) {
        best = i;
        bestNanos = arrivals[i];
      }
    }
    return best;
  }

  private Workload current() {
    if (current == NONE) {
      throw new IllegalStateException("advance() has not moved to a request");
    }
    return sources.get(current);
  }

  @Override
  public long arrivalNanos() {
    return current().arrivalNanos();
  }

  @Override
  public int inputTokens() {
    return current().inputTokens();
  }

  @Override
  public int outputTokens() {
    return current().outputTokens();
  }

  @Override
  public boolean isStreaming() {
    return current().isStreaming();
  }

  @Override
  public double routingDraw() {
    return current().routingDraw();
  }

  @Override
  public double serviceDraw() {
    return current().serviceDraw();
  }

  @Override
  public void close() {
    sources.forEach(Workload::close);
  }
}
