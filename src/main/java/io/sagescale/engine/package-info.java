/**
 * Joins the mechanisms into one deterministic machine: events in, effects out.
 *
 * <p>The engine has no clock, no threads, no I/O and no randomness. A driver tells it the time ({@link
 * io.sagescale.engine.Engine#advanceTo}) and hands it {@link io.sagescale.engine.EngineEvent}s; what should happen next
 * stands in its {@link io.sagescale.engine.Outbox} as {@link io.sagescale.engine.Effect}s, which a world performs, posting
 * what comes of them back as further events.
 */
@NullMarked
package io.sagescale.engine;

import org.jspecify.annotations.NullMarked;
