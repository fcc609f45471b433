package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");
  private final Paging paging = Paging.of("DescribeLetters all");

  @Test
  void cutsAListIntoPagesAndEndsWithoutAToken() {
    Page<String> first = page(FIVE, 2, null);
    Page<String> second = page(FIVE, 2, first.nextToken());
    Page<String> third = page(FIVE, 2, second.nextToken());
    assertEquals(List.of("a", "b"), first.items());
    assertEquals(List.of("c", "d"), second.items());
    assertEquals(List.of("e"), third.items());
    assertNull(third.nextToken());
  }

  @Test
  void hasNoTokenWhenThePageIsExactlyFull() {
    assertNull(page(FIVE, 5, null).nextToken());
  }

  @Test
  void goesOnAfterTheLastItemShownWhenNewOnesCameBeforeIt() {
    String token = page(FIVE, 2, null).nextToken();
    assertEquals(List.of("c", "d"), page(List.of("0", "a", "b", "c", "d"), 2, token).items());
  }

  @Test
  void goesOnAtTheSamePlaceWhenTheLastItemShownIsGone() {
    String token = page(FIVE, 2, null).nextToken();
    assertEquals(List.of("d", "e"), page(List.of("a", "c", "d", "e"), 2, token).items());
  }

  @Test
  void refusesATokenOfAnotherQuestion() {
    String token = page(FIVE, 2, null).nextToken();
    assertNotNull(token);
    Paging other = Paging.of("DescribeLetters some").refusingAs("InvalidNextToken");
    Refusal refusal = assertThrows(Refusal.class, () -> other.page(FIVE, Function.identity(), 2, token));
    assertEquals("InvalidNextToken", refusal.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "!!", "4pyT", "MQoyCmE", "_w", "Ci0xCg"})
  void refusesAForeignToken(String token) {
    assertEquals("InvalidNextTokenException", assertThrows(Refusal.class, () -> page(FIVE, 2, token)).code());
  }

  private Page<String> page(List<String> items, int size, String token) {
    return paging.page(items, Function.identity(), size, token);
  }
}
