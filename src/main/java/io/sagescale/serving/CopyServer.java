package io.sagescale.serving;

/**
 * The server of one copy: takes requests in the order they come, queues what it cannot run yet, and says when each
 * answer starts and ends.
 *
 * <p>It has no clock: each call brings the time, in nanoseconds since the epoch, and time never goes back. What is due
 * must be performed by {@link #advance} before a later call; an earlier event left behind is a bug of the caller. What is
 * due at exactly {@code now} may still wait, so finishes can be taken before arrivals of the same instant.
 */
public sealed interface CopyServer permits Batch, PlainServer {
  /** The server for a profile, idle. */
  static CopyServer of(ServerProfile profile) {
    return switch (profile) {
      case ServerProfile.Llm llm -> new Batch(llm);
      case ServerProfile.Plain plain -> new PlainServer(plain);
    };
  }

  /**
   * Hands over a request; false when the queue is full, and then nothing has changed.
   *
   * @param requestId not that of a request which is still here
   * @param inputTokens 0 or more; plain servers ignore it
   * @param outputTokens tokens of the answer; 0 counts as 1; plain servers ignore it
   * @param draw uniform in [0, 1), from which a plain server takes the service time; LLM servers ignore it
   */
  boolean offer(long nowNanos, long requestId, int inputTokens, int outputTokens, double draw);

  /** When {@link #advance} has something to do next; {@code Long.MAX_VALUE} when nothing happens by itself. */
  long nextEventNanos();

  /** Performs all that is due at or before now, in time order. The listener may offer and cancel at the time it is told. */
  void advance(long nowNanos, Listener out);

  /** Gives up a request, queued or running; false when it is not here. Nothing more is heard of it. */
  boolean cancel(long nowNanos, long requestId);

  /** Makes the server {@code factor} times as slow as its profile from now on; 1 is normal. */
  void slowBy(long nowNanos, double factor);

  /** Requests that wait. */
  int queued();

  /** Requests that hold a place in the batch or a slot. */
  int running();

  /** Drops everything without a word, as a crash does. The slowness stays. */
  void clear();

  /** Who hears about answers. */
  interface Listener {
    void firstToken(long requestId, long atNanos);

    void finished(long requestId, long atNanos);
  }
}
