package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.time.InstantSource;

/** The way to an engine inside the process: one caller at a time, each at the time of day. Owns the engine. */
public final class DirectDoor implements Door, AutoCloseable {
  private final LocalEngine engine;
  private final InstantSource clock;

  public DirectDoor(LocalEngine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** @throws StateProblem when a write call cannot be kept */
  @Override
  public synchronized HttpAnswer ask(HttpQuestion question) {
    return engine.serve(question, clock.instant());
  }

  @Override
  public synchronized void close() {
    engine.close();
  }
}
