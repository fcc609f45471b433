package io.sagescale.serving;

import org.jspecify.annotations.Nullable;

/** How fast one copy of a model serves. */
public sealed interface ServerProfile {
  /** Name under which files refer to it. */
  String id();

  /** Requests that may wait in the copy before it refuses, 0 or more. */
  int queueLimit();

  /**
   * An LLM server with continuous batching. With C running sequences of contexts c_i, one decode iteration takes
   * {@code iterationMillis + perSequenceMillis * C + perTokenMillis * sum(c_i)}; prefill of I tokens takes
   * {@code firstTokenMillis + 1000 * I / prefillTokensPerSecond} and holds up the batch meanwhile.
   *
   * @param maxBatch sequences that run at once, 1 or more
   * @param maxBatchTokens tokens (input plus output) that fit in the KV cache at once
   * @param fit where the numbers come from; null for numbers of the user's own
   */
  record Llm(
      String id,
      double iterationMillis,
      double perSequenceMillis,
      double perTokenMillis,
      double prefillTokensPerSecond,
      double firstTokenMillis,
      int maxBatch,
      int maxBatchTokens,
      int queueLimit,
      @Nullable Fit fit)
      implements ServerProfile {}

  /** A server of N independent slots; a request holds one slot for a drawn time. */
  record Plain(String id, int slots, Latency latency, int queueLimit) implements ServerProfile {}

  /**
   * Where a fitted profile comes from, and how well it fits.
   *
   * @param meanErrorPercent mean absolute error of the fit; null where there are only as many points as parameters
   */
  record Fit(
      String source,
      String licence,
      @Nullable Double meanErrorPercent,
      @Nullable Double maxErrorPercent,
      int points,
      @Nullable String note) {}

  /** How long a request holds a slot; {@code nanosFor} takes a uniform draw in [0, 1). */
  sealed interface Latency {
    long nanosFor(double draw);

    record Constant(double millis) implements Latency {
      @Override
      public long nanosFor(double draw) {
        return Math.round(millis * 1e6);
      }
    }

    record Exponential(double meanMillis) implements Latency {
      @Override
      public long nanosFor(double draw) {
        return Math.round(-Math.log1p(-draw) * meanMillis * 1e6);
      }
    }

    /** Straight lines between quantiles; both arrays ascend, {@code quantiles} runs from 0 to 1. */
    record Quantiles(java.util.List<Double> quantiles, java.util.List<Double> millis) implements Latency {
      public Quantiles {
        quantiles = java.util.List.copyOf(quantiles);
        millis = java.util.List.copyOf(millis);
      }

      @Override
      public long nanosFor(double draw) {
        int i = 1;
        while (i < quantiles.size() - 1 && quantiles.get(i) < draw) {
          i++;
        }
        double q0 = quantiles.get(i - 1);
        double q1 = quantiles.get(i);
        double share = q1 > q0 ? (draw - q0) / (q1 - q0) : 0;
        return Math.round((millis.get(i - 1) + share * (millis.get(i) - millis.get(i - 1))) * 1e6);
      }
    }
  }
}
