package io.sagescale.serving;

/** What a waiting request asks of a batch: its input and output tokens, packed into one long for the line. */
final class Load {
  private Load() {}

  static long of(int inputTokens, int outputTokens) {
    return (long) inputTokens << Integer.SIZE | outputTokens;
  }

  static int inputTokens(long load) {
    return (int) (load >>> Integer.SIZE);
  }

  static int outputTokens(long load) {
    return (int) load;
  }

  /** Room it needs in the KV cache. */
  static long tokens(long load) {
    return (long) inputTokens(load) + outputTokens(load);
  }
}
