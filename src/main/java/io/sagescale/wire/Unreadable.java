package io.sagescale.wire;

/** Something in a body that the protocol or the member's type does not allow; the message is for the sender. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String message) {
    super(message, null, false, false);
  }
}
