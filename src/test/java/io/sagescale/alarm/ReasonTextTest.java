package io.sagescale.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AlarmCondition;
import io.sagescale.model.AlarmState;
import io.sagescale.model.Comparison;
import io.sagescale.model.MissingData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudWatch's sentences, letter by letter. Points stand oldest to newest; the newest starts at 05:50. */
class ReasonTextTest {
  private static final Instant NEWEST = Instant.parse("2026-08-19T05:50:00Z");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // state | comparison, threshold, N, M (0: unset), missing | points | text
      "ALARM | GREATER_THAN 21 1 0 MISSING | 21.5"
          + " | Threshold Crossed: 1 datapoint [21.5 (19/08/26 05:50:00)] was greater than the threshold (21.0).",
      "ALARM | GREATER_THAN 0 3 0 MISSING | 0 2 3 4"
          + " | Threshold Crossed: 3 datapoints [4.0 (19/08/26 05:50:00), 3.0 (19/08/26 05:49:00), "
          + "2.0 (19/08/26 05:48:00)] were greater than the threshold (0.0).",
      "OK | GREATER_THAN 5 3 0 MISSING | 9 9 1"
          + " | Threshold Crossed: 1 datapoint [1.0 (19/08/26 05:50:00)] was not greater than the threshold (5.0).",
      "ALARM | LESS_THAN 63 6 0 MISSING | 1 2 3 4 5 6"
          + " | Threshold Crossed: 6 datapoints were less than the threshold (63.0). The most recent datapoints which "
          + "crossed the threshold: [6.0 (19/08/26 05:50:00), 5.0 (19/08/26 05:49:00), 4.0 (19/08/26 05:48:00), "
          + "3.0 (19/08/26 05:47:00), 2.0 (19/08/26 05:46:00)].",
      "ALARM | GREATER_OR_EQUAL 7 3 2 MISSING | 7 1 8"
          + " | Threshold Crossed: 2 out of the last 3 datapoints [8.0 (19/08/26 05:50:00), 7.0 (19/08/26 05:48:00)] "
          + "were greater than or equal to the threshold (7.0) (minimum 2 datapoints for OK -> ALARM transition).",
      "ALARM | LESS_OR_EQUAL 65 6 6 MISSING | 1 2 3 4 5 65"
          + " | Threshold Crossed: 6 out of the last 6 datapoints were less than or equal to the threshold (65.0). The "
          + "most recent datapoints which crossed the threshold: [65.0 (19/08/26 05:50:00), 5.0 (19/08/26 05:49:00), "
          + "4.0 (19/08/26 05:48:00), 3.0 (19/08/26 05:47:00), 2.0 (19/08/26 05:46:00)] (minimum 6 datapoints for "
          + "OK -> ALARM transition).",
      "OK | GREATER_THAN 5 2 2 MISSING | 9 0"
          + " | Threshold Crossed: 1 out of the last 2 datapoints [0.0 (19/08/26 05:50:00)] was not greater than the "
          + "threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).",
      "OK | GREATER_THAN 5 5 2 MISSING | 0 0 9 0 0"
          + " | Threshold Crossed: 4 out of the last 5 datapoints [0.0 (19/08/26 05:50:00), 0.0 (19/08/26 05:49:00), "
          + "0.0 (19/08/26 05:47:00), 0.0 (19/08/26 05:46:00)] were not greater than the threshold (5.0) "
          + "(minimum 4 datapoints for ALARM -> OK transition).",
      "ALARM | LESS_THAN 4 3 3 MISSING | 0 _ _" // premature
          + " | Threshold Crossed: 1 out of the last 3 datapoints [0.0 (19/08/26 05:48:00)] was less than the threshold "
          + "(4.0) (minimum 3 datapoints for OK -> ALARM transition).",
      "OK | LESS_OR_EQUAL 0 8 0 BREACHING | _ _ _ _ _ _ _ 2"
          + " | Threshold Crossed: 1 datapoint [2.0 (19/08/26 05:50:00)] was not less than or equal to the threshold "
          + "(0.0) and 7 missing datapoints were treated as [Breaching].",
      "OK | GREATER_THAN 5 20 20 NOT_BREACHING | 1 _x19"
          + " | Threshold Crossed: 1 out of the last 20 datapoints [1.0 (19/08/26 05:31:00)] was not greater than the "
          + "threshold (5.0) and 19 missing datapoints were treated as [NonBreaching] (minimum 1 datapoint for "
          + "ALARM -> OK transition).",
      "ALARM | GREATER_THAN 5 2 0 BREACHING | _ _ _ _"
          + " | Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as "
          + "[Breaching].",
      "OK | GREATER_THAN 5 1 0 NOT_BREACHING | _ _ _"
          + " | Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as "
          + "[NonBreaching].",
      "ALARM | GREATER_THAN 5 3 2 BREACHING | 1 _ _"
          + " | Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as "
          + "[Breaching] (minimum 2 datapoints for OK -> ALARM transition).",
      "INSUFFICIENT_DATA | GREATER_THAN 5 5 0 MISSING | _ _ _ _ _ _ _"
          + " | Insufficient Data: 5 datapoints were unknown.",
      "INSUFFICIENT_DATA | GREATER_THAN 5 1 0 MISSING | _ _ _"
          + " | Insufficient Data: 1 datapoint was unknown.",
  })
  void isAmazonsSentence(AlarmState state, String condition, String points, String text) {
    assertEquals(text, ReasonText.of(judged(state, condition, points)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ALARM | GREATER_THAN 21 2 0 MISSING | 21.5 1e9"
          + " | {\"version\":\"1.0\",\"queryDate\":\"2026-08-19T05:51:49.031+0000\","
          + "\"startDate\":\"2026-08-19T05:49:00.000+0000\",\"statistic\":\"Average\",\"period\":60,"
          + "\"recentDatapoints\":[21.5,1.0E9],\"threshold\":21.0,\"evaluatedDatapoints\":["
          + "{\"timestamp\":\"2026-08-19T05:50:00.000+0000\",\"sampleCount\":2.0,\"value\":1.0E9},"
          + "{\"timestamp\":\"2026-08-19T05:49:00.000+0000\",\"sampleCount\":2.0,\"value\":21.5}]}",
      "ALARM | GREATER_THAN 21 2 0 BREACHING | _ 22 _ _"
          + " | {\"version\":\"1.0\",\"queryDate\":\"2026-08-19T05:51:49.031+0000\","
          + "\"startDate\":\"2026-08-19T05:48:00.000+0000\",\"statistic\":\"Average\",\"period\":60,"
          + "\"recentDatapoints\":[22.0],\"threshold\":21.0,\"evaluatedDatapoints\":["
          + "{\"timestamp\":\"2026-08-19T05:50:00.000+0000\"},"
          + "{\"timestamp\":\"2026-08-19T05:48:00.000+0000\",\"sampleCount\":2.0,\"value\":22.0}]}",
      "INSUFFICIENT_DATA | GREATER_THAN 5 2 0 MISSING | _ _ _ _"
          + " | {\"version\":\"1.0\",\"queryDate\":\"2026-08-19T05:51:49.031+0000\",\"statistic\":\"Average\","
          + "\"period\":60,\"recentDatapoints\":[],\"threshold\":5.0,\"evaluatedDatapoints\":["
          + "{\"timestamp\":\"2026-08-19T05:50:00.000+0000\"},{\"timestamp\":\"2026-08-19T05:49:00.000+0000\"}]}",
  })
  void hasAmazonsData(AlarmState state, String condition, String points, String data) {
    assertEquals(data, ReasonData.of(judged(state, condition, points)));
  }

  private static Judged judged(AlarmState state, String condition, String points) {
    String[] parts = condition.split(" ");
    int m = Integer.parseInt(parts[3]);
    @Nullable Integer needed = m == 0 ? null : m;
    return new Judged(
        new AlarmCondition(Comparison.valueOf(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2]),
            needed, MissingData.valueOf(parts[4])),
        "Average", 60, Instant.parse("2026-08-19T05:51:49.031Z"), state, newestFirst(points));
  }

  private static List<Judged.Point> newestFirst(String points) {
    List<Double> values = new ArrayList<>();
    for (String word : points.split(" ")) {
      String[] parts = word.split("x");
      for (int i = 0; i < (parts.length == 2 ? Integer.parseInt(parts[1]) : 1); i++) {
        values.add(parts[0].equals("_") ? Double.NaN : Double.parseDouble(parts[0]));
      }
    }
    List<Judged.Point> slots = new ArrayList<>();
    for (double value : values.reversed()) {
      slots.add(new Judged.Point(NEWEST.minusSeconds(60L * slots.size()), value, 2));
    }
    return slots;
  }
}
