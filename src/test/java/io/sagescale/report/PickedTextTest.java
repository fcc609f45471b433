package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickedTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "a             | VALUE;1",
    "[a, b]        | VALUE;1;2",
    "[[a, b]]      | 0,1;1,2",
    "[{x: a}]      | x;1",
    "[[a], {x: b}] | 0,x;1,;,2",
    "[{x: b}, [a]] | x,0;2,;,1",
  })
  void eachItemIsARowOfItsParts(String query, String lines) {
    assertEquals(lines.replace(';', '\n') + "\n",
        PickedText.of(Map.of("a", "1", "b", "2"), JsonQuery.of(query), ObjectFormat.CSV, Look.plain(), false));
  }
}
