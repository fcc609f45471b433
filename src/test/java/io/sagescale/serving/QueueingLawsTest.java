package io.sagescale.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every queue: Erlang's waits and Little's law. */
class QueueingLawsTest {
  private static final int BATCHES = 30;

  /** Student's t for 29 degrees of freedom, two-sided 99 %. */
  private static final double T_29 = 2.756;

  /**
   * Mean wait in service times, by Erlang's C formula, against a run of 30 batches; a batch is long against the time in
   * which the queue forgets. The expected value must lie in the interval of 99 %, and the
   * interval must be narrow.
   */
  @ParameterizedTest
  @CsvSource({
    " 1, 0.50,  1,           20000, 0.05",
    " 1, 0.80,  4,           50000, 0.05",
    " 1, 0.95, 19,          150000, 0.10",
    " 4, 0.50,  0.0869565,   20000, 0.05",
    " 4, 0.80,  0.745541,    50000, 0.05",
    " 4, 0.95,  4.45709,    150000, 0.10",
    "16, 0.50,  0.00112735, 100000, 0.15",
    "16, 0.80,  0.0952762,  100000, 0.08",
    "16, 0.95,  0.975241,   150000, 0.10"
  })
  void waitsAsErlangSays(int slots, double load, double expectedWait, int batch, double widest) {
    double meanServiceNanos = 1e9;
    PlainServer server = new PlainServer(new ServerProfile.Plain(
        "x", slots, new ServerProfile.Latency.Exponential(meanServiceNanos / 1e6), Integer.MAX_VALUE));
    SplittableRandom random = new SplittableRandom(42);
    Waits waits = new Waits(batch);
    double at = 0;
    for (int id = 0; id < (BATCHES + 1) * batch; id++) {
      at += -Math.log1p(-random.nextDouble()) * meanServiceNanos / (slots * load);
      double draw = random.nextDouble();
      long now = (long) at;
      server.advance(now, waits);
      waits.arrived(now, Math.round(-Math.log1p(-draw) * meanServiceNanos));
      assertTrue(server.offer(now, id, 0, 0, draw));
    }
    server.advance(Long.MAX_VALUE - 1, waits);
    double[] means = waits.batchMeans();
    double mean = Arrays.stream(means).average().orElseThrow() / meanServiceNanos;
    double variance = Arrays.stream(means).map(m -> Math.pow(m / meanServiceNanos - mean, 2)).sum() / (BATCHES - 1);
    double halfWidth = T_29 * Math.sqrt(variance / BATCHES);
    assertEquals(expectedWait, mean, halfWidth);
    assertTrue(halfWidth < widest * expectedWait, halfWidth + " for " + expectedWait);
  }

  /** Requests in the server, summed over time, are the times of all requests, to the nanosecond. */
  @ParameterizedTest
  @CsvSource({"0.5", "0.9", "1.3"})
  void keepsLittlesLaw(double load) {
    ServerProfile.Llm llm = Profiles.byId("llama3-8b/g5.2xlarge/launch").orElseThrow();
    ServerProfile.Plain plain = new ServerProfile.Plain("x", 3, new ServerProfile.Latency.Exponential(900), 20);
    assertEquals(0, areaLessTimes(CopyServer.of(llm), 0.55 / load));
    assertEquals(0, areaLessTimes(CopyServer.of(plain), 0.3 / load));
  }

  @Test
  void keepsLittlesLawOfABatchThatRefuses() {
    ServerProfile.Llm small = new ServerProfile.Llm("x", 20, 1, 1e-3, 4000, 2, 4, 3000, 2, null);
    assertEquals(0, areaLessTimes(CopyServer.of(small), 0.5));
  }

  private static long areaLessTimes(CopyServer server, double meanGapSeconds) {
    SplittableRandom random = new SplittableRandom(7);
    long[] times = {0};
    CopyServer.Listener listener = new CopyServer.Listener() {
      @Override
      public void firstToken(long requestId, long atNanos) {}

      @Override
      public void finished(long requestId, long atNanos) {
        times[0] += atNanos;
      }
    };
    long area = 0;
    long at = 0;
    for (int id = 0; id < 3000; id++) {
      long next = at + 1 + Math.round(-Math.log1p(-random.nextDouble()) * meanGapSeconds * 1e9);
      area += areaUntil(server, at, next, listener);
      at = next;
      times[0] -= server.offer(at, id, random.nextInt(1000), random.nextInt(300), random.nextDouble()) ? at : 0;
    }
    return area + areaUntil(server, at, Long.MAX_VALUE - 1, listener) - times[0];
  }

  private static long areaUntil(CopyServer server, long from, long until, CopyServer.Listener listener) {
    long area = 0;
    long at = from;
    while (server.nextEventNanos() <= until) {
      long next = server.nextEventNanos();
      area += (next - at) * (server.queued() + server.running());
      at = next;
      server.advance(at, listener);
    }
    return area + (until - at) * (server.queued() + server.running());
  }

  /** Sums waits by batch of arrivals; the first batch is left out. */
  private static final class Waits implements CopyServer.Listener {
    private final int batch;
    private final long[] services;
    private final long[] arrivals;
    private final double[] sums = new double[BATCHES + 1];
    private int count;

    Waits(int batch) {
      this.batch = batch;
      this.services = new long[(BATCHES + 1) * batch];
      this.arrivals = new long[(BATCHES + 1) * batch];
    }

    void arrived(long now, long service) {
      arrivals[count] = now;
      services[count++] = service;
    }

    double[] batchMeans() {
      return Arrays.stream(sums).skip(1).map(s -> s / batch).toArray();
    }

    @Override
    public void firstToken(long requestId, long atNanos) {}

    @Override
    public void finished(long requestId, long atNanos) {
      int id = (int) requestId;
      sums[id / batch] += atNanos - arrivals[id] - services[id];
    }
  }
}
