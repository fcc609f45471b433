package io.sagescale.scaling;

import io.sagescale.model.ScalableTarget;

/**
 * Everything besides the policy and its alarm that decides about one call.
 *
 * @param addedUnits units that count as added inside a scale-out cooldown
 * @param isScaleInCooling whether the policy's scale-in cooldown lasts
 */
record Situation(ScalableTarget target, CapacityView capacity, int addedUnits, boolean isScaleInCooling) {}
