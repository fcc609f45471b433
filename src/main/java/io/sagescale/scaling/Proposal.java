package io.sagescale.scaling;

/** What one policy asks for, before bounds, cooldowns and the other policies. */
sealed interface Proposal {

  /** A capacity, 0 or more, perhaps the present one. */
  record To(int capacity) implements Proposal {}

  /** Nothing, with the reason. */
  record None(ScalingDecision.Why why) implements Proposal {}
}
