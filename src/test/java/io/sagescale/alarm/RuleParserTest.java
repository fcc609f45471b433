package io.sagescale.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sagescale.model.AlarmState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of composite alarms' rules. */
class RuleParserTest {
  private static final String ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:";
  private static final Map<String, AlarmState> STATES = Map.of(
      "hot", AlarmState.ALARM, "cool", AlarmState.OK, "blind", AlarmState.INSUFFICIENT_DATA, "two words", AlarmState.ALARM);

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
      // hot is in ALARM, cool in OK, blind without data, gone does not exist
      "ALARM(hot),                                      true",
      "OK(hot),                                         false",
      "OK(cool),                                        true",
      "INSUFFICIENT_DATA(blind),                        true",
      "ALARM(gone),                                     false",
      "NOT ALARM(gone),                                 true",
      "TRUE,                                            true",
      "FALSE,                                           false",
      "false,                                           false", // so the documentation writes it
      "NOT FALSE,                                       true",
      "NOT NOT FALSE,                                   false",
      "ALARM(hot) AND OK(cool),                         true",
      "ALARM(hot) AND ALARM(cool),                      false",
      "ALARM(cool) OR ALARM(hot),                       true",
      "TRUE OR TRUE AND FALSE,                          true", // AND binds closer
      "(TRUE OR TRUE) AND FALSE,                        false",
      "NOT FALSE AND FALSE,                             false", // NOT binds closest
      "NOT (FALSE AND FALSE),                           true",
      "NOT(FALSE),                                      true",
      "((ALARM(hot))),                                  true",
      "ALARM( hot )AND OK (cool),                       true",
      "`ALARM(\"two words\")`,                          true",
      "`ALARM(\"hot\")`,                                true",
      "ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:hot), true",
      "`ALARM(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:two words\")`, true",
  })
  void holds(String rule, boolean expected) {
    assertEquals(expected, read(rule).holds(name -> Optional.ofNullable(STATES.get(name))));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
      "()             | Error in AlarmRule [Unsupported token ')' at char 1]",
      "`ALARM(a b)`   | Error in AlarmRule [Unsupported token 'b' at char 8, must be: ')']",
      "ALARM(a) AND   | Error in AlarmRule [Unexpected end at char 12, must be: '(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA]",
      "busy           | Error in AlarmRule [Unsupported token 'busy' at char 0, must be: '(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA]",
      "ALARM a        | Error in AlarmRule [Unsupported token 'a' at char 6, must be: '(']",
      "ALARM()        | Error in AlarmRule [Unsupported token ')' at char 6]",
      "ALARM          | Error in AlarmRule [Unexpected end at char 5, must be: '(']",
      "ALARM(a        | Error in AlarmRule [Unexpected end at char 7, must be: ')']",
      "`ALARM(\"a)`   | Error in AlarmRule [Unexpected end at char 9, must be: ')']",
      "(TRUE          | Error in AlarmRule [Unexpected end at char 5, must be: ')']",
      "TRUE)          | Error in AlarmRule [Unsupported token ')' at char 4, must be: 'AND' or 'OR']",
      "TRUE ALARM(a)  | Error in AlarmRule [Unsupported token 'ALARM' at char 5, must be: 'AND' or 'OR']",
      "`TRUE `        | AlarmRule must not contain leading or trailing whitespace or be null",
      "AT_LEAST(2, ALARM, (a, b)) | AT_LEAST in an AlarmRule is not supported by this engine.",
  })
  void refuses(String rule, String problem) {
    assertEquals(new RuleParser.Parsed.Refused(problem), RuleParser.parse(rule, name -> name));
  }

  @Test
  void namesEachChildOnceInTheOrderOfTheText() {
    assertEquals(List.of("b", "a", "c"),
        List.copyOf(read("ALARM(b) OR NOT (OK(a) AND ALARM(b)) OR OK(" + ARN + "c)").children()));
  }

  @Test
  void takesAHundredChildrenAndNoMore() {
    assertEquals(100, read(anyOf(100)).children().size());
    assertEquals(new RuleParser.Parsed.Refused("AlarmRule must not name more than 100 alarms"),
        RuleParser.parse(anyOf(101), name -> name));
  }

  @Test
  void takesFiveHundredElementsAndNoMore() {
    assertEquals(1, read("(".repeat(249) + "ALARM(a)" + ")".repeat(249)).children().size());
    RuleParser.Parsed tooMany = new RuleParser.Parsed.Refused("AlarmRule must not have more than 500 elements");
    assertEquals(tooMany, RuleParser.parse("(".repeat(250) + "ALARM(a)" + ")".repeat(250), name -> name));
    assertEquals(tooMany, RuleParser.parse("(".repeat(10_240), name -> name));
  }

  @Test
  void readsTheLongestChainOfNegations() {
    assertEquals(new RuleExpression.Constant(true), read("NOT ".repeat(2_558) + "TRUE"));
  }

  private static String anyOf(int count) {
    return IntStream.range(0, count).mapToObj(i -> "ALARM(a" + i + ")").collect(Collectors.joining(" OR "));
  }

  private static RuleExpression read(String rule) {
    RuleParser.Parsed parsed =
        RuleParser.parse(rule, written -> written.startsWith(ARN) ? written.substring(ARN.length()) : written);
    return assertInstanceOf(RuleParser.Parsed.Rule.class, parsed, parsed.toString()).expression();
  }
}
