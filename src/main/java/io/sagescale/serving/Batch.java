package io.sagescale.serving;

/**
 * An LLM copy with continuous batching, exact to the token without simulating each: between two changes of the batch the
 * iterations are summed in closed form.
 *
 * <ul>
 *   <li>Requests join at the end of an iteration, first come first served, while the batch has a place and the KV cache
 *       room for their input and output; who does not fit holds up those behind. A request larger than the whole cache
 *       runs alone, so that nothing waits for ever. Source: our choice; servers refuse such requests, each in its way.
 *   <li>Prefill stops the batch, one request after another. Its end is the first token, which counts as output.
 *   <li>A request given up leaves at the end of the iteration or prefill under way, which takes as long as planned.
 *   <li>A change of speed counts from the next iteration or prefill.
 * </ul>
 *
 * <p>Each arrival and each end costs O(log running).
 */
public final class Batch implements CopyServer {
  private enum Phase { IDLE, PREFILL, DECODE, BOUNDARY }

  private final ServerProfile.Llm profile;
  private final WaitingLine line = new WaitingLine();
  private final Sequences sequences = new Sequences();
  private final FinishHeap decoding = new FinishHeap();
  private final DecodeStretch stretch;
  private Phase phase = Phase.IDLE;
  private long phaseEndNanos = Long.MAX_VALUE;
  private int prefilling;
  private int prefillInputTokens;
  private long plannedIterations;
  private long iteration;
  private long contexts;
  private long reservedTokens;
  private long waitingTokens;
  private double slowness = 1;

  public Batch(ServerProfile.Llm profile) {
    this.profile = profile;
    this.stretch = new DecodeStretch(profile);
  }

  @Override
  public boolean offer(long nowNanos, long requestId, int inputTokens, int outputTokens, double draw) {
    checkNothingIsLeftBehind(nowNanos);
    Check.that(inputTokens >= 0 && outputTokens >= 0, "tokens in %d, out %d", inputTokens, outputTokens);
    long load = Load.of(inputTokens, Math.max(outputTokens, 1));
    if (line.size() >= profile.queueLimit() && !fitsBehindTheLine(Load.tokens(load))) {
      return false;
    }
    line.add(requestId, load);
    waitingTokens += Load.tokens(load);
    switch (phase) {
      case IDLE -> goOn(nowNanos);
      case DECODE -> {
        if (line.size() == 1) {
          stopForTheHead(nowNanos);
        }
      }
      case PREFILL, BOUNDARY -> {}
    }
    return true;
  }

  @Override
  public long nextEventNanos() {
    return phaseEndNanos;
  }

  @Override
  public void advance(long nowNanos, Listener out) {
    while (phaseEndNanos <= nowNanos && phase != Phase.IDLE) {
      long at = phaseEndNanos;
      Phase ended = phase;
      phase = Phase.BOUNDARY;
      switch (ended) {
        case PREFILL -> endPrefill(at, out);
        case DECODE -> {
          iteration += plannedIterations;
          contexts += plannedIterations * decoding.size();
        }
        case IDLE, BOUNDARY -> throw new IllegalStateException("nothing ends in " + ended);
      }
      dismissFinished(at, out);
      goOn(at);
    }
  }

  @Override
  public boolean cancel(long nowNanos, long requestId) {
    checkNothingIsLeftBehind(nowNanos);
    int index = line.indexOf(requestId);
    if (index >= 0) {
      waitingTokens -= Load.tokens(line.remove(index));
      if (index == 0 && phase == Phase.DECODE) {
        stopForTheHead(nowNanos);
      }
      return true;
    }
    int place = sequences.find(requestId);
    if (place < 0) {
      return false;
    }
    sequences.giveUp(place);
    switch (phase) {
      case DECODE -> {
        stop(nowNanos);
        decoding.bringForward(place, iteration + plannedIterations);
      }
      case PREFILL, BOUNDARY -> {
        if (phase == Phase.BOUNDARY || place != prefilling) {
          decoding.bringForward(place, iteration);
        }
      }
      case IDLE -> throw new IllegalStateException("idle with request " + requestId);
    }
    return true;
  }

