package io.sagescale.engine;

/** Where a world posts what came of an order. */
public interface Inbox {
  /** Happens now. */
  void post(EngineEvent event);

  /** Happens at that time. */
  void postAt(long atNanos, EngineEvent event);
}
