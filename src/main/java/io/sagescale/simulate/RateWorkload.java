package io.sagescale.simulate;

import java.util.List;

/**
 * Requests of each second of a file {@code second,requests}: as many as the file says, at times drawn within the second.
 *
 * <p>Seconds are whole, from 0, and rise; those left out have no requests. Requests may have fractions, which are drawn.
 * Source: our choice of even draws within the second, because that is how independent users' arrivals fall once their
 * number is known.
 */
final class RateWorkload extends OpenWorkload {
  static final List<String> COLUMNS = List.of("second", "requests");

  /** Source: our choice; a hundred times what an endpoint may serve. */
  static final long MAX_PER_SECOND = 1_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int PLACES = 6;
  private static final long MILLION = 1_000_000;
  private static final NumberColumn SECOND = new NumberColumn("second", 0, TraceReader.MAX_ARRIVAL.toSeconds(),
      "Write whole seconds since the start, from 0 to " + TraceReader.MAX_ARRIVAL.toSeconds() + ".");
  private static final NumberColumn REQUESTS = new NumberColumn("requests", PLACES, MAX_PER_SECOND * MILLION,
      "Write the requests of that second, from 0 to " + MAX_PER_SECOND + ".");

  private final TableReader table;
  private final LengthSource lengths;
  private final RandomStream countDraws;
  private final RandomStream timeDraws;
  private final double scale;
  private long second = -1;
  private long remaining;
  private double secondLeft;

  RateWorkload(TableReader table, LengthSource lengths, Traffic traffic, RandomStreams streams) {
    super(traffic, streams);
    this.table = table;
    this.lengths = lengths;
    this.countDraws = streams.stream("counts");
    this.timeDraws = streams.stream("arrivals");
    this.scale = traffic.scale();
  }

  @Override
  boolean step() {
    while (remaining == 0) {
      if (!table.next()) {
        return false;
      }
      begin(table.number(0, SECOND), table.number(1, REQUESTS) / (double) MILLION);
    }
    // The least of n even draws over what is left of the second; taken again and again it gives all n in order.
    secondLeft *= StrictMath.pow(1.0 - timeDraws.nextDouble(), 1.0 / remaining);
    remaining--;
    lengths.next();
    return true;
  }

  private void begin(long nextSecond, double requests) {
    if (nextSecond <= second) {
      throw table.problem(0, "second " + nextSecond + " comes after " + second,
          "Sort the lines by second, and write each second once.");
    }
    second = nextSecond;
    remaining = countDraws.nextRounded(requests * scale);
    secondLeft = 1;
  }

  @Override
  long sourceNanos() {
    long within = (long) ((1 - secondLeft) * NANOS_PER_SECOND);
    return second * NANOS_PER_SECOND + Math.min(within, NANOS_PER_SECOND - 1);
  }

  @Override
  public int inputTokens() {
    return lengths.inputTokens();
  }

  @Override
  public int outputTokens() {
    return lengths.outputTokens();
  }

  @Override
  public void close() {
    table.close();
  }
}
