package io.sagescale.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens what {@link Traffic} declares as {@link Workload}s. */
public final class Workloads {
  /** Fastest that a source is played: a year in half a minute. */
  public static final double MAX_SPEED = 1_000_000;

  /** Most requests for one of the source. Source: our choice, enough to turn a sample into a whole service. */
  public static final double MAX_SCALE = 1_000_000;

  /**
   * What would come later after the scenario's start never comes. Source: our choice; a century, and no run of ours, fits
   * into nanoseconds behind any date of today.
   */
  public static final Duration LATEST = Duration.ofDays(36_525);

  private static final double FEW = 1e-6;

  private Workloads() {}

  /**
   * One source of requests from its start. A closed loop is none: its next request waits for an answer.
   *
   * <p>Speed divides arrivals. Scale multiplies the requests of a trace, the counts of a file of rates and the rates of
   * synthetic traffic.
   *
   * @param streams of this source alone
   */
  public static Workload open(Traffic traffic, RandomStreams streams) {
    check(traffic);
    return switch (traffic.source()) {
      case Traffic.Source.Trace trace -> trace(TraceReader.open(trace.bytes()), traffic, streams);
      case Traffic.Source.Rates rates -> {
        LengthSource lengths = LengthSource.of(rates.lengths(), streams.stream("lengths"));
        yield new RateWorkload(TableReader.open(rates.bytes(), RateWorkload.COLUMNS, "rates"), lengths, traffic, streams);
      }
      case Traffic.Source.Synthetic synthetic ->
          new SyntheticWorkload(synthetic, LengthSource.of(synthetic.lengths(), streams.stream("lengths")), traffic, streams);
      case Traffic.Source.ClosedLoop loop ->
          throw new IllegalArgumentException("a closed loop waits for answers, it cannot be opened as a workload: " + loop);
    };
  }

  /**
   * All open-loop sources of a scenario as one; closed loops are passed over. The source at index i of the list draws from
   * {@link #streamsOf}, so adding a source at the end leaves the others' requests as they were.
   */
  public static Workload open(List<Traffic> traffic, RandomStreams streams) {
    List<Workload> opened = new ArrayList<>();
    try {
      for (int i = 0; i < traffic.size(); i++) {
        if (!(traffic.get(i).source() instanceof Traffic.Source.ClosedLoop)) {
          opened.add(open(traffic.get(i), streamsOf(streams, i)));
        }
      }
      return merge(opened);
    } catch (TraceProblem problem) {
      opened.forEach(Workload::close);
      throw problem;
    }
  }

  /**
   * Reads all files of some traffic once.
   *
   * @throws TraceProblem for the first thing that is wrong with one
   */
  public static void read(List<Traffic> traffic) {
    for (Traffic one : traffic) {
      RandomStreams streams = RandomStreams.of(0);
      switch (one.source()) {
        case Traffic.Source.ClosedLoop loop -> LengthSource.of(loop.lengths(), streams.stream("lengths"));
        case Traffic.Source.Synthetic synthetic -> LengthSource.of(synthetic.lengths(), streams.stream("lengths"));
        case Traffic.Source.Trace trace -> readToEnd(one, streams);
        case Traffic.Source.Rates rates -> readToEnd(one, streams);
      }
    }
  }

  /** With few of its requests, for every line is read all the same. */
  private static void readToEnd(Traffic traffic, RandomStreams streams) {
    try (Workload workload = open(new Traffic(traffic.source(), traffic.speed(), FEW, traffic.isStreaming()), streams)) {
      while (workload.advance()) {
        // a line that is wrong says so
      }
    }
  }

  /** The streams of a scenario's source by its index, for open and closed loops alike. */
  public static RandomStreams streamsOf(RandomStreams streams, int index) {
    return streams.under("traffic-" + index);
  }

  /** Several workloads as one, by arrival; at the same instant the earlier one in the list comes first. */
  public static Workload merge(List<Workload> workloads) {
    return workloads.size() == 1 ? workloads.getFirst() : new MergedWorkload(workloads);
  }

  private static Workload trace(TraceReader trace, Traffic traffic, RandomStreams streams) {
    try {
      return new TraceWorkload(trace, traffic, streams);
    } catch (TraceProblem problem) {
      trace.close();
      throw problem;
    }
  }

  private static void check(Traffic traffic) {
    boolean isGood = traffic.speed() > 0 && traffic.speed() <= MAX_SPEED
        && traffic.scale() > 0 && traffic.scale() <= MAX_SCALE;
    if (!isGood) {
      throw new IllegalArgumentException("speed " + traffic.speed() + " is not over 0 and up to " + MAX_SPEED
          + ", or scale " + traffic.scale() + " not over 0 and up to " + MAX_SCALE);
    }
  }
}
