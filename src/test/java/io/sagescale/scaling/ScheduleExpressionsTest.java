package io.sagescale.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.ScheduleExpression;
import io.sagescale.scaling.ScheduleExpressions.Parsed;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionsTest {

  private static final String SYNTAX = "Invalid schedule expression. Details: Schedule expressions must have the following "
      + "syntax: rate(<number>\\s?(minutes?|hours?|days?)), cron(<cron_expression>) or at(yyyy-MM-dd'T'HH:mm:ss).";

  @ParameterizedTest(name = "{0} is every {1}")
  @CsvSource({
    "rate(1 minute), PT1M", "rate(1 minutes), PT1M", "rate(5minutes), PT5M", "rate(3 hours), PT3H", "rate(1 hour), PT1H",
    "rate(2 day), PT48H", "rate(2 days), PT48H",
  })
  void readsRates(String text, Duration every) {
    assertEquals(new Parsed.Valid(new ScheduleExpression.Rate(every)), ScheduleExpressions.parse(text));
  }

  @Test
  void readsOneTime() {
    assertEquals(
        new Parsed.Valid(new ScheduleExpression.At(LocalDateTime.of(2035, 1, 31, 23, 59, 58))),
        ScheduleExpressions.parse("at(2035-01-31T23:59:58)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "cron(0 18 ? * MON-FRI *)", "cron(0 18 1 * ? *)", "cron(0 18 ? * 2 *)", "cron(0 18 * * ? *)",
    "cron(0 18 ? * *)", "cron(30 0 18 ? * * *)", "cron(0/15 8-17 ? JAN,jul FRI-MON 2026-2030)",
    "cron(0 9 L * ? *)", "cron(0 9 LW * ? *)", "cron(0 9 L-3 * ? *)", "cron(0 9 15W * ? *)", "cron(0 9 ? * 6L *)",
    "cron(0 9 ? * FRI#5 *)", "cron(0 9 lw jan ? *)", "cron(0 9 ? * fri#1,6l *)", "cron(  0   9 ? * L *  )",
  })
  void takesCalendars(String text) {
    String fields = text.substring(5, text.length() - 1);
    assertEquals(new Parsed.Valid(new ScheduleExpression.Cron(fields)), ScheduleExpressions.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "rate(5 seconds)", "rate(1 week)", "rate(-1 minutes)", "rate(1.5 hours)", "rate()", "every day", "", "CRON(0 0 ? * * *)",
    "rate(5  minutes)", "rate(5 Minutes)", "at 2035-01-01T00:00:00",
  })
  void refusesOtherSyntax(String text) {
    assertEquals(new Parsed.Refused(SYNTAX), ScheduleExpressions.parse(text));
  }

  @Test
  void refusesRateOfZero() {
    assertEquals(
        new Parsed.Refused("Invalid schedule frequency. Run for '1970-01-01T00:00:00.000Z' and "
            + "'1970-01-01T00:00:00.000Z' are less than 60 seconds apart"),
        ScheduleExpressions.parse("rate(0 minutes)"));
  }

  @ParameterizedTest(name = "at({0}): {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
    "2035-01-01|Invalid format: \"2035-01-01\" is too short",
    "2035-01-01T00:00:00Z|Invalid format: \"2035-01-01T00:00:00Z\" is malformed at \"Z\"",
    "2035-01-01 00:00:00|Invalid format: \"2035-01-01 00:00:00\" is malformed at \" 00:00:00\"",
    "tomorrow|Invalid format: \"tomorrow\"",
    "2035-13-01T00:00:00|Cannot parse \"2035-13-01T00:00:00\": Value 13 for monthOfYear must be in the range [1,12]",
    "2035-02-29T00:00:00|Cannot parse \"2035-02-29T00:00:00\": Value 29 for dayOfMonth must be in the range [1,28]",
    "2035-02-01T24:00:00|Cannot parse \"2035-02-01T24:00:00\": Value 24 for hourOfDay must be in the range [0,23]",
  })
  void refusesOtherTimes(String time, String details) {
    assertEquals(
        new Parsed.Refused("Invalid schedule expression. Details: Invalid schedule at DateTime expression: " + details),
        ScheduleExpressions.parse("at(" + time + ")"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cron(0 0 * * * *)", "cron(0 0 1 * 2 *)", "cron(0 0 ? * ? *)", "cron(30 6 * * 2 *)"})
  void wantsOneQuestionMark(String text) {
    assertEquals(
        new Parsed.Refused("Invalid schedule expression. Details: Invalid CRON expression: error at position 1, details: "
            + "'?' can only be specified for Day-of-Month or Day-of-Week."),
        ScheduleExpressions.parse(text));
  }

  @ParameterizedTest(name = "cron({0}): field {1}")
  @CsvSource(delimiter = '|', value = {
    "60 0 ? * * *|1", "0 24 ? * * *|2", "0 0 32 * ? *|3", "0 0 0 * ? *|3", "0 0 ? 13 * *|4", "0 0 ? * 8 *|5", "0 0 ? * 0 *|5",
    "0 0 ? * * 1969|6", "0 0 ? * * 2200|6", "0/0 0 ? * * *|1", "a 0 ? * * *|1", "? 0 ? * * *|1", "1, 0 ? * * *|1",
    "0 0 ? * MON#6 *|5", "0 0 ? * * 2030-2029|6", "0 0 40W * ? *|3", "0 0 ? *|1", "0 0 0 0 ? * * *|1", "0 0 ? * MOON *|5",
    "-1 0 ? * * *|1", "5- 0 ? * * *|1",
  })
  void namesTheFieldThatIsWrong(String fields, int position) {
    Parsed.Refused refused = (Parsed.Refused) ScheduleExpressions.parse("cron(" + fields + ")");
    String start = "Invalid schedule expression. Details: Invalid CRON expression: error at position " + position + ", details: ";
    assertEquals(start, refused.message().substring(0, start.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "at(2035-01-01T00:00:00)", "at(2035-01-01T07:08:09)", "rate(1 minute)", "rate(90 minutes)", "rate(1 hour)", "rate(2 days)",
    "cron(0 18 ? * MON-FRI *)",
  })
  void writesWhatItRead(String text) {
    assertEquals(text, ScheduleExpressions.text(((Parsed.Valid) ScheduleExpressions.parse(text)).expression()));
  }
}
