package io.sagescale.local;

import io.sagescale.engine.Fact;
import io.sagescale.model.ResourceId;
import io.sagescale.simulate.Traffic;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An engine as a server: opened, served, and ended when somebody asks, or when it fails. */
public final class EngineServer implements AutoCloseable {
  private final RealTimeDriver driver;
  private final LoopbackServer server;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger exit = new AtomicInteger();

  /**
   * Traffic that the engine plays.
   *
   * @param resource what the requests are for; it is modelled when nobody created it
   */
  public record Play(List<Traffic> traffic, ResourceId resource) {
    public Play {
      traffic = List.copyOf(traffic);
    }
  }

  private EngineServer(EngineOptions options, Serving serving, InstantSource clock, EngineLog log,
      @Nullable Play play) throws IOException {
    EngineMetrics metrics = new EngineMetrics();
    LocalEngine engine = LocalEngine.open(options, clock.instant(), Operations::all, fact -> heard(fact, log, metrics));
    log.begin();
    metrics.begin();
    Instant stands = engine.engine().now();
    this.driver = RealTimeDriver.start(engine, serving.isManual() ? EngineClock.manual()
        : EngineClock.scaled(clock, stands, serving.speed()));
    log.follow(driver::now);
    try {
      if (play != null) {
        driver.onLoop(it -> it.playOnce(play));
      }
      String state = options.state() == null ? "none" : options.state().toString();
      this.server = LoopbackServer.open(driver, serving, state, () -> stop(0), log, metrics);
      driver.onLoop(it -> {
        it.servedAt(uri());
        return it;
      });
    } catch (IOException | RuntimeException e) {
      driver.close();
      throw e;
    }
  }

  /**
   * Opens the engine and serves it.
   *
   * @param clock the time of day
   * @param play null for an engine without traffic of its own
   * @throws StateProblem when the state folder cannot be used
   * @throws BindException when the port is taken, or the address is not this machine's
   */
  public static EngineServer start(EngineOptions options, Serving serving, InstantSource clock, EngineLog log,
      @Nullable Play play) throws IOException {
    return new EngineServer(options, serving, clock, log, play);
  }

  private static void heard(Fact fact, EngineLog log, EngineMetrics metrics) {
    log.fact(fact);
    metrics.fact(fact);
  }

  /** Where the engine is. */
  public URI uri() {
    return server.uri();
  }

  /** Asks for the end; comes back at once. Only the first one's exit code counts. */
  public void stop(int code) {
    if (asked.getCount() > 0) {
      exit.set(code);
    }
    asked.countDown();
  }

  /** Waits until somebody asks for the end, or the engine fails, and returns the exit code asked for; 1 for a failure. */
  public int untilStopped() {
    try {
      while (!asked.await(200, TimeUnit.MILLISECONDS)) {
        if (driver.failure() != null) {
          return 1;
        }
      }
      return exit.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Why the engine ended by itself; null when it did not. */
  public @Nullable RuntimeException failure() {
    return driver.failure();
  }

  /** Lets calls in progress be answered, then closes the port and the state. */
  @Override
  public void close() {
    try {
      if (driver.failure() == null) {
        driver.onLoop(it -> {
          it.hangUp();
          return it;
        });
      }
    } finally {
      server.close();
      driver.close();
    }
  }
}
