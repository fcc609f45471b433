package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void liesBetweenFiveAndNinetyFivePercent() {
    List<Double> values = java.util.stream.IntStream.rangeClosed(0, 100).mapToObj(i -> (double) (100 - i)).toList();
    assertEquals(Optional.of(new Interval(50, 5, 95, 101)), Interval.of(values));
  }

  @Test
  void goesStraightBetweenTwoRuns() {
    assertEquals(Optional.of(new Interval(15, 10.5, 19.5, 2)), Interval.of(List.of(20.0, 10.0)));
  }

  @Test
  void ofOneRunIsAPoint() {
    assertEquals(Optional.of(new Interval(4, 4, 4, 1)), Interval.of(List.of(4.0)));
  }

  @Test
  void ofNoRunIsAbsent() {
    assertEquals(Optional.empty(), Interval.of(List.of()));
  }
}
