package io.sagescale.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * A place inside one document, as the way to it from the document's top.
 *
 * @param steps keys of mappings, and items of lists in brackets: {@code [concurrency]} by the item's name, else {@code [0]} by
 *     its index
 */
public record Place(List<String> steps) {
  static final Place TARGET = of("spec", "target");
  static final Place CAPACITY = of("spec", "target", "capacity");

  public Place {
    steps = List.copyOf(steps);
  }

  static Place of(String... keys) {
    return new Place(List.of(keys));
  }

  static Place policy(String name) {
    return of("spec", "policies", "[" + name + "]");
  }

  static Place schedule(String name) {
    return of("spec", "schedules", "[" + name + "]");
  }

  /** A place below this one. */
  Place key(String... keys) {
    List<String> longer = new ArrayList<>(steps);
    longer.addAll(List.of(keys));
    return new Place(longer);
  }

  Place item(int index) {
    return key("[" + index + "]");
  }

  /** {@code spec.policies[concurrency].track.target}. */
  @Override
  public String toString() {
    return String.join(".", steps).replace(".[", "[");
  }
}
