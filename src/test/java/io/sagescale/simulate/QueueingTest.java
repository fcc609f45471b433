package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.model.RoutingStrategy;
import io.sagescale.serving.ServerProfile;
import io.sagescale.serving.StartupProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits through the whole engine, agenda and router included, against Erlang's formula. */
final class QueueingTest {
  private static final double SERVICE_MILLIS = 100;
  private static final int RUNS = 20;

  /** Half-width of a 99 % interval over 20 runs, in standard errors: Student's t with 19 degrees of freedom. */
  private static final double T_99 = 2.861;

  @ParameterizedTest
  @CsvSource({
      "1, 0.5", "1, 0.8", "1, 0.95",
      "4, 0.5", "4, 0.8", "4, 0.95",
      "16, 0.5", "16, 0.8", "16, 0.95"
  })
  void meanTimeInSystemFollowsErlangC(int slots, double load) {
    double[] means = new double[RUNS];
    double sum = 0;
    for (int run = 0; run < RUNS; run++) {
      means[run] = meanMillis(slots, load, slots * 1000L + run);
      sum += means[run];
    }
    double mean = sum / RUNS;
    double squares = 0;
    for (double value : means) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (RUNS - 1) / RUNS);
    double expected = SERVICE_MILLIS + erlangC(slots, load) * SERVICE_MILLIS / (slots * (1 - load));
    assertTrue(Math.abs(mean - expected) <= T_99 * error,
        "c=%d load %s: %.3f ms, Erlang C says %.3f, half-width %.3f".formatted(
            slots, load, mean, expected, T_99 * error));
  }

  private static double meanMillis(int slots, double load, long seed) {
    double perSecond = slots * load / (SERVICE_MILLIS / 1000);
    Duration lasts = Duration.ofSeconds((long) (30_000 / perSecond));
    Traffic traffic = new Traffic(new Traffic.Source.Synthetic(List.of(new Traffic.Segment(lasts, perSecond, perSecond)),
        Traffic.Arrivals.POISSON, new Traffic.Lengths.Fixed(1, 1)), 1, 1, true);
    Scenario.Setup setup = new Scenario.Setup(1, "ml.g5.2xlarge",
        new ServerProfile.Plain("plain", slots, new ServerProfile.Latency.Exponential(SERVICE_MILLIS), 1_000_000),
        new StartupProfile(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
            Duration.ZERO, 0, false),
        RoutingStrategy.LEAST_OUTSTANDING_REQUESTS, null, 1, 1, List.of(), null);
    Scenario scenario = new Scenario("queue", Worlds.MINUTE, null, List.of(traffic), setup, Scenario.Timings.DEFAULT,
        List.of(), seed);
    return Worlds.run(Worlds.policies(Worlds.VARIANT, 1, 1), scenario).latency().mean();
  }

  /** Probability that an arrival waits. Source: Erlang, 1917; the recursion over Erlang B avoids factorials. */
  private static double erlangC(int slots, double load) {
    double offered = slots * load;
    double blocked = 1;
    for (int k = 1; k <= slots; k++) {
      blocked = offered * blocked / (k + offered * blocked);
    }
    return blocked / (1 - load * (1 - blocked));
  }
}
