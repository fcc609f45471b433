package io.sagescale.engine;

import io.sagescale.model.ResourceId;

/** What the engine wants done: orders to the world, wake-ups from the driver, and facts for the record. */
public sealed interface Effect permits Effect.Order, Effect.WakeAt, Fact {

  /** Something the world performs. */
  sealed interface Order extends Effect {}

  /** The driver hands {@code event} back at that time. */
  record WakeAt(long atNanos, EngineEvent event) implements Effect {}

  /** A copy gets a request; it answers with the events of {@link EngineEvent.OfRequest}. */
  record Dispatch(long request, int copy, int inputTokens, int outputTokens, double serviceDraw) implements Order {}

  /** The answer is no longer wanted. */
  record Cancel(long request, int copy) implements Order {}

  /** Answered by {@link EngineEvent.InstanceReady}. */
  record LaunchInstance(int instance, String instanceType) implements Order {}

  record ReleaseInstance(int instance) implements Order {}

  /** Answered by {@link EngineEvent.StageEnded}s and {@link EngineEvent.CopyHealthy}. */
  record StartCopy(int copy, int instance, ResourceId owner, boolean hasImage) implements Order {}

  record StopCopy(int copy) implements Order {}
}
