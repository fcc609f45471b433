package io.sagescale.engine;

import io.sagescale.model.ResourceId;
import org.jspecify.annotations.Nullable;

/** Whom a request is for: an endpoint, which spreads it over its variants by weight, or one component on it. */
public record Destination(String endpoint, ResourceId.@Nullable Component component) {
  public static Destination endpoint(String name) {
    return new Destination(name, null);
  }
}
