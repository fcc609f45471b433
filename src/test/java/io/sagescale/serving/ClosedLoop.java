package io.sagescale.serving;

import java.util.Arrays;

/**
 * N users who each ask again as soon as they have their answer; the first questions are spread over one answer's time, so
 * that prefills do not fall together. All lengths are equal. The first rounds are left out of the means.
 */
final class ClosedLoop implements CopyServer.Listener {
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 25;

  private final CopyServer server;
  private final int users;
  private final int input;
  private final int output;
  private final long[] asked;
  private final long[] firstTokens;
  private final int[] rounds;
  private double totalNanos;
  private double afterFirstNanos;
  private int answers;

  private ClosedLoop(CopyServer server, int users, int input, int output) {
    this.server = server;
    this.users = users;
    this.input = input;
    this.output = output;
    this.asked = new long[users];
    this.firstTokens = new long[users];
    this.rounds = new int[users];
  }

  /** Runs the loop; {@code spreadMillis} is the time over which the users start. */
  static ClosedLoop of(ServerProfile profile, int users, int input, int output, long spreadMillis) {
    ClosedLoop loop = new ClosedLoop(CopyServer.of(profile), users, input, output);
    for (int user = 0; user < users; user++) {
      long at = spreadMillis * 1_000_000 * user / users;
      loop.server.advance(at, loop);
      loop.ask(user, at);
    }
    while (Arrays.stream(loop.rounds).min().orElseThrow() < WARM_UP_ROUNDS + ROUNDS) {
      loop.server.advance(loop.server.nextEventNanos(), loop);
    }
    return loop;
  }

  /** Mean time of an answer. */
  double answerMillis() {
    return totalNanos / answers / 1e6;
  }

  /** Mean time of an answer for each of its tokens, the first included. */
  double millisPerToken() {
    return answerMillis() / output;
  }

  /** Mean time from a token to the next, the first left out. */
  double millisPerTokenAfterTheFirst() {
    return afterFirstNanos / answers / 1e6 / (output - 1);
  }

  @Override
  public void firstToken(long requestId, long atNanos) {
    firstTokens[(int) requestId] = atNanos;
  }

  @Override
  public void finished(long requestId, long atNanos) {
    int user = (int) requestId;
    if (rounds[user]++ >= WARM_UP_ROUNDS) {
      totalNanos += atNanos - asked[user];
      afterFirstNanos += atNanos - firstTokens[user];
      answers++;
    }
    ask(user, atNanos);
  }

  private void ask(int user, long at) {
    asked[user] = at;
    if (!server.offer(at, user, input, output, 0.5)) {
      throw new IllegalStateException("refused user %d of %d".formatted(user, users));
    }
  }
}
