package io.sagescale.wire;

/** A request that cannot be read as any operation's request, with the answer that AWS would give. */
public final class WireException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient HttpAnswer answer;

  WireException(String message, HttpAnswer answer) {
    super(message);
    this.answer = answer;
  }

  /** What to send back; its status is 4xx. */
  public HttpAnswer answer() {
    return answer;
  }
}
