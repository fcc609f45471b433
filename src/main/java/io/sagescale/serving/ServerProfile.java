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
   * @param prefillTokensPerSecond above 0; infinite when a prompt's length does not matter
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
      implements ServerProfile {
    public Llm {
      Check.measure("iteration ms", iterationMillis);
      Check.measure("per-sequence ms", perSequenceMillis);
      Check.measure("per-token ms", perTokenMillis);
      Check.measure("first-token ms", firstTokenMillis);
      Check.that(
          iterationMillis + perSequenceMillis + perTokenMillis > 0, "profile %s: an iteration must take time", id);
      Check.that(prefillTokensPerSecond > 0, "prefill tokens per second %s", prefillTokensPerSecond);
      Check.that(maxBatch >= 1 && maxBatchTokens >= 1, "batch %d, tokens %d", maxBatch, maxBatchTokens);
      Check.that(queueLimit >= 0, "queue limit %d", queueLimit);
    }
  }

  /** A server of N independent slots; a request holds one slot for a drawn time. */
  record Plain(String id, int slots, Latency latency, int queueLimit) implements ServerProfile {
    public Plain {
      Check.that(slots >= 1, "slots %d", slots);
      Check.that(queueLimit >= 0, "queue limit %d", queueLimit);
    }
  }

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
      public Constant {
        Check.measure("latency ms", millis);
      }

      @Override
      public long nanosFor(double draw) {
        return Math.round(millis * 1e6);
      }
    }

    record Exponential(double meanMillis) implements Latency {
      public Exponential {
        Check.measure("mean latency ms", meanMillis);
      }

      @Override
      public long nanosFor(double draw) {
        return Math.round(-StrictMath.log(1 - draw) * meanMillis * 1e6);
      }
    }

    /** Straight lines between quantiles; both arrays ascend, {@code quantiles} runs from 0 to 1. */
    record Quantiles(java.util.List<Double> quantiles, java.util.List<Double> millis) implements Latency {
      public Quantiles {
        quantiles = java.util.List.copyOf(quantiles);
        millis = java.util.List.copyOf(millis);
        Check.that(
            quantiles.size() == millis.size() && quantiles.size() >= 2, "quantiles %s of %s", quantiles, millis);
        Check.that(quantiles.getFirst() == 0 && quantiles.getLast() == 1, "quantiles %s", quantiles);
        Check.measure("least latency ms", millis.getFirst());
        for (int i = 1; i < millis.size(); i++) {
          Check.that(
              quantiles.get(i) >= quantiles.get(i - 1) && millis.get(i) >= millis.get(i - 1),
              "quantiles %s of %s", quantiles, millis);
        }
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
