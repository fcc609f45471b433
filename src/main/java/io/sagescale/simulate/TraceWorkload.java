package io.sagescale.simulate;

/**
 * A trace played request by request. Scaled up, the copies of a request have its lengths and are spread evenly over the
 * time to the next one (those of the last request come with it); scaled down, each request stays by a draw.
 */
final class TraceWorkload extends OpenWorkload {
  private final TraceReader trace;
  private final RandomStream copiesDraws;
  private final double scale;
  private boolean hasNext;
  private long rowNanos;
  private int inputTokens;
  private int outputTokens;
  private long copies;
  private long copy;

  TraceWorkload(TraceReader trace, Traffic traffic, RandomStreams streams) {
    super(traffic, streams);
    this.trace = trace;
    this.copiesDraws = streams.stream("copies");
    this.scale = traffic.scale();
    this.hasNext = trace.next();
  }

  @Override
  boolean step() {
    copy++;
    while (copy >= copies) {
      if (!hasNext) {
        return false;
      }
      rowNanos = trace.arrivalNanos();
      inputTokens = trace.inputTokens();
      outputTokens = trace.outputTokens();
      copies = copiesDraws.nextRounded(scale);
      copy = 0;
      hasNext = trace.next();
    }
    return true;
  }

  @Override
  long sourceNanos() {
    if (copy == 0 || !hasNext) {
      return rowNanos;
    }
    return rowNanos + (long) ((trace.arrivalNanos() - rowNanos) * ((double) copy / copies));
  }

  @Override
  public int inputTokens() {
    return inputTokens;
  }

  @Override
  public int outputTokens() {
    return outputTokens;
  }

  @Override
  public void close() {
    trace.close();
  }
}
