package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sagescale.simulate.Traffic.Arrivals;
import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.simulate.Traffic.Segment;
import io.sagescale.simulate.Traffic.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
  private static final Lengths FIXED = new Lengths.Fixed(10, 20);
  private static final Lengths BELL = new Lengths.Normal(500, 100, 100, 50);
  private static final String TRACE = "arrival_s,input_tokens,output_tokens\n1,10,1\n2,20,2\n4,30,3\n";
  private static final String RATES = "second,requests\n0,3\n2,1\n3,0\n10,40\n";

  @Test
  void aTraceIsPlayedAsItIs() {
    RequestsPlayed played = play(trace(TRACE, 1, 1), 1);
    assertEquals(List.of(1.0, 2.0, 4.0), played.seconds());
    assertEquals(List.of(10, 20, 30), played.requests().stream().map(RequestsPlayed.Request::input).toList());
    assertEquals(List.of(1, 2, 3), played.requests().stream().map(RequestsPlayed.Request::output).toList());
  }

  @Test
  void speedDividesTheTimesOfATrace() {
    assertEquals(List.of(0.25, 0.5, 1.0), play(trace(TRACE, 4, 1), 1).seconds());
    assertEquals(List.of(100.0, 200.0, 400.0), play(trace(TRACE, 0.01, 1), 1).seconds());
  }

  @Test
  void copiesOfATraceFillTheGapToTheNextRequest() {
    RequestsPlayed played = play(trace(TRACE, 1, 2), 1);
    assertEquals(List.of(1.0, 1.5, 2.0, 3.0, 4.0, 4.0), played.seconds());
    assertEquals(List.of(10, 10, 20, 20, 30, 30), played.requests().stream().map(RequestsPlayed.Request::input).toList());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void scaleMultipliesTheRequestsOfEverySource(double scale) {
    String trace = TRACE.lines().findFirst().orElseThrow() + "\n"
        + IntStream.range(0, 20_000).mapToObj(i -> i + ",1,1\n").reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append);
    String rates = "second,requests\n"
        + IntStream.range(0, 20_000).mapToObj(i -> i + ",1\n").reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append);
    for (Source source : List.of(new Source.Trace(FileInMemory.of(trace)), new Source.Rates(FileInMemory.of(rates), FIXED),
        new Source.Synthetic(List.of(new Segment(Duration.ofSeconds(20_000), 1, 1)), Arrivals.EVEN, FIXED))) {
      RequestsPlayed played = play(new Traffic(source, 1, scale, true), 5);
      assertEquals(20_000 * scale, played.count(), 300);
      assertTrue(played.isInOrder());
    }
  }

  static Stream<Double> scales() {
    return Stream.of(0.1, 0.5, 1.0, 1.7, 3.0, 4.25);
  }

  @Test
  void ratesKeepTheirCountsInTheirSeconds() {
    for (int seed = 0; seed < 200; seed++) {
      RequestsPlayed played = play(rates(RATES, 1, 1), seed);
      assertEquals(44, played.count());
      assertTrue(played.isInOrder());
      assertEquals(3, within(played, 0, 1));
      assertEquals(1, within(played, 2, 3));
      assertEquals(40, within(played, 10, 11));
    }
  }

  @Test
  void ratesAreSpreadEvenlyWithinTheSecond() {
    RequestsPlayed played = play(rates("second,requests\n7,100000\n", 1, 1), 3);
    for (int tenth = 0; tenth < 10; tenth++) {
      assertEquals(10_000, within(played, 7 + tenth / 10.0, 7 + (tenth + 1) / 10.0), 400);
    }
  }

  @Test
  void speedDividesTheTimesOfRates() {
    RequestsPlayed played = play(rates(RATES, 10, 1), 1);
    assertEquals(3, within(played, 0, 0.1));
    assertEquals(1, within(played, 0.2, 0.3));
    assertEquals(40, within(played, 1, 1.1));
  }

  @Test
  void fractionsOfRatesAreDrawn() {
    assertEquals(2500, play(rates("second,requests\n" + IntStream.range(0, 10_000).mapToObj(i -> i + ",0.25\n")
        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append), 1, 1), 1).count(), 150);
  }

  static Stream<Arguments> brokenRates() {
    return Stream.of(
        arguments("", "t.csv:1:1: error: the file is empty. Begin the file with the line second,requests."),
        arguments("second,requests\n", "t.csv:1:1: error: the file has a header but no lines. Add lines below the header."),
        arguments("arrival_s,input_tokens,output_tokens\n1,2,3\n",
            "t.csv:1:1: error: the header of a file of rates lacks second. Begin the file with the line second,requests."),
        arguments("second,requests\n1.5,1\n", "t.csv:2:1: error: second \"1.5\" is not a whole number."
            + " Write whole seconds since the start, from 0 to 34560000."),
        arguments("second,requests\n1,-1\n", "t.csv:2:3: error: requests \"-1\" is negative."
            + " Write the requests of that second, from 0 to 1000000."),
        arguments("second,requests\n1,1000001\n", "t.csv:2:3: error: requests \"1000001\" is more than 1000000."
            + " Write the requests of that second, from 0 to 1000000."),
        arguments("second,requests\n1\n", "t.csv:2:2: error: 1 column where the header has 2. Complete the line or remove it."),
        arguments("second,requests\n5,1\n5,1\n",
            "t.csv:3:1: error: second 5 comes after 5. Sort the lines by second, and write each second once."),
        arguments("second,requests\n5,1\n4,1\n",
            "t.csv:3:1: error: second 4 comes after 5. Sort the lines by second, and write each second once."));
  }

  @ParameterizedTest
  @MethodSource("brokenRates")
  void refusesBrokenRates(String text, String message) {
    assertEquals(message, assertThrows(TraceProblem.class, () -> play(rates(text, 1, 1), 1)).getMessage());
  }

  @Test
  void mergedRequestsComeInOrderAndTiesInTheOrderOfTheList() {
    String head = "arrival_s,input_tokens,output_tokens\n";
    RequestsPlayed played = RequestsPlayed.of(Workloads.open(List.of(
        trace(head + "1,1,1\n3,1,1\n3,1,1\n", 1, 1),
        trace(head + "1,2,1\n2,2,1\n3,2,1\n9,2,1\n", 1, 1),
        trace(head + "0,3,1\n3,3,1\n", 1, 1)), RandomStreams.of(1)));
    assertEquals(List.of(0.0, 1.0, 1.0, 2.0, 3.0, 3.0, 3.0, 3.0, 9.0), played.seconds());
    assertEquals(List.of(3, 1, 2, 2, 1, 1, 2, 3, 2), played.requests().stream().map(RequestsPlayed.Request::input).toList());
  }

  @Test
  void mergingNothingGivesNothing() {
    Workload nothing = Workloads.merge(List.of());
    assertFalse(nothing.advance());
    assertFalse(nothing.advance());
    assertThrows(IllegalStateException.class, nothing::arrivalNanos);
  }

  @Test
  void streamingBelongsToTheSource() {
    RequestsPlayed played = RequestsPlayed.of(Workloads.open(List.of(
        trace(TRACE, 1, 1), new Traffic(new Source.Trace(FileInMemory.of(TRACE)), 1, 1, false)), RandomStreams.of(1)));
    assertEquals(List.of(true, false, true, false, true, false),
        played.requests().stream().map(RequestsPlayed.Request::isStreaming).toList());
  }

  @Test
  void aSourceDrawsTheSameWhateverComesAfterIt() {
    Traffic first = rates(RATES, 1, 1);
    List<RequestsPlayed.Request> alone =
        RequestsPlayed.of(Workloads.open(List.of(first), RandomStreams.of(9))).requests();
    List<RequestsPlayed.Request> beside = RequestsPlayed.of(Workloads.open(List.of(first,
        new Traffic(new Source.Trace(FileInMemory.of(TRACE)), 1, 1, false)), RandomStreams.of(9))).requests();
    assertEquals(alone, beside.stream().filter(RequestsPlayed.Request::isStreaming).toList());
  }

  @Test
  void closedLoopsArePassedOverInAListAndRefusedAlone() {
    Traffic loop = new Traffic(new Source.ClosedLoop(3, Duration.ZERO, Duration.ZERO, null, null, FIXED), 1, 1, true);
    assertEquals(3, RequestsPlayed.of(Workloads.open(List.of(loop, trace(TRACE, 1, 1)), RandomStreams.of(1))).count());
    assertThrows(IllegalArgumentException.class, () -> Workloads.open(loop, RandomStreams.of(1)));
  }

  @Test
  void refusesSpeedAndScaleOutOfRange() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> play(trace(TRACE, bad, 1), 1));
      assertThrows(IllegalArgumentException.class, () -> play(trace(TRACE, 1, bad), 1));
    }
  }

  @Test
  void closesFilesAtTheEndAndAfterAProblem() {
    FileInMemory good = FileInMemory.of(TRACE);
    FileInMemory bad = FileInMemory.of("arrival_s,input_tokens,output_tokens\n1,x,1\n");
    Workload workload = Workloads.open(new Traffic(new Source.Trace(good), 1, 1, true), RandomStreams.of(1));
    assertTrue(workload.advance());
    assertEquals(1, good.openStreams());
    workload.close();
    assertEquals(0, good.openStreams());
    assertThrows(TraceProblem.class, () -> Workloads.open(List.of(new Traffic(new Source.Trace(good), 1, 1, true),
        new Traffic(new Source.Trace(bad), 1, 1, true)), RandomStreams.of(1)));
    assertEquals(0, good.openStreams());
    assertEquals(0, bad.openStreams());
  }

  static Stream<Arguments> fingerprints() {
    List<Segment> segments = List.of(new Segment(Duration.ofMinutes(5), 1, 9), new Segment(Duration.ofMinutes(5), 9, 0));
    return Stream.of(
        arguments("trace", trace(TRACE, 1.5, 2.5), 204380614510893651L),
        arguments("rates", new Traffic(new Source.Rates(FileInMemory.of(RATES), BELL), 1, 1.5, true), -3395547799895160378L),
        arguments("synthetic", new Traffic(new Source.Synthetic(segments, Arrivals.POISSON, BELL), 1, 1, true), -8427848130154546977L));
  }

  /** The numbers were taken from the first run: they say that no JVM and no change may draw otherwise unnoticed. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("fingerprints")
  void theSameSeedPlaysTheSameRequestsForEver(String name, Traffic traffic, long fingerprint) {
    assertEquals(fingerprint, play(traffic, 42).fingerprint());
  }

  @Test
  void anotherSeedPlaysOtherRequests() {
    assertFalse(play(rates(RATES, 1, 1), 1).requests().equals(play(rates(RATES, 1, 1), 2).requests()));
  }

  @Test
  void drawsAreEven() {
    RequestsPlayed played = play(rates("second,requests\n0,50000\n", 1, 1), 8);
    assertEquals(0.5, played.mean(RequestsPlayed.Request::routing), 0.01);
    assertEquals(0.5, played.mean(RequestsPlayed.Request::service), 0.01);
  }

  private static long within(RequestsPlayed played, double from, double to) {
    return played.seconds().stream().filter(second -> second >= from && second < to).count();
  }

  private static Traffic trace(String text, double speed, double scale) {
    return new Traffic(new Source.Trace(FileInMemory.of(text)), speed, scale, true);
  }

  private static Traffic rates(String text, double speed, double scale) {
    return new Traffic(new Source.Rates(FileInMemory.of(text), FIXED), speed, scale, true);
  }

  private static RequestsPlayed play(Traffic traffic, long seed) {
    return RequestsPlayed.of(Workloads.open(traffic, RandomStreams.of(seed)));
  }
}
