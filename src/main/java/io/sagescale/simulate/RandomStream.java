package io.sagescale.simulate;

/**
 * One sequence of random numbers, by the SplitMix64 generator.
 *
 * <p>Not for secrets. Logarithms are {@link StrictMath}'s, so that a seed means the same on every machine.
 * Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final double STEP = 0x1.0p-53;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  static RandomStream startingAt(long state) {
    return new RandomStream(state);
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Even over 0 (included) to 1 (excluded), in steps of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * STEP;
  }

  /** Waiting time of a Poisson process of rate 1; mean 1, never negative. */
  public double nextExponential() {
    return -StrictMath.log(1.0 - nextDouble());
  }

  /**
   * A whole number whose mean is {@code amount}: its whole part, and one more as often as its fraction says. Draws only
   * when there is a fraction.
   */
  long nextRounded(double amount) {
    long whole = (long) amount;
    double fraction = amount - whole;
    return fraction > 0 && nextDouble() < fraction ? whole + 1 : whole;
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
