package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.time.Duration;
import java.time.InstantSource;

/** The way to an engine inside the process: one caller at a time, each at the time of day. Owns the engine. */
public final class DirectDoor implements Door, AutoCloseable {
  private static final int LONGEST_PAUSE_MILLIS = 100;

  private final LocalEngine engine;
  private final InstantSource clock;

  public DirectDoor(LocalEngine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** @throws StateProblem when a write call cannot be kept */
  @Override
  public synchronized Reply open(HttpQuestion question) {
    return engine.serve(question, clock.instant());
  }

  /** While a model is at work this waits as long as it takes, and moves the engine on as time goes by. */
  @Override
  public HttpAnswer ask(HttpQuestion question) {
    Reply reply = open(question);
    while (!reply.isOver()) {
      rest();
    }
    return reply.all();
  }

  private synchronized void rest() {
    Duration until = Duration.between(clock.instant(), engine.nextDue());
    try {
      wait(Math.clamp(until.toMillis(), 1, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a model is at work", e);
    }
    engine.advanceTo(clock.instant());
  }

  @Override
  public synchronized void close() {
    engine.close();
  }
}
