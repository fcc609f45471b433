package io.sagescale.engine;

/** Performs the engine's orders and posts what comes of them: simulated servers, or real ones. */
public interface World {
  void perform(Effect.Order order, long nowNanos);
}
