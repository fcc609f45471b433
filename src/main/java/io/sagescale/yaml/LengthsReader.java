package io.sagescale.yaml;

import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.yaml.Node.Scalar;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads how many tokens requests have: fixed, bell-shaped, or by a file of quantiles. */
final class LengthsReader {
  private static final int MOST_TOKENS = 10_000_000;

  private final Path folder;
  private final boolean isPlainServer;
  private final Problems problems;

  LengthsReader(Path folder, boolean isPlainServer, Problems problems) {
    this.folder = folder;
    this.isPlainServer = isPlainServer;
    this.problems = problems;
  }

  /** Null when refused; a plain server needs none. */
  @Nullable Lengths read(Fields parent) {
    Node node = isPlainServer ? parent.any("lengths") : parent.required("lengths", "{input: 550, output: 150}");
    if (node == null) {
      return isPlainServer ? new Lengths.Fixed(1, 1) : null;
    }
    if (node instanceof Scalar scalar) {
      FileBytes bytes = FileBytes.of(scalar.text(), folder, node, problems);
      return bytes == null ? null : new Lengths.Quantiles(bytes);
    }
    Fields fields = Fields.of(node, "lengths", problems);
    if (fields == null) {
      return null;
    }
    Bell input = bell(fields, "input");
    Bell output = bell(fields, "output");
    fields.close();
    if (input == null || output == null) {
      return null;
    }
    return input.deviation() == 0 && output.deviation() == 0 && input.isWhole() && output.isWhole()
        ? new Lengths.Fixed((int) input.mean(), (int) output.mean())
        : new Lengths.Normal(input.mean(), input.deviation(), output.mean(), output.deviation());
  }

  /** A mean number of tokens and its deviation. */
  private record Bell(double mean, double deviation) {
    boolean isWhole() {
      return mean == Math.rint(mean);
    }
  }

  private static @Nullable Bell bell(Fields fields, String key) {
    Node node = fields.required(key, "550");
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar) {
      Double mean = fields.number(key, 1, MOST_TOKENS);
      return mean == null ? null : new Bell(mean, 0);
    }
    Fields bell = fields.mapping(key);
    if (bell == null) {
      return null;
    }
    bell.required("mean", "550");
    Double mean = bell.number("mean", 1, MOST_TOKENS);
    Double deviation = bell.number("deviation", 0, MOST_TOKENS);
    bell.close();
    return mean == null ? null : new Bell(mean, deviation == null ? 0 : deviation);
  }
}
