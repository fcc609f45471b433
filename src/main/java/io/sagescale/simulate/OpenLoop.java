package io.sagescale.simulate;

import io.sagescale.engine.Destination;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Rank;

/** Plays a workload into the engine, one wake-up per request. */
final class OpenLoop implements VirtualDriver.Wake {
  private final Workload workload;
  private final Destination destination;
  private final VirtualDriver driver;
  private final Runnable arrived;
  private final long startNanos;
  private boolean hasMore;

  OpenLoop(Workload workload, Destination destination, VirtualDriver driver, Runnable arrived, long startNanos) {
    this.workload = workload;
    this.destination = destination;
    this.driver = driver;
    this.arrived = arrived;
    this.startNanos = startNanos;
    moveOn();
  }

  boolean hasMore() {
    return hasMore;
  }

  void close() {
    workload.close();
  }

  @Override
  public void at(long nowNanos) {
    arrived.run();
    driver.post(new EngineEvent.RequestArrived(destination, workload.inputTokens(), workload.outputTokens(),
        workload.isStreaming(), workload.routingDraw(), workload.serviceDraw(), 0));
    moveOn();
  }

  private void moveOn() {
    hasMore = workload.advance();
    if (hasMore) {
      driver.wakeAt(startNanos + workload.arrivalNanos(), Rank.ARRIVED, this);
    }
  }
}
