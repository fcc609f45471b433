package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

class AlarmPeriodTest {
  private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

  /** Changes as {@code second:from>to}; periods as {@code from-to} in seconds, open at the end while it lasts. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "OK    | ''                                       | ''",
    "ALARM | ''                                       | 0-",
    "ALARM | 30:OK>ALARM                              | 30-",
    "OK    | 30:OK>ALARM 50:ALARM>OK                  | 30-50",
    "OK    | 40:ALARM>OK                              | 0-40",
    "ALARM | 40:ALARM>INSUFFICIENT_DATA 60:OK>ALARM   | 0-40 60-",
    "OK    | 40:INSUFFICIENT_DATA>OK                  | ''",
  })
  void periodsComeFromTheChangesOfState(String state, String changes, String periods) {
    List<AlarmHistoryItem> items = new ArrayList<>();
    for (String change : changes.split(" ")) {
      if (!change.isEmpty()) {
        String[] parts = change.split("[:>]");
        items.add(AlarmHistoryItem.builder().timestamp(START.plusSeconds(Long.parseLong(parts[0])))
            .historySummary("Alarm updated from " + parts[1] + " to " + parts[2]).build());
      }
    }
    List<AlarmPeriod> found = AlarmPeriod.of(MetricAlarm.builder().alarmName("busy").stateValue(state).build(), items, START);
    assertEquals(periods, String.join(" ", found.stream().map(one -> seconds(one.from()) + "-" + seconds(one.to())).toList()));
  }

  private static String seconds(@Nullable Instant at) {
    return at == null ? "" : String.valueOf(at.getEpochSecond() - START.getEpochSecond());
  }
}
