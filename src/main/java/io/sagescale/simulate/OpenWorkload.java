package io.sagescale.simulate;

/** A workload that makes its own draws, one of each kind a request. */
abstract sealed class OpenWorkload implements Workload permits TraceWorkload, RateWorkload, SyntheticWorkload {
  private final RandomStream routing;
  private final RandomStream service;
  private final double speed;
  private final boolean isStreaming;
  private long arrivalNanos;
  private double routingDraw;
  private double serviceDraw;

  OpenWorkload(Traffic traffic, RandomStreams streams) {
    this.routing = streams.stream("routing");
    this.service = streams.stream("service");
    this.speed = traffic.speed();
    this.isStreaming = traffic.isStreaming();
  }

  /** Moves to the next request of the source. */
  abstract boolean step();

  /** Arrival in the source's own time, which {@code speed} then divides. */
  abstract long sourceNanos();

  @Override
  public final boolean advance() {
    if (!step()) {
      return false;
    }
    arrivalNanos = speed == 1 ? sourceNanos() : (long) (sourceNanos() / speed);
    if (arrivalNanos > Workloads.LATEST.toNanos()) {
      return false;
    }
    routingDraw = routing.nextDouble();
    serviceDraw = service.nextDouble();
    return true;
  }

  @Override
  public final long arrivalNanos() {
    return arrivalNanos;
  }

  @Override
  public final boolean isStreaming() {
    return isStreaming;
  }

  @Override
  public final double routingDraw() {
    return routingDraw;
  }

  @Override
  public final double serviceDraw() {
    return serviceDraw;
  }
}
