package io.sagescale.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.model.RoutingStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouterTest {
  private final InFlight inFlight = new InFlight();

  private Router router(RoutingStrategy strategy, int... loads) {
    Router router = new Router(strategy);
    for (int copy = 0; copy < loads.length; copy++) {
      inFlight.open(copy);
      router.add(copy);
      for (int i = 0; i < loads[copy]; i++) {
        inFlight.add(copy, 0);
      }
    }
    return router;
  }

  @ParameterizedTest
  @CsvSource({
      "LEAST_OUTSTANDING_REQUESTS, 0.0,  1",
      "LEAST_OUTSTANDING_REQUESTS, 0.99, 1",
      "RANDOM,                     0.0,  0",
      "RANDOM,                     0.34, 1",
      "RANDOM,                     0.99, 2"
  })
  void choosesByLoadOrByDraw(RoutingStrategy strategy, double draw, int expected) {
    assertEquals(expected, router(strategy, 3, 1, 2).choose(inFlight, draw));
  }

  @ParameterizedTest
  @CsvSource({"0.0, 0", "0.4, 1", "0.7, 2"})
  void tiesAreBrokenByTheDraw(double draw, int expected) {
    assertEquals(expected, router(RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, 1, 1, 1).choose(inFlight, draw));
  }

  @Test
  void anEmptyRouterHasNoCopy() {
    Router router = router(RoutingStrategy.RANDOM, 0);
    router.remove(0);
    assertEquals(Router.NONE, router.choose(inFlight, 0.5));
  }

  @Test
  void aWindowRemembersItsExtremesAndItsArea() {
    inFlight.open(0);
    inFlight.add(0, 2);
    inFlight.add(0, 4);
    inFlight.remove(0, 7);
    assertEquals(2, inFlight.most(0));
    assertEquals(0, inFlight.least(0));
    assertEquals(2 + 2 * 3 + 3, inFlight.areaNanos(0, 10), 0);
    inFlight.reset(0, 10);
    assertEquals(1, inFlight.most(0));
    assertEquals(1, inFlight.least(0));
    assertEquals(5, inFlight.areaNanos(0, 15), 0);
  }

  @Test
  void takingARequestThatIsNotThereIsABug() {
    inFlight.open(0);
    assertThrows(IllegalStateException.class, () -> inFlight.remove(0, 1));
  }
}
