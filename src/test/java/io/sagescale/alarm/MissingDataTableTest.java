package io.sagescale.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AlarmCondition;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both tables of CloudWatch's guide, its prose, and the ranges that we guess. */
class MissingDataTableTest {
  private static final Pattern ROW = Pattern.compile(
      "\"n\":(\\d+),\"m\":(\\d+),\"p\":\"([0X-]+)\",\"fill\":\\d+,\"missing\":\"(\\w+)\",\"ignore\":\"(\\w+)\","
          + "\"breaching\":\"(\\w+)\",\"notBreaching\":\"(\\w+)\"");

  record Row(int n, int m, String points, MissingData treatment, String outcome) {}

  static List<Row> documentedRows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream file = Objects.requireNonNull(
        MissingDataTableTest.class.getResourceAsStream("/vectors/cloudwatch-missing-data.json"))) {
      Matcher matcher = ROW.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        for (MissingData treatment : MissingData.values()) {
          rows.add(new Row(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3),
              treatment, matcher.group(4 + treatment.ordinal())));
        }
      }
    }
    return rows;
  }

  @Test
  void theTablesHave40Outcomes() throws IOException {
    assertEquals(40, documentedRows().size());
  }

  @ParameterizedTest
  @MethodSource("documentedRows")
  void judgesAsDocumented(Row row) {
    assertEquals(row.outcome(), judge(row.n(), row.m(), row.points(), row.treatment()));
  }

  @ParameterizedTest
  @CsvSource({
      // n, m, oldest to newest, treatment, outcome
      "3, 3, ----X,  MISSING,       RETAIN", // prose: does not go to ALARM at once
      "3, 3, ---X-,  MISSING,       RETAIN",
      "3, 3, --X--,  MISSING,       ALARM", // the breaching point is three slots old
      "3, 3, -X---,  MISSING,       ALARM",
      "3, 3, -----,  BREACHING,     ALARM", // row A2, once the 0 has left the range
      "3, 3, --XX-,  MISSING,       ALARM",
      "3, 3, ---XX,  MISSING,       RETAIN", // the older of two is only two slots old
      "3, 3, -0XX-,  MISSING,       OK", // three real points, one of them not breaching
      "3, 2, 0--X-,  MISSING,       OK", // a real point that does not breach forbids the early alarm
      "3, 2, --X-0,  MISSING,       OK",
      "3, 2, --X0X,  NOT_BREACHING, ALARM",
      "3, 2, --X-X,  NOT_BREACHING, ALARM", // M of N reached with real points alone
      "3, 2, --X-X,  IGNORE,        ALARM",
      "3, 1, X--00,  MISSING,       ALARM", // three real points reach back over the gap
      "3, 3, XX000,  MISSING,       OK", // the latest N decide
      "1, 1, X--,    MISSING,       ALARM",
      "1, 1, ---,    MISSING,       INSUFFICIENT_DATA",
      "2, 1, ---0,   BREACHING,     ALARM", // 0 + 1 fill reaches M
      "2, 2, ---0,   BREACHING,     OK",
  })
  void judgesAsTheProseSays(int n, int m, String points, MissingData treatment, String outcome) {
    assertEquals(outcome, judge(n, m, points, treatment));
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 4", "3, 5", "5, 7", "6, 8", "9, 12", "15, 20", "90, 120"})
  void looksAtMoreThanN(int n, int range) {
    assertEquals(range, AlarmEvaluator.range(n));
  }

  private static String judge(int n, int m, String points, MissingData treatment) {
    AlarmCondition condition = new AlarmCondition(Comparison.GREATER_THAN, 5, n, m, treatment);
    List<@Nullable Double> slots = new ArrayList<>();
    for (char point : points.toCharArray()) {
      slots.add(point == '-' ? null : point == 'X' ? 9.0 : 1.0);
    }
    return switch (AlarmEvaluator.judge(condition, slots)) {
      case Verdict.Turn turn -> turn.state().name();
      case Verdict.Retain retain -> "RETAIN";
    };
  }
}
