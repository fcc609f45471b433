package io.sagescale.cli;

import java.util.function.Consumer;

/** The way to AWS and to engines. */
public interface Connector {
  /**
   * Clients of an engine; nothing is asked and nothing is opened until one is used.
   *
   * @param said hears, a line at a time, what a person should know
   */
  Clients open(EngineName engine, Surroundings around, Consumer<String> said);
}
