package io.sagescale.api;

import io.sagescale.engine.Engine;
import io.sagescale.engine.EngineEvent;
import io.sagescale.model.ResourceId;

/** What an operation works on: one engine at one moment, which is {@link Engine#now()}. */
public interface Desk {
  /** To read from; changes go through {@link #tell}. */
  Engine engine();

  /** Lets the event happen now, with all that follows from it at this instant. */
  void tell(EngineEvent.Control event);

  Account account();

  /** True when a scalable target must be a resource that somebody created before. */
  boolean isStrict();

  /** True while calls that were taken before are taken again: checks that came later must let them pass. */
  boolean isReplaying();

  /**
   * Creates a modelled endpoint or component, in service, for a target that nobody created, and says so once.
   *
   * @param copies what it starts with: the target's least capacity, 1 or more
   */
  void model(ResourceId resource, int copies);
}
