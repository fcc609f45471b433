package io.sagescale.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.CapacityRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  private static final Claim EMPTY =
      new Claim("genai", "llama3-8b", CapacityRange.between(1, 4), new TreeSet<>(), new TreeSet<>());

  @Test
  void isWrittenInPlainTags() {
    assertEquals(new TreeMap<>(Map.of("sagescale:owner", "genai", "sagescale:document", "llama3-8b",
        "sagescale:capacity", "1-4", "sagescale:policies", "burst track", "sagescale:schedules", "open")),
        EMPTY.with(List.of("track", "burst"), List.of("open")).tags());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "concurrency                        | concurrency       | short and plain",
    "a name with blanks                 | =                 | no blanks, which divide the marks",
    "twenty-one-characters             | =                  | too long for 12 in a tag",
    "=equals                            | =                 | could be taken for a hash",
  })
  void namesAreMarkedSoThatTheyCanBeFoundAgain(String name, String begins, String why) {
    String mark = Claim.mark(name);
    assertTrue(mark.startsWith(begins.substring(0, 1).equals("=") ? "=" : begins), mark + ": " + why);
    assertTrue(EMPTY.with(List.of(name), List.of()).hasPolicy(name));
    assertFalse(EMPTY.with(List.of(name), List.of()).hasPolicy(name + "x"));
  }

  @Test
  void asManyAsAWSAllowsFitIntoItsTags() {
    Claim full = EMPTY.with(IntStream.range(0, 50).mapToObj(i -> "policy-" + i + "-of-a-long-name").toList(),
        IntStream.range(0, 200).mapToObj(i -> "schedule-20-chars-%02d".formatted(i)).toList());
    assertTrue(full.tags().size() <= 26, full.tags().size() + " tags");
    assertTrue(full.tags().values().stream().allMatch(value -> value.length() <= 256));
    assertEquals(Optional.of(full), Claim.ofTags(full.tags()));
  }

  @Test
  void tagsOfOthersAreNoClaim() {
    assertEquals(Optional.empty(), Claim.ofTags(Map.of("team", "genai", "sagescale:policies", "x")));
  }

  @Test
  void damagedBoundsAreReadAsNone() {
    assertEquals(CapacityRange.between(0, 0), Claim.ofTags(Map.of("sagescale:owner", "genai", "sagescale:capacity", "4-1"))
        .orElseThrow().range());
  }
}
