package io.sagescale;

import io.sagescale.cli.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Workers on as many threads as are asked for, started for the tasks at hand and gone after them. */
final class ProcessorPool implements Workers {
  @Override
  public <T> List<T> all(List<Callable<T>> tasks, int atOnce, IntConsumer done) {
    int wanted = atOnce == 0 ? Runtime.getRuntime().availableProcessors() : atOnce;
    ExecutorService threads = Executors.newFixedThreadPool(Math.clamp(wanted, 1, Math.max(1, tasks.size())));
    try {
      List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
      List<T> results = new ArrayList<>(tasks.size());
      for (Future<T> future : futures) {
        results.add(future.get());
        done.accept(results.size());
      }
      return results;
    } catch (ExecutionException failure) {
      throw thrownOn(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the runs", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static RuntimeException thrownOn(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
