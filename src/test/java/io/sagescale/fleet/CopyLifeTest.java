package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyLifeTest {

  /** Every state and what each event makes of it; - leaves it as it is. */
  @ParameterizedTest
  @CsvSource({
      "state,      INSTANCE_READY, HEALTHY,    CRASH,   DRAIN,    STOP",
      "WAITING,    STARTING,       -,          -,       STOPPED,  STOPPED",
      "STARTING,   -,              IN_SERVICE, -,       STOPPED,  STOPPED",
      "IN_SERVICE, -,              -,          CRASHED, DRAINING, STOPPED",
      "CRASHED,    -,              IN_SERVICE, -,       STOPPED,  STOPPED",
      "DRAINING,   -,              -,          STOPPED, -,        STOPPED",
      "STOPPED,    -,              -,          -,       -,        -"
  })
  void everyStateMeetsEveryEvent(
      String state, String instanceReady, String healthy, String crash, String drain, String stop) {
    if (state.equals("state")) {
      return;
    }
    CopyState from = CopyState.valueOf(state);
    assertEquals(instanceReady, next(from, CopyEvent.INSTANCE_READY));
    assertEquals(healthy, next(from, CopyEvent.HEALTHY));
    assertEquals(crash, next(from, CopyEvent.CRASH));
    assertEquals(drain, next(from, CopyEvent.DRAIN));
    assertEquals(stop, next(from, CopyEvent.STOP));
  }

  private static String next(CopyState state, CopyEvent event) {
    return CopyLife.next(state, event).map(CopyState::name).orElse("-");
  }
}
