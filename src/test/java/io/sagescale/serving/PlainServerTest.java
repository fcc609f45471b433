package io.sagescale.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainServerTest {
  private static final long MILLI = 1_000_000;

  /** Latency equals draw x 1000 ms. */
  private static final ServerProfile.Latency BY_DRAW =
      new ServerProfile.Latency.Quantiles(List.of(0.0, 1.0), List.of(0.0, 1000.0));

  private final List<String> told = new ArrayList<>();
  private final CopyServer.Listener teller = new CopyServer.Listener() {
    @Override
    public void firstToken(long requestId, long atNanos) {}

    @Override
    public void finished(long requestId, long atNanos) {
      told.add(requestId + "@" + atNanos / MILLI);
    }
  };

  @Test
  void servesFirstComeFirstServed() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 2, BY_DRAW, 9));
    offer(server, 0, 1, 0.5);
    offer(server, 0, 2, 0.1);
    offer(server, 10, 3, 0.3); // from 100 to 400 ms
    offer(server, 20, 4, 0.001); // from 400 to 401 ms, though it is short
    assertEquals(2, server.queued());
    server.advance(Long.MAX_VALUE - 1, teller);
    assertEquals(List.of("2@100", "3@400", "4@401", "1@500"), told);
  }

  @Test
  void finishesEqualEndsInTheOrderOfTheirStarts() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 8, BY_DRAW, 0));
    for (int id = 0; id < 8; id++) {
      offer(server, 0, id, 0.1);
    }
    server.advance(100 * MILLI, teller);
    assertEquals(List.of("0@100", "1@100", "2@100", "3@100", "4@100", "5@100", "6@100", "7@100"), told);
  }

  @Test
  void refusesWhenSlotsAndQueueAreFull() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 1, BY_DRAW, 1));
    offer(server, 0, 1, 0.5);
    offer(server, 0, 2, 0.5);
    assertFalse(server.offer(0, 3, 0, 0, 0.5));
    server.advance(Long.MAX_VALUE - 1, teller);
    assertEquals(List.of("1@500", "2@1000"), told);
  }

  @Test
  void freesTheSlotOfARequestGivenUp() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 1, BY_DRAW, 9));
    offer(server, 0, 1, 0.5);
    offer(server, 0, 2, 0.2);
    offer(server, 0, 3, 0.2);
    offer(server, 0, 4, 0.2);
    assertTrue(server.cancel(100 * MILLI, 3));
    assertTrue(server.cancel(100 * MILLI, 1)); // 2 runs from 100 to 300 ms
    assertFalse(server.cancel(100 * MILLI, 1));
    server.advance(Long.MAX_VALUE - 1, teller);
    assertEquals(List.of("2@300", "4@500"), told);
  }

  @Test
  void slowsWhatIsLeft() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 1, BY_DRAW, 9));
    offer(server, 0, 1, 0.5);
    offer(server, 0, 2, 0.2);
    server.slowBy(100 * MILLI, 3); // 400 ms left become 1200
    server.advance(1400 * MILLI, teller); // 300 of 600 ms of 2 are left
    server.slowBy(1600 * MILLI, 1); // become 100
    server.advance(Long.MAX_VALUE - 1, teller);
    assertEquals(List.of("1@1300", "2@1700"), told);
  }

  @Test
  void forgetsEverythingWhenCleared() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 1, BY_DRAW, 9));
    offer(server, 0, 1, 0.5);
    offer(server, 0, 2, 0.5);
    server.clear();
    assertEquals(Long.MAX_VALUE, server.nextEventNanos());
    assertEquals(0, server.running() + server.queued());
  }

  @Test
  void refusesToSkipWhatIsDue() {
    PlainServer server = new PlainServer(new ServerProfile.Plain("x", 1, BY_DRAW, 9));
    offer(server, 0, 1, 0.5);
    assertThrows(IllegalStateException.class, () -> server.offer(501 * MILLI, 2, 0, 0, 0.5));
  }

  /** Reference: each request in turn takes the slot that is free first. To the nanosecond, in time order. */
  @Test
  void equalsTheRecursionOfStarts() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int slots = random.nextInt(1, 40);
      PlainServer server = new PlainServer(new ServerProfile.Plain("x", slots, BY_DRAW, 10_000));
      PriorityQueue<Long> free = new PriorityQueue<>(Collections.nCopies(slots, 0L));
      List<String> expected = new ArrayList<>();
      List<long[]> ends = new ArrayList<>();
      List<String> actual = new ArrayList<>();
      long[] last = {0};
      CopyServer.Listener listener = new CopyServer.Listener() {
        @Override
        public void firstToken(long requestId, long atNanos) {}

        @Override
        public void finished(long requestId, long atNanos) {
          assertTrue(atNanos >= last[0]);
          last[0] = atNanos;
          actual.add(requestId + "@" + atNanos);
        }
      };
      long at = 0;
      for (int id = 0; id < 500; id++) {
        at += random.nextLong(1, 1_000 * MILLI / slots);
        double draw = random.nextDouble();
        server.advance(at, listener);
        assertTrue(server.offer(at, id, 0, 0, draw));
        long end = Math.max(at, free.remove()) + BY_DRAW.nanosFor(draw);
        free.add(end);
        ends.add(new long[] {end, id});
      }
      server.advance(Long.MAX_VALUE - 1, listener);
      ends.sort(Comparator.comparingLong(e -> e[0]));
      ends.forEach(e -> expected.add(e[1] + "@" + e[0]));
      assertEquals(expected, actual, "seed " + seed);
    }
  }

  private static void offer(PlainServer server, long atMillis, long id, double draw) {
    assertTrue(server.offer(atMillis * MILLI, id, 0, 0, draw));
  }
}
