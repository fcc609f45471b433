package io.sagescale.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/** Does several pieces of work side by side; what comes out does not depend on how many there are at a time. */
public interface Workers {
  /**
   * Waits for all and gives the results in the order of the tasks. The exception of the first task, in that order, that
   * failed is thrown on.
   *
   * @param atOnce how many tasks run at a time; 0 for as many as the machine has processors
   * @param done told on the caller's thread how many tasks, from the first on, are finished
   */
  <T> List<T> all(List<Callable<T>> tasks, int atOnce, IntConsumer done);
}
