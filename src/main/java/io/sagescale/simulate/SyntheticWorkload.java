package io.sagescale.simulate;

import io.sagescale.simulate.Traffic.Segment;
import java.util.List;

/**
 * Requests at a rate that goes along straight lines, one segment after another.
 *
 * <p>A segment is the area under its line: the number of requests to expect of it. A request comes when the area passed
 * since the one before reaches 1 (even spacing; the first at once), or an exponential draw of mean 1 (Poisson, by exact
 * inversion, so ramps have no steps). What is left at a segment's end goes on in the next, across stretches of rate 0.
 * The source ends {@link Workloads#LATEST} after its start.
 */
final class SyntheticWorkload extends OpenWorkload {
  /** Highest rate of a segment before scaling. Source: our choice; a hundred times what an endpoint may serve. */
  static final double MAX_PER_SECOND = 1_000_000;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long LATEST = Workloads.LATEST.toNanos();

  /** What floating point may add to an area; such a rest is no request of its own. */
  private static final double ROUNDING = 1e-9;

  private final List<Segment> segments;
  private final Traffic.Arrivals arrivals;
  private final LengthSource lengths;
  private final RandomStream timeDraws;
  private final double scale;
  private int segment;
  private long segmentStartNanos;
  private double passed;
  private boolean hasBegun;
  private long sourceNanos;

  SyntheticWorkload(
      Traffic.Source.Synthetic synthetic, LengthSource lengths, Traffic traffic, RandomStreams streams) {
    super(traffic, streams);
    this.segments = synthetic.segments();
    this.arrivals = synthetic.arrivals();
    this.lengths = lengths;
    this.timeDraws = streams.stream("arrivals");
    this.scale = traffic.scale();
    check();
  }

  private void check() {
    for (Segment each : segments) {
      if (!isRate(each.fromPerSecond()) || !isRate(each.toPerSecond()) || each.lasts().isNegative()) {
        throw new IllegalArgumentException(each + ": rates are from 0 to " + MAX_PER_SECOND + " a second, and time from 0");
      }
    }
  }

  private static boolean isRate(double perSecond) {
    return perSecond >= 0 && perSecond <= MAX_PER_SECOND;
  }

  @Override
  boolean step() {
    passed += switch (arrivals) {
      case POISSON -> timeDraws.nextExponential();
      case EVEN -> hasBegun ? 1 : 0;
    };
    hasBegun = true;
    while (segment < segments.size()) {
      Segment current = segments.get(segment);
      double area = area(current);
      if (passed < area - ROUNDING * Math.max(1, area)) {
        return place(nanosUntil(current, passed));
      }
      passed = Math.max(0, passed - area);
      long lasts = current.lasts().toNanos();
      if (lasts > LATEST - segmentStartNanos) {
        segment = segments.size();
        return false;
      }
      segmentStartNanos += lasts;
      segment++;
    }
    return false;
  }

  private boolean place(long sinceSegmentStart) {
    if (sinceSegmentStart > LATEST - segmentStartNanos) {
      return false;
    }
    sourceNanos = segmentStartNanos + sinceSegmentStart;
    lengths.next();
    return true;
  }

  private double area(Segment each) {
    return scale * (each.fromPerSecond() + each.toPerSecond()) / 2 * (each.lasts().toNanos() / NANOS_PER_SECOND);
  }

  /** When so much area has passed since the segment's start: the root of a t + b t^2 / 2, written without cancellation. */
  private long nanosUntil(Segment each, double amount) {
    long lasts = each.lasts().toNanos();
    double rate = scale * each.fromPerSecond();
    double slope = scale * (each.toPerSecond() - each.fromPerSecond()) / (lasts / NANOS_PER_SECOND);
    double root = Math.sqrt(Math.max(0, rate * rate + 2 * slope * amount));
    double seconds = amount == 0 ? 0 : 2 * amount / (rate + root);
    return Math.min(Math.round(seconds * NANOS_PER_SECOND), lasts);
  }

  @Override
  long sourceNanos() {
    return sourceNanos;
  }

  @Override
  public int inputTokens() {
    return lengths.inputTokens();
  }

  @Override
  public int outputTokens() {
    return lengths.outputTokens();
  }
}
