package io.sagescale.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a long answer; the token fetches the next part and is null in the last one. */
public record Page<T>(List<T> items, @Nullable String nextToken) {
  public Page {
    items = List.copyOf(items);
  }
}
