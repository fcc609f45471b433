package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import java.io.ByteArrayOutputStream;
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
  /** How long a reader waits for the next piece. Source: our choice, the longest that a connection is kept. */
  private static final long LONGEST_WAIT_SECONDS = 600;

  private static final byte[] END = new byte[0];

  private final CompletableFuture<HttpAnswer> head = new CompletableFuture<>();
  private final LinkedBlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
  private volatile boolean isWhole;
  private volatile boolean isOver;

  Reply() {}

  /** An answer that is there. */
  static Reply of(HttpAnswer answer) {
    Reply reply = new Reply();
    reply.whole(answer);
    return reply;
  }

  /** The answer is there, whole; after {@link #begin} this changes nothing. */
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

  /** Waits for the head; then it is known whether the answer {@link #isWhole}. */
  HttpAnswer head() {
    try {
      return head.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer came within " + LONGEST_WAIT_SECONDS + " s", e);
    }
  }

  /** True when the head has the whole body. */
  boolean isWhole() {
    return isWhole;
  }

  /** Waits for the next part of the body; an empty one is the end. */
  byte[] part() {
    try {
      byte[] part = parts.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
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
