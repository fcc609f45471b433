package io.sagescale.engine;

import java.util.Arrays;
import java.util.function.Consumer;

/** What the engine wants done since the last drain, in order. A growing ring without allocation: it is on the hot path. */
public final class Outbox {
  private Effect[] effects = new Effect[32];
  private int size;

  void add(Effect effect) {
    if (size == effects.length) {
      effects = Arrays.copyOf(effects, size * 2);
    }
    effects[size++] = effect;
  }

  /** Hands every effect over, oldest first, those included that are added meanwhile, and is then empty. */
  public void drain(Consumer<Effect> performer) {
    for (int i = 0; i < size; i++) {
      performer.accept(effects[i]);
    }
    Arrays.fill(effects, 0, size, null);
    size = 0;
  }
}
