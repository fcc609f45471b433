package io.sagescale.scaling;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.NotScaledReason;
import io.sagescale.scaling.ScalingDecision.Why;
import java.util.Optional;

/** Which reasons for holding leave a not-scaled activity; the others are silent. Source: AAS API, {@code NotScaledReason}. */
final class NotScaledRows {

  private NotScaledRows() {}

  static Optional<NotScaledReason> reason(Why why, CapacityRange range, int capacity) {
    return switch (why) {
      case ANTICIPATED_FLAPPING -> Optional.of(new NotScaledReason.AnticipatedFlapping());
      case NOT_SCALABLE -> Optional.of(new NotScaledReason.PutAsUnscalable());
      case AT_MAX -> Optional.of(new NotScaledReason.AtMax(range.max()));
      case AT_MIN -> Optional.of(new NotScaledReason.AtMin(range.min()));
      case AT_DESIRED -> Optional.of(new NotScaledReason.AtDesired(capacity));
      case NOT_REGISTERED, NO_POLICY, NOT_BREACHING, NO_DATA, NO_STEP, SCALE_IN_DISABLED, SUSPENDED, IN_COOLDOWN,
          OTHERS_DISAGREE, WITHIN_BOUNDS, BOUNDS_REFUSED -> Optional.empty();
    };
  }
}
