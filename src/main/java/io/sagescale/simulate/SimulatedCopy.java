package io.sagescale.simulate;

import io.sagescale.engine.Effect;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Rank;
import io.sagescale.serving.CopyServer;

/** One copy of a model in a simulated world: a server model that wakes itself, and can be made to misbehave. */
final class SimulatedCopy implements VirtualDriver.Wake, CopyServer.Listener {
  /** How the copy answers. */
  enum Mode { NORMAL, FAIL_FAST, HANG }

  private final VirtualDriver driver;
  private final CopyServer server;
  private final QueueGauge gauge;
  private long wakesAt = Long.MAX_VALUE;
  private Mode mode = Mode.NORMAL;
  private int seenQueued;

  SimulatedCopy(VirtualDriver driver, CopyServer server, QueueGauge gauge) {
    this.driver = driver;
    this.server = server;
    this.gauge = gauge;
  }

  void offer(Effect.Dispatch d, long nowNanos) {
    switch (mode) {
      case NORMAL -> {
        if (!server.offer(nowNanos, d.request(), d.inputTokens(), d.outputTokens(), d.serviceDraw())) {
          driver.post(new EngineEvent.RequestRefused(d.request()));
        }
        afterwards();
      }
      case FAIL_FAST -> driver.post(new EngineEvent.RequestFailed(d.request()));
      case HANG -> {
        // the request waits until its time limit
      }
    }
  }

  void cancel(long request, long nowNanos) {
    server.cancel(nowNanos, request);
    afterwards();
  }

  /** Answers in another way from now on, and drops what it has; a copy that behaves so already goes on. */
  void behave(Mode newMode) {
    if (mode != newMode) {
      mode = newMode;
      server.clear();
      afterwards();
    }
  }

  void slowBy(double factor, long nowNanos) {
    server.slowBy(nowNanos, factor);
    afterwards();
  }

  @Override
  public void at(long nowNanos) {
    if (nowNanos != wakesAt) {
      return;
    }
    wakesAt = Long.MAX_VALUE;
    server.advance(nowNanos, this);
    afterwards();
  }

  @Override
  public void firstToken(long requestId, long atNanos) {
    driver.post(new EngineEvent.FirstToken(requestId));
  }

  @Override
  public void finished(long requestId, long atNanos) {
    driver.post(new EngineEvent.RequestFinished(requestId));
  }

  private void afterwards() {
    int queued = server.queued();
    if (queued != seenQueued) {
      gauge.moved(queued - seenQueued);
      seenQueued = queued;
    }
    long next = server.nextEventNanos();
    if (next != wakesAt) {
      wakesAt = next;
      if (next != Long.MAX_VALUE) {
        driver.wakeAt(next, Rank.FINISHED, this);
      }
    }
  }

  /** Requests that wait in all copies together, and their peak. */
  static final class QueueGauge {
    private long queued;
    private long peak;

    void moved(int by) {
      queued += by;
      peak = Math.max(peak, queued);
    }

    long peak() {
      return peak;
    }
  }
}
