package io.sagescale.simulate;

/**
 * Requests that come whatever the endpoint does (an open loop), one at a time, in the order of arrival.
 *
 * <p>Call {@link #advance} first; the other methods then speak of the request it moved to, and of nothing before the
 * first or after the last. No request allocates. Arrivals never go back; several may share an instant. The draws belong
 * to the request's place in the sequence, so every policy under test meets the same requests with the same luck.
 *
 * <p>What is wrong with a file shows as {@link TraceProblem} when the line is reached, at the latest by {@code advance}.
 */
public interface Workload extends AutoCloseable {
  /** Moves to the next request; false when there is none. */
  boolean advance();

  /** Nanoseconds after the scenario's start, from 0 to {@link Workloads#LATEST}. */
  long arrivalNanos();

  /** From 1 to {@link TraceReader#MAX_TOKENS}. */
  int inputTokens();

  /** From 1 to {@link TraceReader#MAX_TOKENS}. */
  int outputTokens();

  boolean isStreaming();

  /** For the choice of a copy: even over 0 (included) to 1 (excluded). */
  double routingDraw();

  /** For the time that serving takes: even over 0 (included) to 1 (excluded). */
  double serviceDraw();

  /** Lets go of the file behind it; a run that stops early calls this. Closing twice does nothing. */
  @Override
  default void close() {}
}
