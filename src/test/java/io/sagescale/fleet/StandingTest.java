package io.sagescale.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {

  /** Every standing and what each event makes of it. */
  @ParameterizedTest
  @CsvSource({
      "CREATING,     CREATING,   IN_SERVICE, CREATING,     FAILED,       DELETING",
      "IN_SERVICE,   UPDATING,   IN_SERVICE, IN_SERVICE,   IN_SERVICE,   DELETING",
      "UPDATING,     UPDATING,   IN_SERVICE, ROLLING_BACK, ROLLING_BACK, DELETING",
      "ROLLING_BACK, UPDATING,   IN_SERVICE, ROLLING_BACK, ROLLING_BACK, DELETING",
      "FAILED,       UPDATING,   FAILED,     FAILED,       FAILED,       DELETING",
      "DELETING,     DELETING,   DELETING,   DELETING,     DELETING,     DELETING"
  })
  void everyStandingMeetsEveryEvent(
      Standing from, Standing change, Standing settled, Standing rollBack, Standing fail, Standing delete) {
    assertEquals(change, from.after(Standing.Event.CHANGE));
    assertEquals(settled, from.after(Standing.Event.SETTLED));
    assertEquals(rollBack, from.after(Standing.Event.ROLL_BACK));
    assertEquals(fail, from.after(Standing.Event.FAIL));
    assertEquals(delete, from.after(Standing.Event.DELETE));
  }
}
