package io.sagescale.alarm;

import static io.sagescale.alarm.Alarms.MAIL;
import static io.sagescale.alarm.Alarms.METRIC;
import static io.sagescale.alarm.Alarms.NOON;
import static io.sagescale.alarm.Alarms.SCALE;
import static io.sagescale.alarm.Alarms.above;
import static io.sagescale.alarm.Alarms.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.metrics.MetricStore;
import io.sagescale.metrics.Samples;
import io.sagescale.model.AlarmActions;
import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmInput;
import io.sagescale.model.AlarmRule;
import io.sagescale.model.AlarmState;
import io.sagescale.model.Comparison;
import io.sagescale.model.MetricQuery;
import io.sagescale.model.MissingData;
import io.sagescale.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmBookTest {
  private static final AlarmActions ALL =
      new AlarmActions(true, List.of(SCALE, MAIL), List.of(SCALE, MAIL), List.of(MAIL));

  private final MetricStore store = new MetricStore();
  private final AlarmBook book = new AlarmBook(new AlarmTiming(1, Duration.ofSeconds(3), Duration.ofSeconds(20)));

  @Test
  void startsWithoutData() {
    book.put(above(5, 3, 10), NOON);
    assertEquals(new AlarmStatus(AlarmState.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", null, NOON, NOON, NOON),
        book.status("a"));
    Evaluation evaluation = book.evaluate("a", at(3), store);
    assertFalse(evaluation.isTransition());
    assertEquals("Unchecked: Initial alarm creation", evaluation.reason());
    assertEquals(List.of(), evaluation.recentDatapoints());
  }

  @ParameterizedTest
  @CsvSource({
      // N, period s, one value per period, or per minute, from 12:00:00, second of the first alarm
      "3, 10, 9 9 9,          33", // the third window ends at 30 and shows; the phase is 3
      "3, 10, 1 9 9 9,        43",
      "3, 10, 1 9 _ 9 9,      53", // three real points reach over the gap
      "3, 60, 9 9 9,          200", // minutes 0 to 2, phase 20
      "2, 60, 1 9 9,          200",
      "1, 300, 1x5 9,         380", // five minutes that slide by one: minutes 1 to 5 hold the breach of minute 5
  })
  void turnsAtTheFirstEvaluationThatShowsTheBreach(int n, int period, String line, int second) {
    book.put(above(5, n, period), NOON);
    Alarms.put(store, NOON, Math.min(period, 60), line);
    assertEquals(at(second), firstAlarm());
  }

  @Test
  void takesNinetyWindowsToScaleIn() {
    book.put(rule(Comparison.LESS_THAN, 4.5, 90, null, 10, MissingData.MISSING, AlarmActions.onAlarm(SCALE)), NOON);
    Alarms.put(store, NOON.minusSeconds(2000), 10, "9x200 1x100");
    assertEquals(at(903), firstAlarm());
    assertTrue(book.status("a").reason().startsWith(
        "Threshold Crossed: 90 datapoints were less than the threshold (4.5). The most recent datapoints which crossed "
            + "the threshold: [1.0 (19/08/26 12:14:50), 1.0 (19/08/26 12:14:40),"), book.status("a").reason());
  }

  @ParameterizedTest
  @CsvSource({
      // value of the ten minutes before, or none; second of the alarm for 9 9 9 that shows two minutes late
      "1, 320", // three minutes, two minutes, phase 20
      ",  200", // without earlier points the first one is three slots old once it shows: the early alarm
  })
  void alarmsEarlyWhenASeriesBeginsInBreachAndShowsLate(@Nullable Integer before, int second) {
    book.put(above(5, 3, 60), NOON);
    for (int minute = before == null ? 0 : -10; minute < 5; minute++) {
      int value = before != null && minute < 0 ? before : 9;
      store.put(METRIC, at(60 * minute), Samples.of(value), at(60 * minute + 180));
    }
    assertEquals(at(second), firstAlarm());
  }

  @Test
  void seesOnlyWhatIsVisible() {
    book.put(above(5, 1, 10), NOON);
    store.put(METRIC, at(0), Samples.of(9), at(14));
    assertEquals(AlarmState.INSUFFICIENT_DATA, book.evaluate("a", at(13), store).after());
    assertEquals(AlarmState.ALARM, book.evaluate("a", at(23), store).after());
  }

  @Test
  void actsOnEnteringAStateAndScalesAgainEachMinute() {
    book.put(rule(Comparison.GREATER_THAN, 5, 1, null, 10, MissingData.MISSING, ALL), NOON);
    Alarms.put(store, NOON, 10, "9x15");
    assertEquals(List.of(SCALE, MAIL), book.evaluate("a", at(13), store).actionsDue());
    for (int second = 23; second < 73; second += 10) {
      assertEquals(List.of(), book.evaluate("a", at(second), store).actionsDue());
    }
    Evaluation repeated = book.evaluate("a", at(73), store);
    assertEquals(List.of(SCALE), repeated.actionsDue());
    assertFalse(repeated.isTransition());
    assertEquals(List.of(9.0), repeated.recentDatapoints());
    assertEquals(List.of(), book.evaluate("a", at(83), store).actionsDue());
  }

  @Test
  void doesNothingWhileItsActionsAreDisabled() {
    AlarmActions disabled = new AlarmActions(false, List.of(SCALE), List.of(), List.of());
    book.put(rule(Comparison.GREATER_THAN, 5, 1, null, 10, MissingData.MISSING, disabled), NOON);
    Alarms.put(store, NOON, 10, "9x15");
    Evaluation evaluation = book.evaluate("a", at(13), store);
    assertTrue(evaluation.isTransition());
    assertEquals(List.of(), evaluation.actionsDue());
  }

  @Test
  void keepsItsStateWhenItsRuleChanges() {
    book.put(above(5, 1, 10), NOON);
    Alarms.put(store, NOON, 10, "9 1");
    book.evaluate("a", at(13), store);
    AlarmRule changed = above(50, 2, 10);
    book.put(changed, at(15));
    assertEquals(AlarmState.ALARM, book.status("a").state());
    assertEquals(at(15), book.status("a").configured());
    assertEquals(at(13), book.status("a").transitioned());
    assertSame(changed, book.rule("a").orElseThrow());
    assertEquals(AlarmState.OK, book.evaluate("a", at(23), store).after());
  }

  @Test
  void keepsAStateThatWasSetUntilTheNextEvaluation() {
    book.put(rule(Comparison.GREATER_THAN, 5, 1, null, 10, MissingData.MISSING, ALL), NOON);
    Alarms.put(store, NOON, 10, "1x3");
    book.evaluate("a", at(13), store);
    String data = "{\"recentDatapoints\" : [ 7.0, 1.25e1 ],\"threshold\":5.0}";
    Evaluation set = book.setState("a", AlarmState.ALARM, "drill", data, at(15));
    assertEquals(new Evaluation("a", AlarmState.OK, AlarmState.ALARM, "drill", List.of(7.0, 12.5), at(15),
        List.of(SCALE, MAIL)), set);
    assertEquals(data, book.status("a").reasonData());
    assertEquals(List.of(), book.setState("a", AlarmState.ALARM, "again", null, at(80)).actionsDue());
    assertEquals(at(80), book.status("a").updated());
    assertEquals(at(15), book.status("a").transitioned());
    Evaluation next = book.evaluate("a", at(23), store);
    assertEquals(AlarmState.OK, next.after());
    assertEquals(List.of(SCALE, MAIL), next.actionsDue());
  }

  @Test
  void keepsAStateThatWasSetWhileTheDataDoNotTell() {
    book.put(rule(Comparison.GREATER_THAN, 5, 3, null, 10, MissingData.IGNORE, AlarmActions.NONE), NOON);
    book.setState("a", AlarmState.ALARM, "drill", null, at(1));
    assertEquals(AlarmState.ALARM, book.evaluate("a", at(3), store).after());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"recentDatapoints\":[]} | 0", "{} | 0", "no json | 0",
      "{\"recentDatapoints\":[1,\"x\"]} | 0", "{\"recentDatapoints\":[-1]} | 1"})
  void takesNoPointsFromDataWithoutThem(String data, int points) {
    book.put(above(5, 1, 10), NOON);
    assertEquals(points, book.setState("a", AlarmState.OK, "r", data, NOON).recentDatapoints().size());
  }

  @Test
  void tellsItsHistory() {
    book.put(rule(Comparison.GREATER_THAN, 5, 1, 1, 10, MissingData.MISSING, AlarmActions.onAlarm(SCALE)), NOON);
    Alarms.put(store, NOON, 10, "9");
    book.evaluate("a", at(13), store);
    book.put(above(5, 1, 10), at(20));
    book.delete("a", at(30));
    assertEquals(List.of(
            "12:00:00 ConfigurationUpdate Alarm \"a\" created",
            "12:00:13 StateUpdate Alarm updated from INSUFFICIENT_DATA to ALARM",
            "12:00:13 Action Successfully executed action endpoint/e/variant/v/p",
            "12:00:20 ConfigurationUpdate Alarm \"a\" updated",
            "12:00:30 ConfigurationUpdate Alarm \"a\" deleted"),
        book.history("a").stream()
            .map(item -> item.at().toString().substring(11, 19) + " " + item.type().text() + " " + item.summary())
            .toList());
    assertEquals(List.of(), book.names());
    assertEquals(List.of(), book.history("never"));
    assertEquals("{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"INSUFFICIENT_DATA\","
        + "\"stateReason\":\"Unchecked: Initial alarm creation\"},\"newState\":{\"stateValue\":\"ALARM\","
        + "\"stateReason\":\"Threshold Crossed: 1 out of the last 1 datapoints [9.0 (19/08/26 12:00:00)] was greater "
        + "than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).\",\"stateReasonData\":{"
        + "\"version\":\"1.0\",\"queryDate\":\"2026-08-19T12:00:13.000+0000\","
        + "\"startDate\":\"2026-08-19T12:00:00.000+0000\",\"statistic\":\"Maximum\",\"period\":10,"
        + "\"recentDatapoints\":[9.0],\"threshold\":5.0,\"evaluatedDatapoints\":[{"
        + "\"timestamp\":\"2026-08-19T12:00:00.000+0000\",\"sampleCount\":1.0,\"value\":9.0}]}}}",
        book.history("a").get(1).data());
  }

  @Test
  void writesActionsInItsHistoryAsTheReaderNamesThem() {
    book.put(rule(Comparison.GREATER_THAN, 5, 1, 1, 10, MissingData.MISSING, AlarmActions.onAlarm(SCALE)), NOON);
    Alarms.put(store, NOON, 10, "9");
    book.evaluate("a", at(13), store);
    book.delete("a", at(30));
    List<HistoryItem> history = book.history("a", action -> action.equals(SCALE) ? "arn:p" : "other");
    assertTrue(history.get(0).data().contains("\"alarmActions\":[\"arn:p\"]"), history.get(0).data());
    assertEquals("Successfully executed action arn:p", history.get(2).summary());
    assertTrue(history.get(2).data().contains("\"notificationResource\":\"arn:p\""), history.get(2).data());
    assertEquals(List.of("a"), book.historyNames());
  }

  @Test
  void keepsHistoryForThirtyDays() {
    book.put(above(5, 1, 10), NOON);
    book.put(above(6, 1, 10), NOON.plus(Duration.ofDays(1)));
    book.put(above(7, 1, 10), NOON.plus(Duration.ofDays(30)).plusSeconds(1));
    assertEquals(2, book.history("a").size());
  }

  @Test
  void judgesMetricMath() {
    AlarmInput input = new AlarmInput.Math(List.of(
        new MetricQuery.Metric("m1", METRIC, Statistic.MAXIMUM, Duration.ofMinutes(1), false),
        new MetricQuery.Expression("e1", "FILL(m1, 0) / 2", true)), Duration.ofMinutes(1));
    book.put(new AlarmRule("a", input,
        new AlarmCondition(Comparison.GREATER_THAN, 5, 2, null, MissingData.MISSING), AlarmActions.NONE, null), NOON);
    Alarms.put(store, NOON, 60, "12 14 _");
    Evaluation evaluation = book.evaluate("a", at(140), store);
    assertEquals(AlarmState.ALARM, evaluation.after());
    assertEquals(List.of(6.0, 7.0), evaluation.recentDatapoints());
    assertEquals(AlarmState.OK, book.evaluate("a", at(200), store).after()); // the gap counts as 0
  }

  @Test
  void refusesMetricMathThatCannotBeRead() {
    AlarmInput input = new AlarmInput.Math(
        List.of(new MetricQuery.Expression("e1", "m1 +", true)), Duration.ofMinutes(1));
    AlarmRule rule = new AlarmRule("a", input,
        new AlarmCondition(Comparison.GREATER_THAN, 5, 2, null, MissingData.MISSING), AlarmActions.NONE, null);
    assertThrows(IllegalArgumentException.class, () -> book.put(rule, NOON));
    assertEquals(List.of(), book.names());
  }

  @Test
  void knowsOnlyItsOwnNames() {
    assertThrows(IllegalArgumentException.class, () -> book.status("b"));
    book.delete("b", NOON);
    assertEquals(List.of(), book.history("b"));
    assertNull(book.rule("b").orElse(null));
  }

  private Instant firstAlarm() {
    for (Instant next = book.nextEvaluation("a", NOON); next.isBefore(NOON.plusSeconds(3600));
        next = book.nextEvaluation("a", next)) {
      if (book.evaluate("a", next, store).after() == AlarmState.ALARM) {
        return next;
      }
    }
    throw new AssertionError("no alarm within an hour");
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
