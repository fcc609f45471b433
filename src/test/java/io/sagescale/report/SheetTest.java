package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static String text(boolean isShrunk, String... cells) {
    Sheet sheet = Sheet.titled("nothing", List.of("@TIME", "NAME", "~WHY", "#TOOK", "+ID"),
        List.of(new Sheet.Row("row", List.of(cells))));
    return sheet.text(Look.plain(), false, isShrunk);
  }

  @Test
  void proseGoesOnInTheNextLine() {
    assertEquals("""
        TIME                 NAME       WHY                                         TOOK
        2026-01-02 03:04:05  llama3-8b  policy concurrency saw its metric over     3 min
                                        its target
        """, text(true, "2026-01-02 03:04:05", "llama3-8b", "policy concurrency saw its metric over its target", "3 min", "x"));
  }

  @Test
  void longNamesAreCutInTheirMiddleAndTimesNever() {
    assertEquals("""
        TIME                 NAME                        WHY                        TOOK
        2026-01-02 03:04:05  a-very-lo…an-hour-or-a-day  policy concurrency saw    3 min
                                                         its metric over
        """, text(true, "2026-01-02 03:04:05", "a-very-long-name-that-goes-on-and-on-for-more-than-an-hour-or-a-day",
            "policy concurrency saw its metric over", "3 min", "x"));
  }

  @Test
  void nothingIsCutWhereAProgramReads() {
    assertEquals("""
        TIME                 NAME       WHY                                                 TOOK
        2026-01-02 03:04:05  llama3-8b  policy concurrency saw its metric over its target  3 min
        """, text(false, "2026-01-02 03:04:05", "llama3-8b", "policy concurrency saw its metric over its target", "3 min", "x"));
  }
}
