package io.sagescale.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AgendaTest {

  /** The order of one instant. */
  @Test
  void tiesAreOrderedByRankThenInsertion() {
    Agenda<String> agenda = new Agenda<>();
    agenda.add(5, Rank.CONTROL, "control");
    agenda.add(5, Rank.CAPACITY, "capacity");
    agenda.add(5, Rank.ALARMS, "alarms");
    agenda.add(5, Rank.METRICS, "metrics");
    agenda.add(5, Rank.ARRIVED, "arrived 1");
    agenda.add(5, Rank.FINISHED, "finished");
    agenda.add(5, Rank.ARRIVED, "arrived 2");
    agenda.add(4, Rank.CONTROL, "earlier");
    List<String> order = new ArrayList<>();
    while (!agenda.isEmpty()) {
      order.add(agenda.poll());
    }
    assertEquals(List.of("earlier", "metrics", "finished", "arrived 1", "arrived 2", "alarms", "capacity", "control"),
        order);
  }

  @Test
  void manyEntriesComeOutInTheOrderOfASort() {
    Random random = new Random(7);
    Agenda<Integer> agenda = new Agenda<>();
    List<long[]> expected = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      long at = random.nextInt(500);
      Rank rank = Rank.values()[random.nextInt(Rank.values().length)];
      agenda.add(at, rank, i);
      expected.add(new long[] {at, rank.ordinal(), i});
    }
    expected.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0])
        : a[1] != b[1] ? Long.compare(a[1], b[1]) : Long.compare(a[2], b[2]));
    Collections.reverse(expected);
    while (!agenda.isEmpty()) {
      assertEquals(expected.getLast()[0], agenda.nextNanos());
      assertEquals((int) expected.removeLast()[2], agenda.poll());
    }
    assertEquals(List.of(), expected);
  }

  @Test
  void anEmptyAgendaRefusesToBePolled() {
    assertThrows(IllegalStateException.class, () -> new Agenda<String>().poll());
  }
}
