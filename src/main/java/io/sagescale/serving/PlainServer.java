package io.sagescale.serving;

/**
 * A copy with N independent slots and one line before them. An answer comes in one piece: its first token and its end are
 * the same instant.
 *
 * <p>A request that is given up frees its slot at once. When the speed changes, what is left of running requests changes
 * with it. Source: our choice, because processes behind a web server behave so.
 */
public final class PlainServer implements CopyServer {
  private final ServerProfile.Plain profile;
  private final WaitingLine line = new WaitingLine();
  private final FinishHeap slots = new FinishHeap();
  private double slowness = 1;

  public PlainServer(ServerProfile.Plain profile) {
    this.profile = profile;
  }

  @Override
  public boolean offer(long nowNanos, long requestId, int inputTokens, int outputTokens, double draw) {
    checkNothingIsLeftBehind(nowNanos);
    if (slots.size() < profile.slots()) {
      slots.push(nowNanos + slowed(profile.latency().nanosFor(draw)), requestId);
      return true;
    }
    if (line.size() < profile.queueLimit()) {
      line.add(requestId, profile.latency().nanosFor(draw));
      return true;
    }
    return false;
  }

  @Override
  public long nextEventNanos() {
    return slots.firstEnd();
  }

  @Override
  public void advance(long nowNanos, Listener out) {
    while (slots.firstEnd() <= nowNanos && !slots.isEmpty()) {
      long at = slots.firstEnd();
      long id = slots.firstItem();
      if (line.isEmpty()) {
        slots.removeFirst();
      } else {
        slots.replaceFirst(at + slowed(line.headLoad()), line.headId());
        line.removeHead();
      }
      out.firstToken(id, at);
      out.finished(id, at);
    }
  }

  @Override
  public boolean cancel(long nowNanos, long requestId) {
    checkNothingIsLeftBehind(nowNanos);
    if (slots.remove(requestId)) {
      if (!line.isEmpty()) {
        slots.push(nowNanos + slowed(line.headLoad()), line.headId());
        line.removeHead();
      }
      return true;
    }
    int index = line.indexOf(requestId);
    if (index >= 0) {
      line.remove(index);
    }
    return index >= 0;
  }

  @Override
  public void slowBy(long nowNanos, double factor) {
    checkNothingIsLeftBehind(nowNanos);
    Check.that(factor > 0 && Double.isFinite(factor), "factor %s", factor);
    slots.stretch(nowNanos, factor / slowness);
    slowness = factor;
  }

  @Override
  public int queued() {
    return line.size();
  }

  @Override
  public int running() {
    return slots.size();
  }

  @Override
  public void clear() {
    line.clear();
    slots.clear();
  }

  private long slowed(long nanos) {
    return slowness == 1 ? nanos : Math.round(nanos * slowness);
  }

  private void checkNothingIsLeftBehind(long nowNanos) {
    if (slots.firstEnd() < nowNanos) {
      throw new IllegalStateException("due at %d, not performed before %d".formatted(slots.firstEnd(), nowNanos));
    }
  }
}
