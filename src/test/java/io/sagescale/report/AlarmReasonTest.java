package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmReasonTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Threshold Crossed: 1 datapoint [21.5 (24/11/26 23:00:00)] was greater than the threshold (21.0).                  | 1 point > 21: 21.5",
    "Threshold Crossed: 2 datapoints [2.0 (24/11/26 23:00:10), 3.0 (24/11/26 23:00:00)] were greater than or equal to the threshold (2.0). | 2 points >= 2: 2, 3",
    "Threshold Crossed: 1 datapoint [0.0 (24/11/26 23:00:00)] was not greater than the threshold (5.0).                | 1 point not > 5: 0",
    "Threshold Crossed: 15 datapoints were less than the threshold (4.5). The most recent datapoints which crossed the threshold: [0.0 (24/11/26 23:00:10), 1.0 (24/11/26 23:00:00)]. | 15 points < 4.5, last 0, 1",
    "Threshold Crossed: 2 out of the last 3 datapoints [9.0 (24/11/26 23:00:10), 8.0 (24/11/26 23:00:00)] were greater than the threshold (7.0) (minimum 2 datapoints for OK -> ALARM transition). | 2 of 3 points > 7: 9, 8",
    "Threshold Crossed: 1 datapoint [2.0 (24/11/26 23:00:00)] was not less than or equal to the threshold (0.0) and 7 missing datapoints were treated as [Breaching]. | 1 point not <= 0: 2; 7 missing count as a breach",
    "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching]. | no data for 1 period, which counts as fine",
    "Insufficient Data: 5 datapoints were unknown.                                                                      | no data for 5 periods",
    "Unchecked: Initial alarm creation                                                                                 | new, not looked at yet",
    "set by hand (5.0)                                                                                                  | set by hand (5.0)",
  })
  void saysTheSameInFewerWords(String reason, String plain) {
    assertEquals(plain, AlarmReason.plain(reason));
  }
}
