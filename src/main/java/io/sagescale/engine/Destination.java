package io.sagescale.engine;

import io.sagescale.model.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is for.
 *
 * @param only one variant of the endpoint, or one component on it; null for the endpoint, which spreads requests over its
 *     variants by weight
 */
public record Destination(String endpoint, @Nullable ResourceId only) {
  public static Destination endpoint(String name) {
    return new Destination(name, null);
  }
}
