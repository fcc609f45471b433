package io.sagescale.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Remembers when the load on the busiest copy reached each height within the last windows, to tell afterwards when it
 * rose over a level that was not known before.
 */
final class RiseLog {
  /** How far back a rise is looked for. Source: our choice, twice the classic scale-in alarm. */
  static final Duration KEPT = Duration.ofMinutes(30);

  private static final int WINDOWS = (int) (KEPT.toSeconds() / 10);

  /** One window: its highest count, and the peaks on the way there, oldest first. */
  private static final class Window {
    int most;
    final List<long[]> peaks = new ArrayList<>(2);
  }

  private final Deque<Window> windows = new ArrayDeque<>();
  private Window running = new Window();

  /** The busiest copy reached that many requests in flight, more than before within the window. */
  void peak(int inFlight, long atNanos) {
    List<long[]> peaks = running.peaks;
    if (!peaks.isEmpty() && peaks.getLast()[0] == atNanos) {
      peaks.getLast()[1] = inFlight;
    } else {
      peaks.add(new long[] {atNanos, inFlight});
    }
  }

  void windowClosed(int most) {
    running.most = most;
    windows.addLast(running);
    if (windows.size() > WINDOWS) {
      windows.removeFirst();
    }
    running = new Window();
  }

  /** The highest count in the windows kept. */
  int highest() {
    int highest = 0;
    for (long[] peak : running.peaks) {
      highest = Math.max(highest, (int) peak[1]);
    }
    for (Window window : windows) {
      highest = Math.max(highest, window.most);
    }
    return highest;
  }

  /**
   * When the load rose over {@code level} for good: the first peak above it in the unbroken run of windows above it that
   * reaches up to now. One window below is forgiven, for metrics are late. Empty when the present load is not above it.
   */
  Optional<Long> roseOver(double level) {
    Optional<Long> rose = firstAbove(running, level);
    int below = 0;
    Iterator<Window> back = windows.descendingIterator();
    while (back.hasNext()) {
      Window window = back.next();
      if (window.most > level) {
        Optional<Long> within = firstAbove(window, level);
        rose = within.isPresent() ? within : rose;
        below = 0;
      } else if (++below > 1) {
        break;
      }
    }
    return rose;
  }

  private static Optional<Long> firstAbove(Window window, double level) {
    for (long[] peak : window.peaks) {
      if (peak[1] > level) {
        return Optional.of(peak[0]);
      }
    }
    return Optional.empty();
  }
}
