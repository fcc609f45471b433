package io.sagescale.local;

import io.sagescale.wire.HttpQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs an engine by itself: one loop thread owns it, lets happen what is due when it is due, and asks it what others want to
 * know. What several callers changed at once is made safe together, before any of them is answered.
 */
public final class RealTimeDriver implements Door, AutoCloseable {
  /** Most callers that wait. Source: our choice; more wait to be let in. */
  private static final int QUEUE = 1024;

  private static final int BATCH = 256;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final LocalEngine engine;
  private final EngineClock clock;
  private final LinkedBlockingQueue<Asked<?>> queue = new LinkedBlockingQueue<>(QUEUE);
  private final Thread loop;
  private volatile Instant now;
  private volatile boolean isStopping;
  private volatile @Nullable StateProblem failure;
  private volatile @Nullable RuntimeException crash;

  private record Asked<R>(Function<LocalEngine, R> work, CompletableFuture<R> answer) {
    /** What hands the answer out, once it is safe. */
    Runnable ask(LocalEngine engine) {
      try {
        R result = work.apply(engine);
        return () -> answer.complete(result);
      } catch (RuntimeException e) {
        return () -> answer.completeExceptionally(e);
      }
    }
  }

  private RealTimeDriver(LocalEngine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
    this.now = engine.engine().now();
    this.loop = Thread.ofPlatform().name("engine").daemon(true).unstarted(this::run);
  }

  /** Starts the loop, which owns the engine from now on. */
  public static RealTimeDriver start(LocalEngine engine, EngineClock clock) {
    RealTimeDriver driver = new RealTimeDriver(engine, clock);
    driver.loop.start();
    return driver;
  }

  @Override
  public Reply open(HttpQuestion question) {
    return answered(question).reply();
  }

  /** As {@link #open}, with what was asked. */
  Answered answered(HttpQuestion question) {
    return onLoop(it -> it.answered(question));
  }

  /** Lets the work be done on the loop, at the engine's time, and returns what came of it. */
  public <R> R onLoop(Function<LocalEngine, R> work) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    try {
      while (!queue.offer(new Asked<>(work, answer), 1, TimeUnit.SECONDS)) {
        checkRunning();
      }
      return await(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the engine", e);
    }
  }

  private <R> R await(CompletableFuture<R> answer) throws InterruptedException {
    while (true) {
      try {
        return answer.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        checkRunning();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Moves a manual clock on, with all that happens meanwhile, and returns the engine's time.
   *
   * @throws IllegalStateException when the clock runs by itself
   */
  public Instant advance(Duration by) {
    if (!(clock instanceof EngineClock.Manual)) {
      throw new IllegalStateException("the clock runs by itself");
    }
    return onLoop(it -> {
      it.moveTo(it.engine().now().plus(by));
      return it.engine().now();
    });
  }

  /** Whether time moves by {@link #advance} alone. */
  public boolean isManual() {
    return clock instanceof EngineClock.Manual;
  }

  /** The engine's time; for any thread, and after the engine's end too. */
  public Instant now() {
    return now;
  }

  /** Forgets everything: a new engine begins where the old one's time was. */
  public void reset() {
    onLoop(it -> {
      it.reset(it.engine().now());
      return it;
    });
  }

  /** What stopped the engine, be it its state or a bug; null while all is well. */
  public @Nullable RuntimeException failure() {
    return failure == null ? crash : failure;
  }

  /** Ends the loop and closes the engine; who still waits is told. */
  @Override
  public void close() {
    isStopping = true;
    queue.offer(new Asked<>(it -> it, new CompletableFuture<>()));
    boolean isInterrupted = false;
    while (true) {
      try {
        loop.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      List<Asked<?>> batch = new ArrayList<>();
      while (!isStopping) {
        Asked<?> first = queue.poll(pause().toNanos(), TimeUnit.NANOSECONDS);
        if (clock instanceof EngineClock.Running running) {
          engine.advanceTo(running.now());
          now = engine.engine().now();
        }
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          answer(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      crash = e;
    } finally {
      isStopping = true;
      end();
    }
  }

  private Duration pause() {
    return switch (clock) {
      case EngineClock.Manual manual -> LONGEST_PAUSE;
      case EngineClock.Running running -> {
        Duration until = running.until(engine.nextDue());
        yield until.compareTo(LONGEST_PAUSE) < 0 ? until : LONGEST_PAUSE;
      }
    };
  }

  private void answer(List<Asked<?>> batch) {
    List<Runnable> answers = new ArrayList<>();
    for (Asked<?> asked : batch) {
      answers.add(asked.ask(engine));
      now = engine.engine().now();
    }
    try {
      engine.flush();
    } catch (StateProblem problem) {
      failure = problem;
      batch.forEach(asked -> asked.answer().completeExceptionally(problem));
      return;
    }
    answers.forEach(Runnable::run);
  }

  private void end() {
    try {
      if (clock instanceof EngineClock.Running running && running.speed() != 1 && failure == null) {
        engine.moveTo(engine.engine().now());
      }
      engine.close();
    } catch (StateProblem problem) {
      failure = problem;
    }
    List<Asked<?>> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(asked -> asked.answer().completeExceptionally(new IllegalStateException("the engine has stopped", crash)));
  }

  private void checkRunning() {
    if (!loop.isAlive()) {
      throw new IllegalStateException("the engine has stopped", crash);
    }
  }
}
