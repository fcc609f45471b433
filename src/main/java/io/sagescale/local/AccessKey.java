package io.sagescale.local;

import java.util.Optional;

/** The one key pair whose signatures an engine takes when it verifies them. */
public record AccessKey(String id, String secret) {
  public AccessKey {
    if (!id.matches("[\\w]{1,128}") || secret.isBlank()) {
      throw new IllegalArgumentException("no access key");
    }
  }

  /** Reads {@code ID:SECRET}; empty when it has another form. */
  public static Optional<AccessKey> parse(String text) {
    int colon = text.indexOf(':');
    String id = colon < 0 ? "" : text.substring(0, colon);
    return id.matches("[\\w]{1,128}") && !text.substring(colon + 1).isBlank()
        ? Optional.of(new AccessKey(id, text.substring(colon + 1))) : Optional.empty();
  }

  /** Without the secret, which no log is to show. */
  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}
