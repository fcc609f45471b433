package io.sagescale.simulate;

/**
 * Token counts for one request after another, drawn as {@link Traffic.Lengths} says.
 *
 * <p>Call {@link #next} first. Each request takes the same number of draws, whatever comes out.
 */
public sealed interface LengthSource permits FixedLengths, NormalLengths, QuantileLengths {
  /** Moves to the next request's lengths; there is always one. */
  void next();

  /** From 1 to {@link TraceReader#MAX_TOKENS}. */
  int inputTokens();

  /** From 1 to {@link TraceReader#MAX_TOKENS}. */
  int outputTokens();

  /** Refuses numbers out of range as a bug, and what is wrong with a file of quantiles as {@link TraceProblem}. */
  static LengthSource of(Traffic.Lengths lengths, RandomStream stream) {
    return switch (lengths) {
      case Traffic.Lengths.Fixed fixed -> new FixedLengths(fixed.inputTokens(), fixed.outputTokens());
      case Traffic.Lengths.Normal normal -> new NormalLengths(normal, stream);
      case Traffic.Lengths.Quantiles quantiles -> QuantileLengths.read(quantiles.bytes(), stream);
    };
  }

  /** The nearest whole number that a request may have. */
  static int tokens(double amount) {
    return Math.clamp(Math.round(amount), 1, TraceReader.MAX_TOKENS);
  }
}
