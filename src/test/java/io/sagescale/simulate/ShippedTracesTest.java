package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sagescale.simulate.Traffic.Lengths;
import io.sagescale.simulate.Traffic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code policies/traces}, and the recorded traces that lie beside the project on some machines. */
class ShippedTracesTest {
  private static final Path SHIPPED = Path.of("policies", "traces");
  private static final Path RECORDED = Path.of("..", "shared", "data", "traces");

  @ParameterizedTest
  @CsvSource({
    // name, requests, last second, input mean and output mean of the recorded trace
    "azure-conversation-hour, 19366, 3501, 1155, 211",
    "azure-code-hour, 8819, 3435, 2048, 28",
  })
  void ratesGiveTheRequestsOfTheRecordedHour(String name, int requests, long lastSecond, double input, double output) {
    Source source = new Source.Rates(file(SHIPPED.resolve(name + ".rates.csv")),
        new Lengths.Quantiles(file(SHIPPED.resolve(name + ".lengths.csv"))));
    for (long seed = 1; seed <= 3; seed++) {
      RequestsPlayed played = RequestsPlayed.of(Workloads.open(new Traffic(source, 1, 1, true), RandomStreams.of(seed)));
      assertEquals(requests, played.count());
      assertEquals(lastSecond, played.requests().getLast().nanos() / 1_000_000_000);
      assertEquals(input, played.mean(RequestsPlayed.Request::input), input * 0.06);
      assertEquals(output, played.mean(RequestsPlayed.Request::output), output * 0.12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "azure-llm-2023/AzureLLMInferenceTrace_conv.csv.gz, AZURE, 19366, 22361870, 4088665, 3501721937000",
    "azure-llm-2023/AzureLLMInferenceTrace_code.csv.gz, AZURE, 8819, 18059974, 245896, 3435948056000",
    "aibrix/8min_up_and_down_lengths.csv.gz, ARRIVALS, 2026, 594911, 148470, 461909000000",
    "servegen-derived/mlarge_c140_2d_native.csv.gz, ARRIVALS, 294599, 371926363, 9375945, 172799970000000",
    "servegen-derived/mlarge_c49_4d_native.csv.gz, ARRIVALS, 114398, 59477493, 5517116, 345583994000000",
    "servegen-derived/mlarge_d1_24h_mean2.csv.gz, ARRIVALS, 172808, 128483403, 15562406, 86400000000000",
    "servegen-derived/mlarge_week1_mean0.5.csv.gz, ARRIVALS, 302473, 278600299, 50972488, 604799863000000",
    "servegen-derived/mmid_d2_24h_mean2.csv.gz, ARRIVALS, 172799, 64644647, 9243887, 86400000000000",
  })
  void recordedTracesAreReadToTheLastToken(
      String name, TraceFormat format, long requests, long inputTokens, long outputTokens, long lastNanos) {
    Path path = RECORDED.resolve(name);
    assumeTrue(Files.isReadable(path), () -> "SKIPPED: no recorded trace at " + path + ", its totals are not checked");
    try (TraceReader reader = TraceReader.open(file(path))) {
      assertEquals(format, reader.format());
      long count = 0;
      long input = 0;
      long output = 0;
      while (reader.next()) {
        count++;
        input += reader.inputTokens();
        output += reader.outputTokens();
      }
      assertEquals(requests, count);
      assertEquals(inputTokens, input);
      assertEquals(outputTokens, output);
      assertEquals(lastNanos, reader.arrivalNanos());
    }
  }

  @ParameterizedTest
  @CsvSource({"conv, azure-conversation-hour", "code, azure-code-hour"})
  void shippedRatesAreTheRecordedOnesCounted(String recorded, String shipped) throws IOException {
    Path path = RECORDED.resolve("azure-llm-2023/AzureLLMInferenceTrace_" + recorded + ".csv.gz");
    assumeTrue(Files.isReadable(path), () -> "SKIPPED: no recorded trace at " + path + ", the shipped rates are not checked");
    long[] expected = new long[3600];
    try (TraceReader reader = TraceReader.open(file(path))) {
      while (reader.next()) {
        expected[(int) (reader.arrivalNanos() / 1_000_000_000)]++;
      }
    }
    StringBuilder counted = new StringBuilder();
    for (int second = 0; second < expected.length; second++) {
      counted.append(expected[second] == 0 ? "" : second + "," + expected[second] + "\n");
    }
    String text = Files.readString(SHIPPED.resolve(shipped + ".rates.csv"));
    assertTrue(text.endsWith("second,requests\n" + counted), "counts differ");
  }

  private static Traffic.Bytes file(Path path) {
    return new Traffic.Bytes() {
      @Override
      public String name() {
        return path.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }
    };
  }
}
