package io.sagescale.serving;

/**
 * Decode iterations of an unchanged batch, in closed form.
 *
 * <p>With C sequences whose contexts sum to S at the start, and each iteration adding a token to each, n iterations take
 * {@code n (a + b C) + k (n S + C n (n - 1) / 2)}: a square of n, which can be inverted.
 */
final class DecodeStretch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final ServerProfile.Llm profile;
  private long startNanos;
  private double linear;
  private double quadratic;

  DecodeStretch(ServerProfile.Llm profile) {
    this.profile = profile;
  }

  void begin(long atNanos, int sequences, long contexts, double slowness) {
    double scale = NANOS_PER_MILLI * slowness;
    startNanos = atNanos;
    quadratic = scale * profile.perTokenMillis() * sequences / 2;
    linear = scale * (profile.iterationMillis() + profile.perSequenceMillis() * sequences
        + profile.perTokenMillis() * contexts) - quadratic;
  }

  /** End of the n-th iteration; the start when n is 0. */
  long boundaryNanos(long n) {
    return startNanos + Math.round(n * (linear + quadratic * n));
  }

  /** The fewest whole iterations after which it is {@code nowNanos} or later. */
  long iterationsUntil(long nowNanos) {
    double elapsed = nowNanos - startNanos;
    double root = Math.sqrt(linear * linear + 4 * quadratic * elapsed);
    long n = (long) Math.ceil(2 * elapsed / (linear + root));
    while (n > 0 && boundaryNanos(n - 1) >= nowNanos) {
      n--;
    }
    while (boundaryNanos(n) < nowNanos) {
      n++;
    }
    return n;
  }
}
