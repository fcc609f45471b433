package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sagescale.simulate.Traffic.Lengths;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LengthSourceTest {
  private static final int DRAWS = 100_000;
  private static final String HEAD = "# quantiles\nquantile,input_tokens,output_tokens\n";

  @Test
  void fixedLengthsNeverChange() {
    Sums sums = sums(new Lengths.Fixed(512, 128), 1000);
    assertEquals(512, sums.inputMean);
    assertEquals(128, sums.outputMean);
  }

  @Test
  void normalLengthsHaveTheirMeanAndDeviation() {
    Sums sums = sums(new Lengths.Normal(550, 150, 150, 10), DRAWS);
    assertEquals(550, sums.inputMean, 2);
    assertEquals(150, sums.inputDeviation, 2);
    assertEquals(150, sums.outputMean, 0.2);
    assertEquals(10, sums.outputDeviation, 0.2);
    assertEquals(0, sums.correlation, 0.01);
  }

  @Test
  void normalLengthsAreCutAtOneToken() {
    LengthSource lengths = LengthSource.of(new Lengths.Normal(0, 5, 10_000_000, 100), RandomStreams.of(1).stream("x"));
    int cutBelow = 0;
    int cutAbove = 0;
    for (int i = 0; i < 1000; i++) {
      lengths.next();
      assertTrue(lengths.inputTokens() >= 1 && lengths.outputTokens() <= TraceReader.MAX_TOKENS);
      cutBelow += lengths.inputTokens() == 1 ? 1 : 0;
      cutAbove += lengths.outputTokens() == TraceReader.MAX_TOKENS ? 1 : 0;
    }
    assertEquals(618, cutBelow, 60, "share of a bell below 1.5 / 5 deviations is 61.8 %");
    assertEquals(500, cutAbove, 60);
  }

  @Test
  void quantilesAreMetAndJoinedByStraightLines() {
    LengthSource lengths = quantiles("0,100,1\n0.5,200,1\n1,1200,1\n");
    int[] below = new int[3];
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      lengths.next();
      below[0] += lengths.inputTokens() <= 150 ? 1 : 0;
      below[1] += lengths.inputTokens() <= 200 ? 1 : 0;
      below[2] += lengths.inputTokens() <= 700 ? 1 : 0;
      sum += lengths.inputTokens();
      assertEquals(1, lengths.outputTokens());
    }
    assertEquals(0.25, below[0] / (double) DRAWS, 0.01);
    assertEquals(0.50, below[1] / (double) DRAWS, 0.01);
    assertEquals(0.75, below[2] / (double) DRAWS, 0.01);
    assertEquals(0.5 * 150 + 0.5 * 700, sum / DRAWS, 3);
  }

  @Test
  void beyondTheQuantilesGivenTheEndsHold() {
    LengthSource lengths = quantiles("0.4,0,7\n0.6,10,7\n");
    int atEnds = 0;
    for (int i = 0; i < DRAWS; i++) {
      lengths.next();
      assertTrue(lengths.inputTokens() >= 1 && lengths.inputTokens() <= 10);
      atEnds += lengths.inputTokens() == 1 || lengths.inputTokens() == 10 ? 1 : 0;
    }
    assertEquals(0.8 + 0.2 * 2 / 10, atEnds / (double) DRAWS, 0.01);
  }

  static Stream<Arguments> brokenQuantiles() {
    return Stream.of(
        arguments("", "t.csv:1:1: error: the file is empty. Begin the file with the line quantile,input_tokens,output_tokens."),
        arguments(HEAD, "t.csv:1:1: error: the file has a header but no lines. Add lines below the header."),
        arguments("quantile,input_tokens\n", "t.csv:1:1: error: the header of a file of lengths lacks output_tokens."
            + " Begin the file with the line quantile,input_tokens,output_tokens."),
        arguments(HEAD + "1.1,1,1\n", "t.csv:3:1: error: quantile \"1.1\" is more than 1. Write a share from 0 to 1."),
        arguments(HEAD + "0,1,1\n0.5,3,3\n0.5,4,4\n", "t.csv:5:1: error: quantile does not rise."
            + " Sort the lines by quantile; tokens never fall from one quantile to the next."),
        arguments(HEAD + "0,1,9\n1,3,3\n", "t.csv:4:5: error: output_tokens falls."
            + " Sort the lines by quantile; tokens never fall from one quantile to the next."));
  }

  @ParameterizedTest
  @MethodSource("brokenQuantiles")
  void refusesBrokenQuantiles(String text, String message) {
    FileInMemory file = FileInMemory.of(text);
    assertEquals(message, assertThrows(TraceProblem.class,
        () -> LengthSource.of(new Lengths.Quantiles(file), RandomStreams.of(1).stream("x"))).getMessage());
    assertEquals(0, file.openStreams());
  }

  @Test
  void refusesNumbersOutOfRange() {
    RandomStream stream = RandomStreams.of(1).stream("x");
    assertThrows(IllegalArgumentException.class, () -> LengthSource.of(new Lengths.Fixed(0, 1), stream));
    assertThrows(IllegalArgumentException.class, () -> LengthSource.of(new Lengths.Fixed(1, 10_000_001), stream));
    assertThrows(IllegalArgumentException.class, () -> LengthSource.of(new Lengths.Normal(Double.NaN, 1, 1, 1), stream));
    assertThrows(IllegalArgumentException.class, () -> LengthSource.of(new Lengths.Normal(1, 1, 1, -1), stream));
  }

  private static LengthSource quantiles(String rows) {
    return LengthSource.of(new Lengths.Quantiles(FileInMemory.of(HEAD + rows)), RandomStreams.of(1).stream("x"));
  }

  private record Sums(double inputMean, double inputDeviation, double outputMean, double outputDeviation, double correlation) {}

  private static Sums sums(Lengths lengths, int count) {
    LengthSource source = LengthSource.of(lengths, RandomStreams.of(1).stream("x"));
    double in = 0;
    double out = 0;
    double inSquares = 0;
    double outSquares = 0;
    double products = 0;
    for (int i = 0; i < count; i++) {
      source.next();
      double input = source.inputTokens();
      double output = source.outputTokens();
      in += input;
      out += output;
      inSquares += input * input;
      outSquares += output * output;
      products += input * output;
    }
    double inMean = in / count;
    double outMean = out / count;
    double inDeviation = Math.sqrt(inSquares / count - inMean * inMean);
    double outDeviation = Math.sqrt(outSquares / count - outMean * outMean);
    return new Sums(inMean, inDeviation, outMean, outDeviation,
        (products / count - inMean * outMean) / Math.max(1e-9, inDeviation * outDeviation));
  }
}
