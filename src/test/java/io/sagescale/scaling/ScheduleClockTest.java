package io.sagescale.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.DaylightRule;
import io.sagescale.model.DaylightRule.Gap;
import io.sagescale.model.DaylightRule.Overlap;
import io.sagescale.model.ScheduledAction;
import io.sagescale.scaling.ScheduleExpressions.Parsed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleClockTest {

  /** 1 January 2026 was a Thursday. */
  @ParameterizedTest(name = "{0} in {1} after {2}: {3}")
  @CsvSource(delimiter = '|', nullValues = "never", value = {
    // once
    "at(2026-06-01T08:00:00)|UTC|2026-01-01T00:00:00Z|2026-06-01T08:00:00Z",
    "at(2026-06-01T08:00:00)|Europe/Berlin|2026-01-01T00:00:00Z|2026-06-01T06:00:00Z",
    "at(2026-06-01T08:00:00)|UTC|2026-06-01T08:00:00Z|never",
    // intervals
    "rate(5 minutes)|UTC|2026-01-01T00:00:03Z|2026-01-01T00:05:03Z",
    "rate(2 days)|America/New_York|2026-03-07T12:00:00Z|2026-03-09T12:00:00Z",
    // hours and minutes
    "cron(30 6 ? * * *)|UTC|2026-01-01T06:29:59Z|2026-01-01T06:30:00Z",
    "cron(30 6 ? * * *)|UTC|2026-01-01T06:30:00Z|2026-01-02T06:30:00Z",
    "cron(0/15 8 ? * * *)|UTC|2026-01-01T08:15:00Z|2026-01-01T08:30:00Z",
    "cron(0/15 8 ? * * *)|UTC|2026-01-01T08:45:00Z|2026-01-02T08:00:00Z",
    "cron(*/20 * ? * * *)|UTC|2026-01-01T08:41:00Z|2026-01-01T09:00:00Z",
    "cron(5-20/5 0 ? * * *)|UTC|2026-01-01T00:16:00Z|2026-01-01T00:20:00Z",
    "cron(0 22-1 ? * * *)|UTC|2026-01-01T01:30:00Z|2026-01-01T22:00:00Z",
    "cron(0 22-1 ? * * *)|UTC|2026-01-01T23:30:00Z|2026-01-02T00:00:00Z",
    "cron(0 18 ? * *)|UTC|2026-01-01T18:00:00Z|2026-01-02T18:00:00Z",
    "cron(30 0 18 ? * * *)|UTC|2026-01-01T17:00:00Z|2026-01-01T18:00:00Z",
    // weekdays, 1 is Sunday
    "cron(0 18 ? * MON-FRI *)|UTC|2026-01-02T18:00:00Z|2026-01-05T18:00:00Z",
    "cron(0 18 ? * 1 *)|UTC|2026-01-01T00:00:00Z|2026-01-04T18:00:00Z",
    "cron(0 18 ? * SAT-MON *)|UTC|2026-01-01T00:00:00Z|2026-01-03T18:00:00Z",
    "cron(0 18 ? * L *)|UTC|2026-01-01T00:00:00Z|2026-01-03T18:00:00Z",
    "cron(0 18 ? * FRI#2 *)|UTC|2026-01-01T00:00:00Z|2026-01-09T18:00:00Z",
    "cron(0 18 ? * THU#5 *)|UTC|2026-01-30T00:00:00Z|2026-04-30T18:00:00Z",
    "cron(0 18 ? * 6L *)|UTC|2026-01-01T00:00:00Z|2026-01-30T18:00:00Z",
    "cron(0 18 ? * MON,WED#3 *)|UTC|2026-01-20T00:00:00Z|2026-01-21T18:00:00Z",
    // days of the month
    "cron(0 10 1 * ? *)|UTC|2026-01-01T10:00:00Z|2026-02-01T10:00:00Z",
    "cron(0 10 31 * ? *)|UTC|2026-02-01T00:00:00Z|2026-03-31T10:00:00Z",
    "cron(0 10 L * ? *)|UTC|2028-02-01T00:00:00Z|2028-02-29T10:00:00Z",
    "cron(0 10 L-3 * ? *)|UTC|2026-02-01T00:00:00Z|2026-02-25T10:00:00Z",
    "cron(0 10 LW * ? *)|UTC|2026-05-01T00:00:00Z|2026-05-29T10:00:00Z",
    "cron(0 10 1W * ? *)|UTC|2026-08-01T00:00:00Z|2026-08-03T10:00:00Z",
    "cron(0 10 15W * ? *)|UTC|2026-11-01T00:00:00Z|2026-11-16T10:00:00Z",
    "cron(0 10 10,20 * ? *)|UTC|2026-01-10T10:00:00Z|2026-01-20T10:00:00Z",
    // months and years
    "cron(0 0 1 JAN-MAR ? *)|UTC|2026-03-02T00:00:00Z|2027-01-01T00:00:00Z",
    "cron(0 0 1 NOV-FEB ? *)|UTC|2026-03-02T00:00:00Z|2026-11-01T00:00:00Z",
    "cron(0 0 29 2 ? *)|UTC|2026-01-01T00:00:00Z|2028-02-29T00:00:00Z",
    "cron(0 0 30 2 ? *)|UTC|2026-01-01T00:00:00Z|never",
    "cron(0 0 1 1 ? 2030)|UTC|2026-01-01T00:00:00Z|2030-01-01T00:00:00Z",
    "cron(0 0 1 1 ? 2025)|UTC|2026-01-01T00:00:00Z|never",
    "cron(0 0 1 1 ? 2026/2)|UTC|2026-06-01T00:00:00Z|2028-01-01T00:00:00Z",
    // zones: Berlin is +1 and +2, New York -5 and -4, Kolkata +5:30
    "cron(0 9 ? * * *)|Europe/Berlin|2026-01-01T00:00:00Z|2026-01-01T08:00:00Z",
    "cron(0 9 ? * * *)|Europe/Berlin|2026-07-01T00:00:00Z|2026-07-01T07:00:00Z",
    "cron(0 9 ? * * *)|Asia/Kolkata|2026-07-01T00:00:00Z|2026-07-01T03:30:00Z",
    "cron(0 23 ? * MON *)|America/New_York|2026-01-01T00:00:00Z|2026-01-06T04:00:00Z",
    // spring: Berlin 2026-03-29 02:00 becomes 03:00, New York 2026-03-08 02:00 becomes 03:00; the hour that is not does not fire
    "cron(30 2 ? * * *)|Europe/Berlin|2026-03-28T02:00:00Z|2026-03-30T00:30:00Z",
    "cron(30 3 ? * * *)|Europe/Berlin|2026-03-28T03:00:00Z|2026-03-29T01:30:00Z",
    "cron(30 1 ? * * *)|Europe/Berlin|2026-03-28T03:00:00Z|2026-03-29T00:30:00Z",
    "cron(30 2 ? * * *)|America/New_York|2026-03-08T00:00:00Z|2026-03-09T06:30:00Z",
    "cron(0 * ? * * *)|Europe/Berlin|2026-03-29T00:00:00Z|2026-03-29T01:00:00Z",
    // autumn: Berlin 2026-10-25 03:00 becomes 02:00, New York 2026-11-01 02:00 becomes 01:00; the hour that comes twice fires first
    "cron(30 2 ? * * *)|Europe/Berlin|2026-10-25T00:00:00Z|2026-10-25T00:30:00Z",
    "cron(30 2 ? * * *)|Europe/Berlin|2026-10-25T00:30:00Z|2026-10-26T01:30:00Z",
    "cron(30 1 ? * * *)|America/New_York|2026-11-01T05:30:00Z|2026-11-02T06:30:00Z",
    "cron(0/30 * ? * * *)|Europe/Berlin|2026-10-25T00:30:00Z|2026-10-25T01:00:00Z",
    "cron(0/30 * ? * * *)|Europe/Berlin|2026-10-25T01:30:00Z|2026-10-25T02:00:00Z",
    "cron(0 2,3 ? * * *)|Europe/Berlin|2026-10-25T00:00:00Z|2026-10-25T02:00:00Z",
  })
  void findsTheNextFiring(String expression, ZoneId zone, Instant after, Instant expected) {
    assertEquals(expected, clock(DaylightRule.DEFAULT).next(action(expression, zone, null, null), after).orElse(null));
  }

  @Test
  void shiftsOutOfTheGapWhenAsked() {
    ScheduleClock clock = clock(new DaylightRule(Gap.SHIFT_LATER, Overlap.FIRST));
    ScheduledAction action = action("cron(30 2 ? * * *)", ZoneId.of("Europe/Berlin"), null, null);
    assertEquals(List.of("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
        firings(clock, action, "2026-03-28T00:00:00Z", 3));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
    "FIRST|2026-10-25T00:30:00Z|2026-10-26T01:30:00Z",
    "SECOND|2026-10-25T01:30:00Z|2026-10-26T01:30:00Z",
    "BOTH|2026-10-25T00:30:00Z|2026-10-25T01:30:00Z",
  })
  void repeatsTheDoubleHourAsAsked(Overlap overlap, String first, String second) {
    ScheduleClock clock = clock(new DaylightRule(Gap.SKIP, overlap));
    ScheduledAction action = action("cron(30 2 ? * * *)", ZoneId.of("Europe/Berlin"), null, null);
    assertEquals(List.of(first, second), firings(clock, action, "2026-10-24T23:00:00Z", 2));
  }

  @Test
  void firesAtItsStartThenByItsExpression() {
    Instant start = Instant.parse("2026-01-05T07:07:07Z");
    ZoneId utc = ZoneId.of("UTC");
    ScheduleClock clock = clock(DaylightRule.DEFAULT);
    assertEquals(List.of("2026-01-05T07:07:07Z", "2026-01-05T09:00:00Z", "2026-01-06T09:00:00Z"),
        firings(clock, action("cron(0 9 ? * * *)", utc, start, null), "2026-01-01T00:00:00Z", 3));
    assertEquals(List.of("2026-01-05T07:07:07Z", "2026-01-05T07:37:07Z", "2026-01-05T08:07:07Z"),
        firings(clock, action("rate(30 minutes)", utc, start, null), "2026-01-01T00:00:00Z", 3));
    assertEquals("2026-01-05T08:07:07Z",
        clock.next(action("rate(30 minutes)", utc, start, null), Instant.parse("2026-01-05T07:40:00Z")).orElseThrow().toString());
  }

  @Test
  void neverFiresAfterItsEnd() {
    Instant end = Instant.parse("2026-01-02T09:00:00Z");
    ScheduledAction action = action("cron(0 9 ? * * *)", ZoneId.of("UTC"), null, end);
    assertEquals(List.of("2026-01-01T09:00:00Z", "2026-01-02T09:00:00Z"),
        firings(clock(DaylightRule.DEFAULT), action, "2026-01-01T00:00:00Z", 5));
  }

  private static ScheduleClock clock(DaylightRule daylight) {
    return new ScheduleClock(daylight);
  }

  private static List<String> firings(ScheduleClock clock, ScheduledAction action, String after, int count) {
    List<String> firings = new ArrayList<>();
    Instant at = Instant.parse(after);
    while (firings.size() < count) {
      at = clock.next(action, at).orElse(null);
      if (at == null) {
        break;
      }
      firings.add(at.toString());
    }
    return firings;
  }

  private static ScheduledAction action(String expression, ZoneId zone, Instant start, Instant end) {
    Parsed.Valid parsed = (Parsed.Valid) ScheduleExpressions.parse(expression);
    return new ScheduledAction("action", parsed.expression(), zone, start, end, 1, null);
  }
}
