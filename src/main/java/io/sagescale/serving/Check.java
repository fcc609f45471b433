package io.sagescale.serving;

/** The refusals that the types of this room share. Values that break them are bugs, not input errors. */
final class Check {
  private Check() {}

  static void that(boolean claim, String message, Object... values) {
    if (!claim) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  static void measure(String what, double value) {
    that(value >= 0 && Double.isFinite(value), "%s must be 0 or more and finite: %s", what, value);
  }
}
