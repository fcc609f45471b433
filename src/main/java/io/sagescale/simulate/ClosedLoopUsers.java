package io.sagescale.simulate;

import io.sagescale.engine.Destination;
import io.sagescale.engine.EngineEvent;
import io.sagescale.engine.Rank;
import io.sagescale.model.Outcome;
import java.time.Duration;

/** Users that each have one request under way at most: they send, wait, think, and send again. */
final class ClosedLoopUsers {
  /** Pause after an answer that was an error. Source: our choice, so that a refusing endpoint is not asked without end. */
  static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  private final boolean isStreaming;
  private final Destination destination;
  private final VirtualDriver driver;
  private final Runnable arrived;
  private final LengthSource lengths;
  private final RandomStream draws;
  private final long firstTag;
  private final long users;
  private final long thinkNanos;
  private final long stopsAt;
  private long left;

  ClosedLoopUsers(
      Traffic traffic, Traffic.Source.ClosedLoop loop, Destination destination, VirtualDriver driver,
      Runnable arrived, RandomStreams streams, long firstTag, long startNanos) {
    this.isStreaming = traffic.isStreaming();
    this.destination = destination;
    this.driver = driver;
    this.arrived = arrived;
    this.lengths = LengthSource.of(loop.lengths(), streams.stream("lengths"));
    this.draws = streams.stream("draws");
    this.firstTag = firstTag;
    this.thinkNanos = (long) (loop.thinkTime().toNanos() / traffic.speed());
    this.left = loop.totalRequests() == null ? Long.MAX_VALUE : loop.totalRequests();
    long begins = startNanos + loop.start().toNanos();
    this.stopsAt = loop.lasts() == null ? Long.MAX_VALUE : begins + loop.lasts().toNanos();
    this.users = Math.round(loop.users() * traffic.scale());
    for (long user = 0; user < users; user++) {
      long tag = firstTag + user;
      driver.wakeAt(begins, Rank.ARRIVED, now -> send(tag, now));
    }
  }

  /** One more than the tag of the last user. */
  long tagsEnd() {
    return firstTag + users;
  }

  boolean owns(long tag) {
    return tag >= firstTag && tag < tagsEnd();
  }

  /** False once no user will ever send again. */
  boolean isSending(long nowNanos) {
    return left > 0 && nowNanos < stopsAt;
  }

  void answered(long tag, Outcome outcome, long nowNanos) {
    long pause = outcome == Outcome.COMPLETED ? thinkNanos : Math.max(thinkNanos, RETRY_PAUSE.toNanos());
    driver.wakeAt(nowNanos + pause, Rank.ARRIVED, now -> send(tag, now));
  }

  private void send(long tag, long nowNanos) {
    if (!isSending(nowNanos)) {
      return;
    }
    left--;
    lengths.next();
    arrived.run();
    driver.post(new EngineEvent.RequestArrived(destination, lengths.inputTokens(), lengths.outputTokens(), isStreaming,
        draws.nextDouble(), draws.nextDouble(), tag));
  }
}
