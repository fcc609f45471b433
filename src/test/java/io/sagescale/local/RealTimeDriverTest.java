package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.engine.EngineEvent;
import io.sagescale.model.CapacityRange;
import io.sagescale.model.PredefinedMetric;
import io.sagescale.model.ResourceId;
import io.sagescale.model.ScalableTarget;
import io.sagescale.model.Statistic;
import io.sagescale.model.Suspension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that runs by itself: its clock, its loop, and the end of both. */
class RealTimeDriverTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ResourceId.Variant LLAMA = new ResourceId.Variant("llama", "AllTraffic");

  @TempDir Path state;
  private final List<String> said = new ArrayList<>();

  @Test
  void clockAloneMovesTheEngine() {
    HandClock clock = new HandClock(NOON);
    try (RealTimeDriver driver = RealTimeDriver.start(engine(NOON), EngineClock.real(clock, NOON))) {
      clock.advance(Duration.ofSeconds(7));
      assertEquals(NOON.plusSeconds(7), driver.onLoop(it -> it.engine().now()));
      assertThrows(IllegalStateException.class, () -> driver.advance(Duration.ofSeconds(1)));
    }
  }

  @Test
  void fastClockRunsByItsFactor() {
    HandClock clock = new HandClock(NOON);
    try (RealTimeDriver driver = RealTimeDriver.start(engine(NOON), EngineClock.scaled(clock, NOON, 60))) {
      clock.advance(Duration.ofSeconds(2));
      assertEquals(NOON.plusSeconds(120), driver.onLoop(it -> it.engine().now()));
    }
  }

  @Test
  void fastClockDoesNotGoBackWhenTheStateIsOpenedAgain() {
    HandClock clock = new HandClock(NOON);
    EngineOptions kept = EngineOptions.in(state, null, said::add);
    try (RealTimeDriver driver = RealTimeDriver.start(LocalEngine.open(kept, NOON), EngineClock.scaled(clock, NOON, 60))) {
      clock.advance(Duration.ofSeconds(2));
      assertEquals(NOON.plusSeconds(120), driver.onLoop(it -> it.engine().now()));
    }
    try (LocalEngine again = LocalEngine.open(kept, NOON.plusSeconds(2))) {
      assertEquals(NOON.plusSeconds(120), again.engine().now());
    }
  }

  @Test
  void metricsLiveWhileNobodyAsks() {
    HandClock clock = new HandClock(NOON);
    LocalEngine engine = engine(NOON);
    engine.model(LLAMA, 1);
    engine.tell(new EngineEvent.RegisterTarget(
        new ScalableTarget(LLAMA, CapacityRange.between(1, 4), Suspension.NONE)));
    try (RealTimeDriver driver = RealTimeDriver.start(engine, EngineClock.real(clock, NOON))) {
      clock.advance(Duration.ofMinutes(2));
      int points = driver.onLoop(it -> it.engine().metrics().points(
          PredefinedMetric.VARIANT_CONCURRENT_REQUESTS_PER_MODEL.metricOf(LLAMA), Statistic.Simple.MAXIMUM,
          Duration.ofSeconds(10), NOON, NOON.plusSeconds(60), NOON.plusSeconds(120)).size());
      assertEquals(6, points);
    }
  }

  @Test
  void askersOfManyThreadsAreAnsweredOneByOne() throws InterruptedException {
    try (RealTimeDriver driver = RealTimeDriver.start(engine(NOON), EngineClock.manual())) {
      int[] inside = new int[1];
      AtomicInteger most = new AtomicInteger();
      AtomicInteger done = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        threads.add(Thread.ofPlatform().start(() -> {
          for (int k = 0; k < 500; k++) {
            driver.onLoop(it -> {
              most.accumulateAndGet(++inside[0], Math::max);
              inside[0]--;
              return it;
            });
            done.incrementAndGet();
          }
        }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(1, most.get());
      assertEquals(4000, done.get());
    }
  }

  @Test
  void bugsOfOneQuestionAreItsOwn() {
    try (RealTimeDriver driver = RealTimeDriver.start(engine(NOON), EngineClock.manual())) {
      assertThrows(IllegalArgumentException.class, () -> driver.onLoop(it -> {
        throw new IllegalArgumentException("a bug");
      }));
      assertEquals(NOON, driver.onLoop(it -> it.engine().now()));
    }
  }

  @Test
  void whoAsksAStoppedEngineIsToldSo() {
    RealTimeDriver driver = RealTimeDriver.start(engine(NOON), EngineClock.manual());
    driver.close();
    IllegalStateException stopped = assertThrows(IllegalStateException.class, () -> driver.onLoop(it -> it));
    assertTrue(String.valueOf(stopped.getMessage()).contains("stopped"));
  }

  private LocalEngine engine(Instant now) {
    return LocalEngine.open(EngineOptions.unkept(null, said::add), now);
  }
}
