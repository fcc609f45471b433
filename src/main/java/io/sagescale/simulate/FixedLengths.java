package io.sagescale.simulate;

/** The same tokens for every request. */
record FixedLengths(int inputTokens, int outputTokens) implements LengthSource {
  FixedLengths {
    if (inputTokens < 1 || inputTokens > TraceReader.MAX_TOKENS || outputTokens < 1
        || outputTokens > TraceReader.MAX_TOKENS) {
      throw new IllegalArgumentException("tokens " + inputTokens + ", " + outputTokens + " are not from 1 to "
          + TraceReader.MAX_TOKENS);
    }
  }

  @Override
  public void next() {}
}
