package io.sagescale.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several workloads as one, by arrival; at the same instant the earlier one in the list comes first. */
final class MergedWorkload implements Workload {
  private final List<Workload> sources;
  private final boolean[] hasHead;
  private @Nullable Workload current;
  private int currentIndex = -1;

  MergedWorkload(List<Workload> sources) {
    this.sources = List.copyOf(sources);
    this.hasHead = new boolean[sources.size()];
  }

  @Override
  public boolean advance() {
    if (currentIndex >= 0) {
      hasHead[currentIndex] = sources.get(currentIndex).advance();
    } else if (current == null) {
      for (int i = 0; i < hasHead.length; i++) {
        hasHead[i] = sources.get(i).advance();
      }
    }
    currentIndex = earliest();
    if (currentIndex < 0) {
      return false;
    }
    current = sources.get(currentIndex);
    return true;
  }

  private int earliest() {
    int best = -1;
    for (int i = 0; i < hasHead.length; i++) {
      if (hasHead[i] && (best < 0 || sources.get(i).arrivalNanos() < sources.get(best).arrivalNanos())) {
        best = i;
      }
    }
    return best;
  }

  private Workload current() {
    if (current == null) {
      throw new IllegalStateException("advance() has not moved to a request yet");
    }
    return current;
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
