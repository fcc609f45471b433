package io.sagescale.simulate;

/**
 * Bell-shaped token counts, input and output drawn apart, each cut at 1 token: a wide bell's mean is a little above the
 * one given. Two draws a request, turned into two normal ones. Source: Box and Muller, 1958.
 */
final class NormalLengths implements LengthSource {
  private final Traffic.Lengths.Normal normal;
  private final RandomStream stream;
  private int inputTokens;
  private int outputTokens;

  NormalLengths(Traffic.Lengths.Normal normal, RandomStream stream) {
    check(normal.inputMean(), normal.inputDeviation());
    check(normal.outputMean(), normal.outputDeviation());
    this.normal = normal;
    this.stream = stream;
  }

  private static void check(double mean, double deviation) {
    boolean isGood = mean >= 0 && mean <= TraceReader.MAX_TOKENS && deviation >= 0 && deviation <= TraceReader.MAX_TOKENS;
    if (!isGood) {
      throw new IllegalArgumentException("mean " + mean + " or deviation " + deviation + " is not from 0 to "
          + TraceReader.MAX_TOKENS);
    }
  }

  @Override
  public void next() {
    double radius = Math.sqrt(2 * stream.nextExponential());
    double angle = 2 * Math.PI * stream.nextDouble();
    inputTokens = LengthSource.tokens(normal.inputMean() + normal.inputDeviation() * radius * StrictMath.cos(angle));
    outputTokens = LengthSource.tokens(normal.outputMean() + normal.outputDeviation() * radius * StrictMath.sin(angle));
  }

  @Override
  public int inputTokens() {
    return inputTokens;
  }

  @Override
  public int outputTokens() {
    return outputTokens;
  }
}
