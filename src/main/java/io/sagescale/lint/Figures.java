package io.sagescale.lint;

/** Numbers as people write them in a file. */
public final class Figures {
  private Figures() {}

  /** Without a fraction that is zero. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }
}
