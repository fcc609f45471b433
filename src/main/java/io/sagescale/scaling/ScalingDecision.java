package io.sagescale.scaling;

import org.jspecify.annotations.Nullable;

/** The answer to one call for scaling: a new capacity, or why it stays. The policy is null for bounds and schedules. */
public sealed interface ScalingDecision {

  @Nullable String policy();

  /** Capacity grows: {@code from < to}. The cause is AWS's text of the activity. */
  record ScaleOut(int from, int to, @Nullable String policy, String cause) implements ScalingDecision {
    public ScaleOut {
      if (to <= from) {
        throw new IllegalArgumentException("scale-out from " + from + " to " + to);
      }
    }
  }

  /** Capacity shrinks: {@code from > to}. */
  record ScaleIn(int from, int to, @Nullable String policy, String cause) implements ScalingDecision {
    public ScaleIn {
      if (to >= from) {
        throw new IllegalArgumentException("scale-in from " + from + " to " + to);
      }
    }
  }

  /** Capacity stays. */
  record Hold(Why why, @Nullable String policy) implements ScalingDecision {}

  /** Why capacity stays. Those with a {@code NotScaledReason} of AWS leave a row; the others are silent. */
  enum Why {
    /** The resource is not registered as a scalable target. */
    NOT_REGISTERED,
    /** The target has no policy of that name. */
    NO_POLICY,
    /** The alarm is not in ALARM, or the value taken from its points does not breach the threshold. */
    NOT_BREACHING,
    /** The alarm gave no data points. */
    NO_DATA,
    /** No step covers the distance to the threshold. */
    NO_STEP,
    /** The policy never scales in. */
    SCALE_IN_DISABLED,
    /** The direction, or scheduled scaling, is suspended. */
    SUSPENDED,
    /** Inside a cooldown, and nothing more is asked for than was already added. */
    IN_COOLDOWN,
    /** Another target tracking policy with scale-in enabled is not ready to scale in, or wants to keep the capacity. */
    OTHERS_DISAGREE,
    /** Removing one unit would bring the metric back over the target. Row: {@code AutoScalingAnticipatedFlapping}. */
    ANTICIPATED_FLAPPING,
    /** The service refuses changes now. Row: {@code TargetServicePutResourceAsUnscalable}. */
    NOT_SCALABLE,
    /** Row: {@code AlreadyAtMaxCapacity}. */
    AT_MAX,
    /** Row: {@code AlreadyAtMinCapacity}. */
    AT_MIN,
    /** The computed capacity is the present one. Row: {@code AlreadyAtDesiredCapacity}. */
    AT_DESIRED,
    /** Bounds were set and the capacity lies inside them. */
    WITHIN_BOUNDS,
    /** A scheduled action would have left the maximum below the minimum. */
    BOUNDS_REFUSED
  }
}