  @Override
  public void slowBy(long nowNanos, double factor) {
    checkNothingIsLeftBehind(nowNanos);
    Check.that(factor > 0 && Double.isFinite(factor), "factor %s", factor);
    slowness = factor;
    if (phase == Phase.DECODE) {
      stop(nowNanos);
    }
  }

  @Override
  public int queued() {
    return line.size();
  }

  /** Decoding, in prefill, or given up and about to leave. */
  @Override
  public int running() {
    return sequences.size();
  }

  @Override
  public void clear() {
    line.clear();
    sequences.clear();
    decoding.clear();
    phase = Phase.IDLE;
    phaseEndNanos = Long.MAX_VALUE;
    contexts = 0;
    reservedTokens = 0;
    waitingTokens = 0;
  }

  private void endPrefill(long at, Listener out) {
    int place = prefilling;
    long context = prefillInputTokens + 1L;
    boolean isGivenUp = sequences.isGivenUp(place);
    sequences.contextBase(place, context - iteration);
    contexts += context;
    decoding.push(isGivenUp ? iteration : iteration + sequences.outputTokens(place) - 1, place);
    if (!isGivenUp) {
      out.firstToken(sequences.id(place), at);
    }
  }

  private void dismissFinished(long at, Listener out) {
    while (decoding.firstEnd() <= iteration) {
      int place = (int) decoding.firstItem();
      decoding.removeFirst();
      contexts -= sequences.contextBase(place) + iteration;
      reservedTokens -= sequences.reservation(place);
      sequences.release(place);
      if (!sequences.isGivenUp(place)) {
        out.finished(sequences.id(place), at);
      }
    }
  }

  /** What comes after a boundary: the next prefill, or iterations until the first sequence ends, or nothing. */
  private void goOn(long at) {
    if (!line.isEmpty() && fits(Load.tokens(line.headLoad()))) {
      prefillHead(at);
    } else if (!decoding.isEmpty()) {
      phase = Phase.DECODE;
      stretch.begin(at, decoding.size(), contexts, slowness);
      plannedIterations = decoding.firstEnd() - iteration;
      phaseEndNanos = stretch.boundaryNanos(plannedIterations);
    } else {
      phase = Phase.IDLE;
      phaseEndNanos = Long.MAX_VALUE;
    }
  }

  private void prefillHead(long at) {
    long load = line.headLoad();
    prefilling = sequences.take(line.headId(), Load.tokens(load), Load.outputTokens(load));
    prefillInputTokens = Load.inputTokens(load);
    line.removeHead();
    waitingTokens -= Load.tokens(load);
    reservedTokens += Load.tokens(load);
    double millis = profile.firstTokenMillis() + 1000 * prefillInputTokens / profile.prefillTokensPerSecond();
    phase = Phase.PREFILL;
    phaseEndNanos = at + Math.round(1e6 * millis * slowness);
  }

  private void stopForTheHead(long nowNanos) {
    if (!line.isEmpty() && fits(Load.tokens(line.headLoad()))) {
      stop(nowNanos);
    }
  }

  /** Ends the stretch with the iteration under way. */
  private void stop(long nowNanos) {
    plannedIterations = Math.min(plannedIterations, stretch.iterationsUntil(nowNanos));
    phaseEndNanos = stretch.boundaryNanos(plannedIterations);
  }

  private boolean fits(long tokens) {
    return sequences.size() == 0
        || (sequences.size() < profile.maxBatch() && reservedTokens + tokens <= profile.maxBatchTokens());
  }

  /** Whether a request would join at the next boundary together with all who wait, so that it needs no queue. */
  private boolean fitsBehindTheLine(long tokens) {
    int before = sequences.size() + line.size();
    return before == 0
        || (before < profile.maxBatch() && reservedTokens + waitingTokens + tokens <= profile.maxBatchTokens());
  }

  private void checkNothingIsLeftBehind(long nowNanos) {
    if (phaseEndNanos < nowNanos) {
      throw new IllegalStateException("due at %d, not performed before %d".formatted(phaseEndNanos, nowNanos));
    }
  }
}
