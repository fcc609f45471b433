package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sagescale.simulate.Traffic.Arrivals;
import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.simulate.Traffic.Segment;
import io.sagescale.simulate.Traffic.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticWorkloadTest {
  static Stream<Arguments> even() {
    return Stream.of(
        arguments("constant", List.of(line(2, 2, 2)), List.of(0.0, 0.5, 1.0, 1.5)),
        arguments("a third", List.of(line(1, 3, 3)), List.of(0.0, 0.333333333, 0.666666667)),
        arguments("ends are exclusive", List.of(line(30, 0.1, 0.1)), List.of(0.0, 10.0, 20.0)),
        arguments("ramp up: area t^2/2", List.of(line(4, 0, 4)),
            List.of(0.0, 1.414213562, 2.0, 2.449489743, 2.828427125, 3.16227766, 3.464101615, 3.741657387)),
        arguments("ramp down: area 4t - t^2/2", List.of(line(4, 4, 0)),
            List.of(0.0, 0.258342613, 0.535898385, 0.83772234, 1.171572875, 1.550510257, 2.0, 2.585786438)),
        arguments("silence first", List.of(line(5, 0, 0), line(2, 1, 1)), List.of(5.0, 6.0)),
        arguments("silence between", List.of(line(2, 1, 1), line(10, 0, 0), line(2, 1, 1)), List.of(0.0, 1.0, 12.0, 13.0)),
        arguments("the rest goes on", List.of(line(1, 0.5, 0.5), line(2, 1, 1)), List.of(0.0, 1.5, 2.5)),
        arguments("spike", List.of(line(2, 1, 1), line(1, 4, 4), line(2, 1, 1)),
            List.of(0.0, 1.0, 2.0, 2.25, 2.5, 2.75, 3.0, 4.0)),
        arguments("no time", List.of(line(0, 9, 9), line(1, 1, 1)), List.of(0.0)),
        arguments("silence only", List.of(line(60, 0, 0)), List.of()),
        arguments("nothing", List.of(), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("even")
  void evenSpacingIsExact(String reason, List<Segment> segments, List<Double> seconds) {
    assertEquals(seconds, play(segments, Arrivals.EVEN, 1, 1, 1).seconds());
  }

  @Test
  void speedDividesTimesAndScaleMultipliesRates() {
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75), play(List.of(line(2, 2, 2)), Arrivals.EVEN, 2, 1, 1).seconds());
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75),
        play(List.of(line(2, 2, 2)), Arrivals.EVEN, 1, 2, 1).seconds());
  }

  @Test
  void poissonCountsHaveTheAreaAsMeanAndVariance() {
    List<Segment> day = List.of(line(10, 2, 2), line(10, 2, 8), line(5, 0, 0), line(10, 8, 0));
    double area = 20 + 50 + 40;
    int seeds = 2000;
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < seeds; seed++) {
      RequestsPlayed played = play(day, Arrivals.POISSON, 1, 1, seed);
      assertTrue(played.isInOrder());
      sum += played.count();
      squares += (double) played.count() * played.count();
    }
    double mean = sum / seeds;
    assertEquals(area, mean, 4 * Math.sqrt(area / seeds));
    assertEquals(1, (squares / seeds - mean * mean) / area, 0.13);
  }

  @Test
  void poissonFollowsARampWithin() {
    double late = 0;
    double all = 0;
    for (int seed = 0; seed < 300; seed++) {
      for (double second : play(List.of(line(20, 0, 10)), Arrivals.POISSON, 1, 1, seed).seconds()) {
        late += second >= 10 ? 1 : 0;
        all++;
      }
    }
    assertEquals(0.75, late / all, 0.01, "three quarters of a triangle lie in its second half");
  }

  @Test
  void poissonWaitsAreExponential() {
    List<Double> seconds = play(List.of(line(20_000, 5, 5)), Arrivals.POISSON, 1, 1, 11).seconds();
    int longWaits = 0;
    for (int i = 1; i < seconds.size(); i++) {
      longWaits += seconds.get(i) - seconds.get(i - 1) > 0.2 ? 1 : 0;
    }
    assertEquals(Math.exp(-1), longWaits / (double) seconds.size(), 0.006);
  }

  @Test
  void noRequestComesInSilence() {
    for (double second : play(List.of(line(10, 50, 0), line(10, 0, 0), line(10, 0, 50)), Arrivals.POISSON, 1, 1, 3).seconds()) {
      assertTrue(second < 10 || second >= 20, "a request at " + second);
    }
  }

  @Test
  void whatWouldComeAfterACenturyNeverComes() {
    Segment rare = new Segment(Duration.ofDays(100_000), 1 / (86_400.0 * 20_000), 1 / (86_400.0 * 20_000));
    assertEquals(List.of(0.0, 20_000 * 86_400.0), play(List.of(rare, rare, rare, rare), Arrivals.EVEN, 1, 1, 1).seconds());
    Segment silent = new Segment(Duration.ofDays(30_000), 0, 0);
    assertEquals(List.of(), play(List.of(silent, silent, line(1, 1, 1)), Arrivals.EVEN, 1, 1, 1).seconds());
    assertEquals(List.of(0.0), play(List.of(line(10, 1, 1)), Arrivals.EVEN, 1e-300, 1, 1).seconds());
  }

  @Test
  void refusesSegmentsOutOfRange() {
    for (Segment segment : List.of(line(1, -1, 1), line(1, Double.NaN, 1), line(1, 0, 1_000_001), line(-1, 1, 1))) {
      assertThrows(IllegalArgumentException.class, () -> play(List.of(segment), Arrivals.EVEN, 1, 1, 1));
    }
  }

  private static Segment line(long seconds, double from, double to) {
    return new Segment(Duration.ofSeconds(seconds), from, to);
  }

  private static RequestsPlayed play(List<Segment> segments, Arrivals arrivals, double speed, double scale, long seed) {
    Source source = new Source.Synthetic(segments, arrivals, new Lengths.Fixed(10, 20));
    return RequestsPlayed.of(Workloads.open(new Traffic(source, speed, scale, false), RandomStreams.of(seed)));
  }
}
