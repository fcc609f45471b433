package io.sagescale.api;

import io.sagescale.engine.Destination;

/**
 * A request for a model that may go to the engine.
 *
 * @param inputTokens length of the prompt, 0 or more
 * @param outputTokens length of the answer, 1 or more
 * @param isStreaming true when the sender wants tokens as they come
 */
public record Invocation(Destination destination, int inputTokens, int outputTokens, boolean isStreaming) {
  public Invocation {
    if (inputTokens < 0 || outputTokens < 1) {
      throw new IllegalArgumentException("tokens in " + inputTokens + ", out " + outputTokens);
    }
  }
}
