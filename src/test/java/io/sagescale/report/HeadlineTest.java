package io.sagescale.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.Requests;
import io.sagescale.simulate.RunResult.ScaleOut;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {
  static Stream<Arguments> rows() {
    ScaleOut known = SampleRuns.scaleOut(1200, 1238, 1666L, 1, 2);
    ScaleOut unfinished = SampleRuns.scaleOut(1200, 1238, null, 1, 2);
    ScaleOut unexplained = new ScaleOut(null, known.alarmFired(), known.decided(), known.inService(), 1, 2, "p", List.of());
    ScaleOut neither = new ScaleOut(null, known.alarmFired(), known.decided(), null, 1, 3, "p", List.of());
    Requests some = SampleRuns.requests(0, 0);
    Requests fine = new Requests(1, 1, 0, 0, 0, 0, 0, 0);
    return Stream.of(
        Arguments.of(SampleRuns.of(some, List.of(known), 5.0),
            "Noticed after 38 s, capacity after 7 min 46 s, 212 of 19,366 requests waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(some, List.of(unexplained, known), 5.0),
            "Noticed after 38 s, capacity after 7 min 46 s, 212 of 19,366 requests waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(some, List.of(unfinished), 5.0),
            "Noticed after 38 s, capacity not there when the run ended, 212 of 19,366 requests waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(some, List.of(unexplained), null),
            "Scaled out from 1 to 2, capacity 7 min 8 s after the alarm, 212 of 19,366 requests waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(some, List.of(neither), null),
            "Scaled out from 1 to 3, capacity not there when the run ended, 212 of 19,366 requests waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(fine, List.of(), 5.0),
            "No scale-out, concurrency reached 0 with a target of 5, none of 1 request waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(fine, List.of(), null),
            "No scale-out, none of 1 request waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.quiet(5.0),
            "No scale-out, for no request arrived, no request waited over 10 s, 4.12 USD"),
        Arguments.of(SampleRuns.of(SampleRuns.requests(37, 5), List.of(known), 5.0),
            "Noticed after 38 s, capacity after 7 min 46 s, 212 of 19,366 requests waited over 10 s, 37 rejected and 5 failed, 4.12 USD"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysTheRunInOneSentence(RunResult run, String expected) {
    assertEquals(expected, Headline.of(run));
  }
}
