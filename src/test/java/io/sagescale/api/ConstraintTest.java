package io.sagescale.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintTest {
  record Inner(String name) {}

  record Order(String id, Integer count, String colour, List<String> notes, Inner inner, List<Inner> parts) {}

  private static final List<Constraint<Inner>> INNER = List.of(Constraint.<Inner>on("name", Inner::name).required());
  private static final List<Constraint<Order>> TABLE = List.of(
      Constraint.<Order>on("id", Order::id).required().length(1, 3).pattern("[a-z]*"),
      Constraint.<Order>on("count", Order::count).range(1, 50),
      Constraint.<Order>on("colour", Order::colour).oneOf(List.of("Blue", "Red")),
      Constraint.<Order>on("notes", Order::notes).length(0, 2),
      Constraint.each("notes", Order::notes, List.of(Constraint.on("", Function.<String>identity()).length(1, 4))),
      Constraint.inside("inner", Order::inner, INNER),
      Constraint.each("parts", Order::parts, INNER));

  private static final Inner GOOD = new Inner("n");

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new Order(null, 1, "Red", List.of(), GOOD, List.of()),
            "1 validation error detected: Value null at 'id' failed to satisfy constraint: Member must not be null"),
        Arguments.of(new Order("", 1, "Red", List.of(), GOOD, List.of()),
            "1 validation error detected: Value '' at 'id' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1"),
        Arguments.of(new Order("A", 51, "Red", List.of(), GOOD, List.of()),
            "2 validation errors detected: Value 'A' at 'id' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-z]*; Value '51' at 'count' failed to satisfy "
                + "constraint: Member must have value less than or equal to 50"),
        Arguments.of(new Order("a", 0, "Pink", List.of(), GOOD, List.of()),
            "2 validation errors detected: Value '0' at 'count' failed to satisfy constraint: Member must have value "
                + "greater than or equal to 1; Value 'Pink' at 'colour' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Blue, Red]"),
        Arguments.of(new Order("a", 1, "Red", List.of("x", "", "z"), GOOD, List.of()),
            "2 validation errors detected: Value '[x, , z]' at 'notes' failed to satisfy constraint: Member must have "
                + "length less than or equal to 2; Value '' at 'notes.2.member' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1"),
        Arguments.of(new Order("a", 1, "Red", List.of(), new Inner(null), List.of(GOOD, new Inner(null))),
            "2 validation errors detected: Value null at 'inner.name' failed to satisfy constraint: Member must not be "
                + "null; Value null at 'parts.2.member.name' failed to satisfy constraint: Member must not be null"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void tellsAllThatIsWrongInTheWordsOfAws(Order order, String message) {
    Refusal refusal = assertThrows(Refusal.class, () -> Constraint.check(order, TABLE));
    assertEquals("ValidationException", refusal.code());
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void acceptsWhatKeepsToTheTable() {
    assertDoesNotThrow(() -> Constraint.check(new Order("abc", 50, "Blue", List.of("four", "x"), null, List.of()), TABLE));
  }

  @Test
  void tellsOfAMapAsAWhole() {
    List<Constraint<Map<String, String>>> table = List.of(Constraint.entries("tags", tags -> tags,
        Constraint.on("", Function.<String>identity()).length(1, 2), Constraint.on("", Function.<String>identity()).length(0, 3)));
    Refusal refusal = assertThrows(Refusal.class, () -> Constraint.check(Map.of("key", "v"), table));
    assertEquals("1 validation error detected: Value '{key=v}' at 'tags' failed to satisfy constraint: Map keys must "
        + "satisfy constraint: [Member must have length greater than or equal to 1, Member must have length less than or "
        + "equal to 2]", refusal.getMessage());
    assertDoesNotThrow(() -> Constraint.check(Map.of("k", "abc"), table));
  }

  @Test
  void countsACharacterOutsideTheBasicPlaneOnce() {
    List<Constraint<String>> one = List.of(Constraint.on("letter", Function.<String>identity()).length(1, 1));
    assertDoesNotThrow(() -> Constraint.check("\uD83D\uDE00", one));
  }
}
