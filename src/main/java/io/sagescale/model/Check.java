package io.sagescale.model;

import org.jspecify.annotations.Nullable;

/** The refusals that the compact constructors of this room share. Values that break them are bugs, not input errors. */
final class Check {
  private Check() {}

  static void that(boolean claim, String message, @Nullable Object... values) {
    if (!claim) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  static void named(String what, String name) {
    that(!name.isBlank(), "%s must not be blank", what);
  }
}
