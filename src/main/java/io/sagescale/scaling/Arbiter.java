package io.sagescale.scaling;

import java.util.List;
import java.util.Optional;

/**
 * How several policies of one target agree: any of them scales out, and of all capacities asked for the largest wins.
 *
 * <p>Source: AAS user guide and API, {@code PutScalingPolicy}, out and in alike. Of equals the first wins.
 */
final class Arbiter {

  private Arbiter() {}

  /** The call that wins: the largest scale-out, else the scale-in that leaves the most, else none. */
  static Optional<Judgement> winner(List<? extends Judgement> judgements) {
    Judgement best = null;
    for (Judgement judgement : judgements) {
      if (best == null || capacity(judgement) > capacity(best)) {
        best = judgement;
      }
    }
    return best == null || best instanceof Judgement.Held ? Optional.empty() : Optional.of(best);
  }

  private static int capacity(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Out(var _, int capacity) -> capacity;
      case Judgement.In(var _, int capacity) -> capacity;
      case Judgement.Held _ -> -1;
    };
  }
}
