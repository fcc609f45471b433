package io.sagescale.scaling;

import io.sagescale.scaling.ScalingDecision.Why;

/** What becomes of one policy's call, before the other policies are heard. */
sealed interface Judgement {

  AlarmSignal signal();

  /** More units: the capacity lies inside the bounds and over the present one. */
  record Out(AlarmSignal signal, int capacity) implements Judgement {}

  /** Fewer units: the capacity lies inside the bounds and under the present one. */
  record In(AlarmSignal signal, int capacity) implements Judgement {}

  record Held(AlarmSignal signal, Why why) implements Judgement {}
}
