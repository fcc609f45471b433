package io.sagescale.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sagescale.model.AlarmActions;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmLimitsTest {
  @ParameterizedTest
  @CsvSource({
      // period s, N, problem
      "10,   90,   ",
      "20,   3,    ",
      "60,   1440, ",
      "3600, 168,  ",
      "15,   3,    'Period must be 10, 20, 30 or a multiple of 60'",
      "90,   3,    'Period must be 10, 20, 30 or a multiple of 60'",
      "60,   1441, EvaluationPeriods * Period must be <= 86400",
      "10,   8641, EvaluationPeriods * Period must be <= 86400",
      "3600, 169,  EvaluationPeriods * Period must be <= 604800",
  })
  void limitsTheWindow(int period, int n, String problem) {
    assertEquals(problem == null ? List.of() : List.of(problem), AlarmLimits.problems(Alarms.above(5, n, period)));
  }

  @Test
  void limitsTheActionsOfAState() {
    AlarmActions six = new AlarmActions(true, List.of(), Collections.nCopies(6, Alarms.MAIL), List.of());
    assertEquals(List.of("at most 5 actions on OK"), AlarmLimits.problems(
        Alarms.rule(Comparison.LESS_THAN, 1, 1, null, 60, MissingData.MISSING, six)));
  }

  @Test
  void theBookRefusesWhatIsLimited() {
    AlarmBook book = new AlarmBook(new AlarmTiming(1, null, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> book.put(Alarms.above(5, 3, 15), Alarms.NOON));
    assertEquals(List.of(), book.names());
  }
}
