package io.sagescale.routing;

import io.sagescale.model.RoutingStrategy;
import java.util.Arrays;

/**
 * The copies of one resource that take requests, and the choice among them.
 *
 * <p>Source: SageMaker API, {@code RoutingStrategy}; ties between equally loaded copies are broken by the request's draw.
 */
public final class Router {
  /** The answer when no copy takes requests. */
  public static final int NONE = -1;

  private final RoutingStrategy strategy;
  private int[] copies = new int[4];
  private int size;

  public Router(RoutingStrategy strategy) {
    this.strategy = strategy;
  }

  /** Adds a copy; one that is there already is left. */
  public void add(int copy) {
    if (indexOf(copy) < 0) {
      if (size == copies.length) {
        copies = Arrays.copyOf(copies, size * 2);
      }
      copies[size++] = copy;
    }
  }

  public void remove(int copy) {
    int index = indexOf(copy);
    if (index >= 0) {
      System.arraycopy(copies, index + 1, copies, index, size - index - 1);
      size--;
    }
  }

  public int size() {
    return size;
  }

  /** The copy for one request, or {@link #NONE}. @param draw uniform in [0, 1) */
  public int choose(InFlight inFlight, double draw) {
    if (size <= 1) {
      return size == 0 ? NONE : copies[0];
    }
    int start = (int) (draw * size);
    return switch (strategy) {
      case RANDOM -> copies[start];
      case LEAST_OUTSTANDING_REQUESTS -> least(inFlight, start);
    };
  }

  private int least(InFlight inFlight, int start) {
    int best = copies[start];
    int fewest = inFlight.count(best);
    for (int i = 1; i < size; i++) {
      int candidate = copies[(start + i) % size];
      if (inFlight.count(candidate) < fewest) {
        best = candidate;
        fewest = inFlight.count(candidate);
      }
    }
    return best;
  }

  private int indexOf(int copy) {
    for (int i = 0; i < size; i++) {
      if (copies[i] == copy) {
        return i;
      }
    }
    return -1;
  }
}
