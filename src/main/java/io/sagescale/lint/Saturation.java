package io.sagescale.lint;

import io.sagescale.serving.Profiles;
import io.sagescale.serving.ServerProfile;
import org.jspecify.annotations.Nullable;

/**
 * How much one copy serves at most, with requests as long as those of the launch post.
 *
 * @param requestsAtOnce that run, the others wait
 * @param requestsAccepted that run or wait, the others are refused
 * @param requestsPerMinute that end while so many run
 */
record Saturation(int requestsAtOnce, int requestsAccepted, double requestsPerMinute) {
  /** Source: our choice, because the launch post's load test draws them: 550 tokens in, 150 out on average. */
  static final int INPUT_TOKENS = 550;

  static final int OUTPUT_TOKENS = 150;

  /** Null when no profile is given. The time of an iteration is that of {@link ServerProfile.Llm}, half of the output done. */
  static @Nullable Saturation of(@Nullable String profile) {
    ServerProfile.Llm llm = profile == null ? null : Profiles.byId(profile).orElse(null);
    if (llm == null) {
      return null;
    }
    int atOnce = Math.clamp(llm.maxBatchTokens() / (INPUT_TOKENS + OUTPUT_TOKENS), 1, llm.maxBatch());
    double context = INPUT_TOKENS + OUTPUT_TOKENS / 2.0;
    double iterationMillis =
        llm.iterationMillis() + llm.perSequenceMillis() * atOnce + llm.perTokenMillis() * atOnce * context;
    double prefillMillis = llm.firstTokenMillis() + 1000 * INPUT_TOKENS / llm.prefillTokensPerSecond();
    double roundMillis = OUTPUT_TOKENS * iterationMillis + atOnce * prefillMillis;
    return new Saturation(atOnce, llm.maxBatch() + llm.queueLimit(), 60_000 * atOnce / roundMillis);
  }
}
