package io.sagescale.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.serving.NaiveBatch.Act;
import io.sagescale.serving.NaiveBatch.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  @Test
  void equalsTheSimulationTokenByToken() {
    int answered = 0;
    int refused = 0;
    int givenUp = 0;
    for (int seed = 0; seed < 600; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ServerProfile.Llm profile = profile(random);
      List<Act> acts = acts(random);
      Map<Long, Answer> expected = new NaiveBatch(profile, acts).play();
      Map<Long, Answer> actual = play(profile, acts);
      assertEquals(expected.keySet(), actual.keySet());
      for (long id : expected.keySet()) {
        String what = "seed " + seed + " request " + id;
        assertEquals(expected.get(id).isRefused, actual.get(id).isRefused, what);
        assertEquals(expected.get(id).firstToken, actual.get(id).firstToken, MICRO, what);
        assertEquals(expected.get(id).finished, actual.get(id).finished, MICRO, what);
        answered += Double.isNaN(expected.get(id).finished) ? 0 : 1;
        refused += expected.get(id).isRefused ? 1 : 0;
        givenUp += !expected.get(id).isRefused && Double.isNaN(expected.get(id).finished) ? 1 : 0;
      }
    }
    assertTrue(answered > 10_000 && refused > 200 && givenUp > 500, answered + " " + refused + " " + givenUp);
  }

  @Test
  void countsTheFirstTokenAsOutput() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 1, 0, 1000, 5, 4, 1000, 4, null));
    List<String> told = new ArrayList<>();
    assertTrue(batch.offer(0, 1, 20, 3, 0));
    batch.advance(Long.MAX_VALUE - 1, teller(told));
    // prefill 5 + 20 ms, then two iterations of 11 ms
    assertEquals(List.of("first 1 at 25", "finished 1 at 47"), told);
  }

  @Test
  void joinsAtTheEndOfTheIterationUnderWay() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 4, 1000, 4, null));
    List<String> told = new ArrayList<>();
    assertTrue(batch.offer(0, 1, 10, 11, 0)); // prefill to 10 ms, ends at 110 ms if alone
    batch.advance(31 * MILLI, teller(told));
    assertTrue(batch.offer(31 * MILLI, 2, 5, 1, 0)); // waits until 40 ms, prefill to 45 ms, and that is all its output
    assertEquals(40 * MILLI, batch.nextEventNanos());
    batch.advance(Long.MAX_VALUE - 1, teller(told));
    assertEquals(
        List.of("first 1 at 10", "first 2 at 45", "finished 2 at 45", "finished 1 at 115"), told);
  }

  @Test
  void runsARequestLargerThanTheCacheAlone() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, Double.POSITIVE_INFINITY, 1, 4, 100, 4, null));
    List<String> told = new ArrayList<>();
    assertTrue(batch.offer(0, 1, 50, 2, 0));
    assertTrue(batch.offer(0, 2, 500, 2, 0));
    assertTrue(batch.offer(0, 3, 10, 1, 0));
    batch.advance(Long.MAX_VALUE - 1, teller(told));
    assertEquals(
        List.of("first 1 at 1", "finished 1 at 11", "first 2 at 12", "finished 2 at 22", "first 3 at 23",
            "finished 3 at 23"),
        told);
  }

  @Test
  void refusesWhenTheQueueIsFull() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 1, 1000, 1, null));
    assertTrue(batch.offer(0, 1, 10, 10, 0));
    assertTrue(batch.offer(0, 2, 10, 10, 0));
    assertFalse(batch.offer(0, 3, 10, 10, 0));
    assertEquals(1, batch.queued());
    assertEquals(1, batch.running());
  }

  @Test
  void forgetsEverythingWhenCleared() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 1, 1000, 9, null));
    assertTrue(batch.offer(0, 1, 10, 10, 0));
    assertTrue(batch.offer(0, 2, 10, 10, 0));
    batch.clear();
    assertEquals(Long.MAX_VALUE, batch.nextEventNanos());
    List<String> told = new ArrayList<>();
    assertTrue(batch.offer(7 * MILLI, 1, 10, 2, 0));
    batch.advance(Long.MAX_VALUE - 1, teller(told));
    assertEquals(List.of("first 1 at 17", "finished 1 at 27"), told);
    assertEquals(0, batch.queued() + batch.running());
  }

  @Test
  void refusesToSkipWhatIsDue() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 1, 1000, 9, null));
    assertTrue(batch.offer(0, 1, 10, 10, 0));
    assertThrows(IllegalStateException.class, () -> batch.offer(11 * MILLI, 2, 1, 1, 0));
  }

  @Test
  void hearsOfAGiveUpFromItsOwnListener() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 4, 1000, 4, null));
    List<String> told = new ArrayList<>();
    CopyServer.Listener teller = teller(told);
    assertTrue(batch.offer(0, 1, 10, 9, 0));
    assertTrue(batch.offer(0, 2, 10, 3, 0)); // prefill from 10 to 20 ms, then two iterations
    batch.advance(Long.MAX_VALUE - 1, new CopyServer.Listener() {
      @Override
      public void firstToken(long requestId, long atNanos) {
        teller.firstToken(requestId, atNanos);
        if (requestId == 2) {
          assertTrue(batch.cancel(atNanos, 1));
        }
      }

      @Override
      public void finished(long requestId, long atNanos) {
        teller.finished(requestId, atNanos);
        if (requestId == 2) {
          assertTrue(batch.offer(atNanos, 3, 5, 2, 0));
        }
      }
    });
    assertEquals(
        List.of("first 1 at 10", "first 2 at 20", "finished 2 at 40", "first 3 at 45", "finished 3 at 55"), told);
  }

  @Test
  void givesUpQueuedRunningAndInPrefill() {
    Batch batch = new Batch(new ServerProfile.Llm("x", 10, 0, 0, 1000, 0, 2, 1000, 4, null));
    List<String> told = new ArrayList<>();
    assertTrue(batch.offer(0, 1, 10, 100, 0));
    assertTrue(batch.offer(0, 2, 10, 100, 0)); // in prefill from 10 to 20 ms
    assertTrue(batch.offer(0, 3, 10, 2, 0)); // queued, for the batch is full
    assertTrue(batch.offer(0, 4, 30, 2, 0));
    batch.advance(15 * MILLI, teller(told));
    assertTrue(batch.cancel(15 * MILLI, 2));
    assertTrue(batch.cancel(15 * MILLI, 3));
    assertFalse(batch.cancel(15 * MILLI, 3));
    batch.advance(71 * MILLI, teller(told)); // 4 in prefill from 20 to 50 ms, done at 60 ms
    assertTrue(batch.cancel(71 * MILLI, 1)); // leaves at 80 ms
    assertEquals(80 * MILLI, batch.nextEventNanos());
    batch.advance(Long.MAX_VALUE - 1, teller(told));
    assertEquals(List.of("first 1 at 10", "first 4 at 50", "finished 4 at 60"), told);
    assertEquals(0, batch.running() + batch.queued());
  }

  /** Times of this century have 61 bits, more than a double holds. */
  @Test
  void isTheSameToTheNanosecondAtAnyEpoch() {
    long shift = 1_785_000_000_123_456_789L;
    assertEquals(ends(0), ends(shift).stream().map(end -> end - shift).toList());
  }

  private static List<Long> ends(long start) {
    Batch batch = new Batch(Profiles.byId("llama3-8b/g5.2xlarge/vllm").orElseThrow());
    List<Long> ends = new ArrayList<>();
    CopyServer.Listener listener = new CopyServer.Listener() {
      @Override
      public void firstToken(long requestId, long atNanos) {}

      @Override
      public void finished(long requestId, long atNanos) {
        ends.add(atNanos);
      }
    };
    SplittableRandom random = new SplittableRandom(3);
    long at = start;
    for (int id = 0; id < 500; id++) {
      at += random.nextLong(1_000 * MILLI);
      batch.advance(at, listener);
      assertTrue(batch.offer(at, id, random.nextInt(1000), random.nextInt(1, 300), 0));
    }
    batch.advance(Long.MAX_VALUE - 1, listener);
    return ends;
  }

  private static CopyServer.Listener teller(List<String> told) {
    return new CopyServer.Listener() {
      @Override
      public void firstToken(long requestId, long atNanos) {
        told.add("first " + requestId + " at " + atNanos / MILLI);
      }

      @Override
      public void finished(long requestId, long atNanos) {
        told.add("finished " + requestId + " at " + atNanos / MILLI);
      }
    };
  }

  private static ServerProfile.Llm profile(SplittableRandom random) {
    return new ServerProfile.Llm(
        "random",
        random.nextDouble(1, 40),
        random.nextBoolean() ? random.nextDouble(0, 2) : 0,
        random.nextBoolean() ? random.nextDouble(0, 1e-3) : 0,
        random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble(300, 8000),
        random.nextBoolean() ? random.nextDouble(0, 30) : 0,
        random.nextInt(1, 24),
        random.nextInt(400, 6000),
        random.nextInt(0, 20),
        null);
  }

  private static List<Act> acts(SplittableRandom random) {
    List<Act> acts = new ArrayList<>();
    double at = 0;
    double gap = random.nextDouble(1e7, 1e9);
    for (long id = 0; id < 40; id++) {
      at += Math.floor(random.nextInt(6) == 0 ? 20 * gap : random.nextDouble(0, gap));
      acts.add(new Act.Offer(at, id, random.nextInt(0, 900), random.nextInt(1, 120)));
      if (random.nextInt(5) == 0) {
        acts.add(new Act.Cancel(at + Math.floor(random.nextDouble(1e6, 5e9)), id));
      }
      if (random.nextInt(12) == 0) {
        acts.add(new Act.Slow(at + Math.floor(random.nextDouble(1e6, 2e9)), random.nextDouble(0.5, 4)));
      }
    }
    return acts;
  }

  private static Map<Long, Answer> play(ServerProfile.Llm profile, List<Act> acts) {
    Batch batch = new Batch(profile);
    Map<Long, Answer> answers = new LinkedHashMap<>();
    long[] last = {0};
    CopyServer.Listener listener = new CopyServer.Listener() {
      @Override
      public void firstToken(long requestId, long atNanos) {
        assertTrue(atNanos >= last[0]);
        last[0] = atNanos;
        answers.get(requestId).firstToken = atNanos;
      }

      @Override
      public void finished(long requestId, long atNanos) {
        assertTrue(atNanos >= last[0]);
        last[0] = atNanos;
        answers.get(requestId).finished = atNanos;
      }
    };
    for (Act act : acts.stream().sorted(Comparator.comparingDouble(Act::atNanos)).toList()) {
      long now = (long) act.atNanos();
      batch.advance(now, listener);
      switch (act) {
        case Act.Offer offer -> {
          answers.put(offer.id(), new Answer());
          answers.get(offer.id()).isRefused = !batch.offer(now, offer.id(), offer.input(), offer.output(), 0);
        }
        case Act.Cancel cancel -> batch.cancel(now, cancel.id());
        case Act.Slow slow -> batch.slowBy(now, slow.factor());
      }
    }
    batch.advance(Long.MAX_VALUE - 1, listener);
    assertEquals(0, batch.running() + batch.queued());
    return answers;
  }
}
