package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer that is there, or on its way: its head once it is known, and for a stream then its body in parts. The engine's
 * thread fills it and never waits; any one thread reads it, waiting, and may stop reading at any point.
 */
public final class Reply {
  /** How long a reader waits for the next part. Source: our choice, the longest that a connection is kept. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** How long a reader waits for the head. Source: our choice, so that another answer still fits in. */
  private static final Duration LONGEST_WAIT_FOR_HEAD = LONGEST_WAIT.minusSeconds(30);

  private static final byte[] END = new byte[0];

  private final CompletableFuture<HttpAnswer> head = new CompletableFuture<>();
  private final LinkedBlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
  private final HttpAnswer late;
  private final Duration patience;
  private volatile boolean isWhole;
  private volatile boolean isOver;

  /** @param late the answer when none comes in time */
  Reply(HttpAnswer late) {
    this(late, LONGEST_WAIT_FOR_HEAD);
  }

  /** @param patience how long the head is waited for */
  Reply(HttpAnswer late, Duration patience) {
    this.late = late;
    this.patience = patience;
  }

  /** An answer that is there. */
  static Reply of(HttpAnswer answer) {
    Reply reply = new Reply(answer);
    reply.whole(answer);
    return reply;
  }

  /** The answer is there, whole; after {@link #begin}, or when it comes too late, this changes nothing. */
  void whole(HttpAnswer answer) {
    if (!head.isDone()) {
      isWhole = true;
      isOver = true;
      head.complete(answer);
    }
  }

  /** The head of an answer whose body comes in parts. */
  void begin(HttpAnswer answer) {
    head.complete(answer);
  }

  /** @param bytes at least one */
  void add(byte[] bytes) {
    parts.add(bytes);
  }

  void end() {
    isOver = true;
    parts.add(END);
  }

  boolean isBegun() {
    return head.isDone();
  }

  /** Whether nothing more comes. */
  boolean isOver() {
    return isOver;
  }

  /** Waits for the head, but not for ever; then it is known whether the answer {@link #isWhole}. */
  HttpAnswer head() {
    try {
      return head.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (head.complete(late)) {
        isWhole = true;
        isOver = true;
      }
      return head.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True when the head has the whole body. */
  boolean isWhole() {
    return isWhole;
  }

  /** Waits for the next part of the body; an empty one is the end. */
  byte[] part() {
    try {
      byte[] part = parts.poll(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
      return part == null ? END : part;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits for everything. */
  HttpAnswer all() {
    HttpAnswer first = head();
    if (isWhole) {
      return first;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part = part(); part.length > 0; part = part()) {
      body.writeBytes(part);
    }
    return new HttpAnswer(first.status(), first.headers(), body.toByteArray());
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for an answer", e);
  }
}
