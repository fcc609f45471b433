package io.sagescale.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * Token counts drawn from a file {@code quantile,input_tokens,output_tokens}: straight lines between the quantiles given,
 * the first and last value outside of them. Input and output are drawn apart, two draws a request.
 *
 * <p>Source: our choice, because the distribution of each side decides the load, and their relation is not in the file.
 */
final class QuantileLengths implements LengthSource {
  static final List<String> COLUMNS = List.of("quantile", "input_tokens", "output_tokens");

  /** Source: our choice; quantiles in steps of 0.001 are a hundredth of this. */
  private static final int MOST_QUANTILES = 100_000;
  private static final int PLACES = 12;
  private static final long ONE = 1_000_000_000_000L;
  private static final String RISE_STEP = "Sort the lines by quantile; tokens never fall from one quantile to the next.";

  private final RandomStream stream;
  private double[] quantiles = new double[64];
  private double[] inputs = new double[64];
  private double[] outputs = new double[64];
  private int count;
  private int inputTokens;
  private int outputTokens;

  private QuantileLengths(RandomStream stream) {
    this.stream = stream;
  }

  static QuantileLengths read(Traffic.Bytes bytes, RandomStream stream) {
    QuantileLengths lengths = new QuantileLengths(stream);
    try (TableReader table = TableReader.open(bytes, COLUMNS, "lengths")) {
      NumberColumn quantile = new NumberColumn("quantile", PLACES, ONE, "Write a share from 0 to 1.");
      NumberColumn input = RowParser.tokens("input_tokens");
      NumberColumn output = RowParser.tokens("output_tokens");
      while (table.next()) {
        lengths.add(table, table.number(0, quantile) / (double) ONE, table.number(1, input), table.number(2, output));
      }
    }
    return lengths;
  }

  private void add(TableReader table, double quantile, double input, double output) {
    if (count == MOST_QUANTILES) {
      throw table.problem(0, "more than " + MOST_QUANTILES + " quantiles", "Leave some out.");
    }
    if (count > 0) {
      refuseFall(table, 0, quantile > quantiles[count - 1], "quantile");
      refuseFall(table, 1, input >= inputs[count - 1], "input_tokens");
      refuseFall(table, 2, output >= outputs[count - 1], "output_tokens");
    }
    if (count == quantiles.length) {
      quantiles = Arrays.copyOf(quantiles, 2 * count);
      inputs = Arrays.copyOf(inputs, 2 * count);
      outputs = Arrays.copyOf(outputs, 2 * count);
    }
    quantiles[count] = quantile;
    inputs[count] = input;
    outputs[count++] = output;
  }

  private static void refuseFall(TableReader table, int column, boolean isGood, String name) {
    if (!isGood) {
      throw table.problem(column, name + (column == 0 ? " does not rise" : " falls"), RISE_STEP);
    }
  }

  @Override
  public void next() {
    inputTokens = LengthSource.tokens(at(stream.nextDouble(), inputs));
    outputTokens = LengthSource.tokens(at(stream.nextDouble(), outputs));
  }

  private double at(double share, double[] values) {
    int above = Arrays.binarySearch(quantiles, 0, count, share);
    if (above >= 0) {
      return values[above];
    }
    above = -above - 1;
    if (above == 0) {
      return values[0];
    }
    if (above == count) {
      return values[count - 1];
    }
    double way = (share - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
    return values[above - 1] + way * (values[above] - values[above - 1]);
  }

  @Override
  public int inputTokens() {
    return inputTokens;
  }

  @Override
  public int outputTokens() {
    return outputTokens;
  }
}
